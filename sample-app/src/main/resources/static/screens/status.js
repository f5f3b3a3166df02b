import { codeButton } from '../lib/code.js';
import { announce, el, toastError } from '../lib/dom.js';
import { decimal, duration, moment, number, time } from '../lib/format.js';
import { getJson, sendJson } from '../lib/http.js';
import { onLive } from '../lib/live.js';

const POLL_MILLIS = 2000;

const STATES = {
	ACTIVE: ['good', 'active'],
	PENDING: ['warn', 'waits for its user to agree'],
	FAILED: ['bad', 'failed']
};

const CIRCUITS = { CLOSED: 'closed: calls go through', OPEN: 'open: nothing is sent', HALF_OPEN: 'half open: a few calls try' };

export default {

	title: 'Status',

	async show(main, params, signal) {
		const code = codeButton('live', 'limiter', 'connections');
		main.append(
			el('div', { class: 'title' }, el('h1', {}, 'Status'), el('span', { class: 'space' }), code.button),
			code.panel);
		showHealth(main, signal);
		await new Connections(main, signal).show();
	}

};

function showHealth(main, signal) {
	const state = el('p', { class: 'health-state' }, 'Asking the application …');
	const step = el('p', { class: 'hint' });
	const facts = Object.fromEntries(['latency', 'credits', 'rate', 'refused', 'circuit'].map((name) => [name, el('dd', {}, '–')]));
	const meter = el('progress', { 'aria-label': 'Credits used of those for 24 hours', hidden: true });
	const problems = el('ol', { class: 'log' });
	const none = el('p', { class: 'hint' }, 'None since the application was started.');
	main.append(
		el('section', { class: 'card', 'aria-labelledby': 'health' },
			el('h2', { id: 'health' }, 'Bigin'), state, step,
			el('dl', { class: 'figures' }, figure('Last call took', facts.latency), figure('Credits used, 24 hours', facts.credits),
				figure('Rate allowed', facts.rate), figure('Answered 429', facts.refused), figure('Circuit breaker', facts.circuit)),
			meter),
		el('section', { class: 'card', 'aria-labelledby': 'problems' }, el('h2', { id: 'problems' }, 'Latest problems'), none, problems));

	onLive(({ now, connected }) => {
		if (!now) {
			return;
		}
		const [kind, text, next] = verdict(now, connected);
		state.className = `health-state ${kind}`;
		state.textContent = text;
		step.textContent = next;
		facts.latency.textContent = duration(now.health.latency ?? undefined);
		facts.credits.textContent = now.credits.limit ? `${number(now.credits.used)} / ${number(now.credits.limit)}` : number(now.credits.used);
		facts.rate.textContent = now.limiter.paused ? 'paused' : `${decimal(now.limiter.rate)} / s`;
		facts.refused.textContent = number(now.limiter.refused);
		facts.circuit.textContent = CIRCUITS[now.health.circuitBreaker] ?? 'not used';
		meter.hidden = !now.credits.limit;
		meter.max = now.credits.limit ?? 1;
		meter.value = now.credits.used;
		const bad = now.log.filter((entry) => entry.kind !== 'good');
		none.hidden = bad.length > 0;
		problems.replaceChildren(...bad.map(problem));
	}, signal);
}

function verdict({ health, simulator, limiter }, connected) {
	if (!connected) {
		return ['bad', 'The application does not answer.', 'Look whether it is still running. This page goes on by itself.'];
	}
	if (health.status === 'UNKNOWN') {
		return ['', 'The connection is being checked …', ''];
	}
	if (health.status !== 'UP') {
		return ['bad', 'Bigin cannot be reached.', nextStep(health.action)];
	}
	if (health.failing) {
		return ['bad', 'There is a connection, but calls to Bigin fail.',
			simulator ? 'If it goes on, the connection may have expired. “Repair” in the limits lab makes a new one.'
				: 'If it goes on, the connection may have expired: make a new one below.'];
	}
	if (limiter.paused) {
		return ['warn', 'Bigin has had too many requests, so all calls pause.', 'They go on by themselves.'];
	}
	return ['good', `Connected to ${simulator ? 'the simulator, whose data are made up' : 'your Bigin'}.`, 'There is nothing to do.'];
}

// what stands in brackets is the name of a property, for those who run the application
function nextStep(action) {
	return action ? `${action.replace(/\s*\([^)]*\)/g, '')}.` : 'Try again in a moment.';
}

function problem({ time: at, text, times }) {
	return el('li', {}, el('time', {}, time(at)), ' ', text, times > 1 ? ` (${number(times)} times)` : null);
}

function figure(name, value) {
	return el('div', {}, el('dt', {}, name), value);
}

/* The connections that Maton keeps: looked at again while one of them waits for its user */
class Connections {

	constructor(main, signal) {
		this.signal = signal;
		this.rows = el('tbody', {});
		this.state = el('p', { class: 'hint', role: 'status' }, 'The connections are being read …');
		this.open = el('div', { class: 'to-open', hidden: true });
		this.button = el('button', { type: 'button', class: 'quiet', onclick: () => this.create() }, 'New connection');
		this.table = el('table', { 'aria-labelledby': 'connections', hidden: true },
			el('thead', {}, el('tr', {}, ['Connection', 'State', 'Made', 'Changed'].map((name) => el('th', { scope: 'col' }, name)))), this.rows);
		main.append(el('section', { class: 'card', 'aria-labelledby': 'connections' },
			el('div', { class: 'title' }, el('h2', { id: 'connections' }, 'Connections'), el('span', { class: 'space' }), this.button),
			this.open, this.state, this.table));
		this.states = new Map();
	}

	async show() {
		await this.load();
		const timer = setInterval(() => {
			if (!document.hidden && [...this.states.values()].includes('PENDING')) {
				this.load();
			}
		}, POLL_MILLIS);
		this.signal.addEventListener('abort', () => clearInterval(timer));
	}

	async load() {
		try {
			this.render(await getJson('api/connections', { signal: this.signal }));
		}
		catch (error) {
			if (error.name !== 'AbortError') {
				this.state.hidden = false;
				this.state.textContent = error.message;
			}
		}
	}

	render(connections) {
		this.state.hidden = connections.length > 0;
		this.state.textContent = 'There is no connection yet. Make one, open its page and agree.';
		this.table.hidden = connections.length === 0;
		for (const { connection_id: id, status } of connections) {
			if (this.states.get(id) === 'PENDING' && status === 'ACTIVE') {
				this.open.hidden = true;
				announce('The new connection is active.');
			}
			this.states.set(id, status);
		}
		this.rows.replaceChildren(...connections.map((connection) => row(connection)));
	}

	async create() {
		this.button.disabled = true;
		try {
			const { connection_id: id, url } = await sendJson('POST', 'api/connections', undefined, { signal: this.signal });
			this.states.set(id, 'PENDING');
			const link = el('a', { class: 'button', href: url, target: '_blank', rel: 'noopener noreferrer' }, 'Open the page where you agree');
			this.open.replaceChildren(el('p', {}, 'The connection is made, and waits for you to agree. The page opens in a new tab; its address is a secret, so do not pass it on.'), link);
			this.open.hidden = false;
			link.focus();
			await this.load();
		}
		catch (error) {
			toastError(error);
		}
		this.button.disabled = false;
	}

}

function row({ connection_id: id, status, creation_time: created, last_updated_time: updated }) {
	const [kind, text] = STATES[status] ?? ['', 'in an unknown state'];
	return el('tr', {},
		// enough to tell them apart
		el('td', {}, el('code', { title: id }, id.slice(0, 8))),
		el('td', { class: kind }, text), el('td', {}, moment(created)), el('td', {}, moment(updated)));
}
