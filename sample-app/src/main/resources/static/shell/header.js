import { announce } from '../lib/dom.js';
import { onLive } from '../lib/live.js';
import { decimal, number } from '../lib/format.js';

const HEALTH = {
	UP: ['ok', 'connected to Bigin'],
	DOWN: ['bad', 'not connected to Bigin'],
	OUT_OF_SERVICE: ['bad', 'not connected to Bigin'],
	UNKNOWN: ['unsure', 'checking the connection …']
};

/* What is always to be seen: which service it is, whether it can be reached, the credits and the rate */
export function showHeader() {
	const byId = (id) => document.getElementById(id);
	const connection = byId('connection');

	const text = connection.querySelector('.text');

	function health(kind, now) {
		// those who do not see it hear of what gets worse or better
		if (text.textContent !== now && connection.className !== '') {
			announce(`State of the service: ${now}.`);
		}
		connection.className = kind;
		text.textContent = now;
	}

	onLive(({ now, connected }) => {
		if (!connected) {
			health('bad', 'the application does not answer');
		}
		if (!now) {
			return;
		}
		byId('mode').hidden = false;
		byId('mode').className = now.simulator ? 'badge' : 'badge real';
		byId('mode').textContent = now.simulator ? 'Simulator · made-up data' : 'Your Bigin · real data';
		byId('credits').hidden = false;
		byId('credits').textContent = creditText(now.credits);
		byId('rate').hidden = false;
		byId('rate').textContent = rateText(now.limiter);
		if (connected) {
			const known = HEALTH[now.health.status] ?? HEALTH.UNKNOWN;
			// a connection can be there, and all that goes through it fail
			health(...(now.health.status === 'UP' && now.health.failing ? ['bad', 'calls to Bigin fail'] : known));
		}
	});
}

function creditText({ used, limit }) {
	return limit ? `credits ${number(used)} / ${number(limit)}` : `${number(used)} credits used`;
}

function rateText({ rate, paused }) {
	return paused ? 'paused' : `${decimal(rate)} requests / s`;
}
