import { Chart } from '../lib/chart.js';
import { el } from '../lib/dom.js';
import { decimal, number, time } from '../lib/format.js';
import { onLive } from '../lib/live.js';

/* The panel beside every screen: what the starter's rate limiter does, and what has happened last */
export function showLivePanel(place) {
	const chart = new Chart({
		label: 'Requests a second in the last minute, the rate that the limiter allows, and its pauses',
		lines: [
			{ value: ({ limiter }) => limiter.rate, style: 'limit' },
			{ value: ({ perSecond }) => perSecond, style: 'sent' }
		],
		marks: ({ limiter }) => limiter.paused,
		height: 220
	});
	const figures = Object.fromEntries(['now', 'waiting', 'inFlight', 'refused'].map((name) => [name, el('dd', {}, '–')]));
	const log = el('ol', { class: 'log', reversed: true });
	const empty = el('p', { class: 'hint' }, 'Nothing has gone wrong yet. The ', el('a', { href: '#/lab' }, 'limits lab'), ' can change that.');

	place.append(
		el('div', { class: 'gate' },
			chart.element,
			el('p', { class: 'legend' }, el('span', { class: 'key sent' }, 'requests'), el('span', { class: 'key limit' }, 'allowed'),
				el('span', { class: 'key pause' }, 'pause after a 429')),
			el('dl', { class: 'figures' },
				figure('Calls per second', figures.now), figure('Waiting', figures.waiting),
				figure('In flight', figures.inFlight), figure('Answered 429', figures.refused))),
		el('h3', {}, 'What happened'),
		empty, log);

	let shown;
	onLive(({ now, history }) => {
		if (!now) {
			return;
		}
		chart.draw(history);
		figures.now.textContent = decimal(history.at(-1).perSecond);
		figures.waiting.textContent = number(now.limiter.waiting);
		figures.inFlight.textContent = number(now.limiter.inFlight);
		figures.refused.textContent = number(now.limiter.refused);
		const latest = now.log.map(({ number: id, times }) => `${id} ${times}`).join();
		if (latest !== shown) {
			shown = latest;
			empty.hidden = now.log.length > 0;
			log.replaceChildren(...now.log.map(entry));
		}
	});
}

function figure(name, value) {
	return el('div', {}, el('dt', {}, name), value);
}

function entry({ time: at, kind, text, times }) {
	return el('li', { class: kind }, el('time', {}, time(at)), ' ', text, times > 1 ? ` (${number(times)} times)` : null);
}
