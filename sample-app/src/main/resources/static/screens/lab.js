import { Chart } from '../lib/chart.js';
import { codeButton } from '../lib/code.js';
import { recordsChanged } from '../lib/counts.js';
import { announce, el, toast, toastError } from '../lib/dom.js';
import { duration, number } from '../lib/format.js';
import { lines, sendJson } from '../lib/http.js';
import { onLive } from '../lib/live.js';

const FAULTS = [
	['rate-limit', '429 for 5 s', 'Bigin answers everything with 429 for 5 seconds.'],
	['lost-answers', 'Lose answers', 'The next 10 writes are carried out, and their answers are lost.'],
	['server-errors', '500s for 3 s', 'Bigin answers everything with 500 for 3 seconds.'],
	['latency', '+2 s latency', 'Each answer comes 2 seconds later, for 10 seconds.'],
	['expired', 'Expire connection', 'All calls fail until you choose “Repair”.']
];

const WRITERS = {
	starter: { name: 'With the starter', button: 'Write 1,000 contacts' },
	plain: { name: 'With a plain WebClient', button: '… with a plain WebClient' }
};

// a plain client sends so many at once that nothing else would be seen beside it
const TALLEST = 50;

export default {

	title: 'Limits lab',

	async show(main, params, signal) {
		const code = codeButton('starter', 'plain', 'count', 'faults', 'log');
		const place = el('div', {}, el('p', { class: 'empty loading' }, 'Asking the application …'));
		main.append(
			el('div', { class: 'title' }, el('h1', {}, 'Limits lab'), el('span', { class: 'space' }), code.button),
			code.panel, place);
		let shown;
		onLive(({ now }) => {
			if (now && shown !== now.simulator) {
				shown = now.simulator;
				place.replaceChildren();
				if (shown) {
					new Lab(place, signal);
				}
				else {
					place.append(off());
				}
			}
		}, signal);
	}

};

function off() {
	return el('div', { class: 'card' },
		el('h2', {}, 'The lab is off: this is your own Bigin'),
		el('p', {}, 'It writes thousands of made-up contacts and breaks things on purpose, so it runs on the simulator only.'),
		el('p', { class: 'hint' }, 'To try it, start this application a second time without an API key. Everything else works as here.'));
}

class Lab {

	constructor(place, signal) {
		this.signal = signal;
		this.runs = { starter: new RunView('starter', this), plain: new RunView('plain', this) };
		this.chart = new Chart({
			label: 'The last minute: requests a second with the starter and with a plain WebClient, the rate that the limiter allows, and how many calls wait',
			lines: [
				{ value: ({ limiter }) => limiter.waiting, style: 'waiting' },
				{ value: ({ limiter }) => limiter.rate, style: 'limit' },
				{ value: ({ plainPerSecond }) => plainPerSecond, style: 'plain' },
				{ value: ({ perSecond }) => perSecond, style: 'sent' }
			],
			bars: ({ refusedPerSecond }) => refusedPerSecond,
			marks: ({ limiter }) => limiter.paused,
			height: 220, tallest: TALLEST
		});
		this.top = el('span', { class: 'top-value', 'aria-hidden': 'true' });
		place.append(
			el('p', { class: 'lab-intro' }, 'The service takes 10 requests a second, and answers 429 to more. Write 1,000 contacts in two ways, and break something meanwhile.'),
			el('div', { class: 'card chart-card' },
				el('div', { class: 'row' }, this.runs.starter.button, this.runs.plain.button, this.runs.starter.stop, this.runs.plain.stop),
				el('div', { class: 'plot' }, this.chart.element, this.top),
				el('p', { class: 'legend' },
					el('span', { class: 'key sent' }, 'starter, requests / s'), el('span', { class: 'key plain' }, 'plain WebClient, requests / s'),
					el('span', { class: 'key limit' }, 'allowed by the limiter'), el('span', { class: 'key waiting' }, 'calls that wait'),
					el('span', { class: 'key refused' }, '429s / s'), el('span', { class: 'key pause' }, 'pause')),
				this.faults()),
			el('div', { class: 'lab-runs' }, this.runs.starter.element, this.runs.plain.element),
			el('p', {}, el('button', { type: 'button', class: 'quiet', onclick: () => this.tidyUp() }, 'Delete the lab’s contacts')));
		onLive((view) => this.live(view), signal);
	}

	faults() {
		return el('div', { class: 'row lab-faults', role: 'group', 'aria-label': 'Break something' },
			el('span', { 'aria-hidden': 'true' }, 'Break:'),
			FAULTS.map(([fault, name, what]) => el('button', {
				type: 'button', class: 'danger', title: what, onclick: () => this.break(fault, what)
			}, name)),
			el('button', { type: 'button', class: 'quiet', title: 'Ends all that was broken', onclick: () => this.break('repair', 'All is well again.') }, 'Repair'));
	}

	async break(fault, what) {
		try {
			await sendJson('POST', `api/lab/faults/${fault}`);
			toast(what);
		}
		catch (error) {
			toastError(error);
		}
	}

	async tidyUp() {
		try {
			const { deleted } = await sendJson('DELETE', 'api/lab/contacts');
			toast(`${number(deleted)} contacts of the lab are deleted.`);
			recordsChanged('contacts');
		}
		catch (error) {
			toastError(error);
		}
	}

	live({ now, history }) {
		if (!now) {
			return;
		}
		this.note(history);
		const top = this.chart.draw(history);
		this.top.textContent = `${number(top)} / s`;
		this.runs.starter.live(now.limiter);
	}

	// what the runs know is kept with what the application says, so that it is still there on the next visit
	note(history) {
		const sample = history.at(-1);
		const before = history.at(-2);
		const plain = this.runs.plain.progress;
		sample.plainSent ??= plain?.sent;
		sample.plainRefused ??= plain?.refused ?? 0;
		const seconds = before ? (sample.time - before.time) / 1000 : 0;
		if (seconds <= 0) {
			return;
		}
		if (this.runs.plain.running) {
			sample.plainPerSecond ??= Math.max(0, (sample.plainSent ?? 0) - (before.plainSent ?? 0)) / seconds;
		}
		const refused = sample.limiter.refused - before.limiter.refused + Math.max(0, sample.plainRefused - (before.plainRefused ?? 0));
		sample.refusedPerSecond ??= Math.max(0, refused) / seconds;
	}

}

/* One of the two ways: its button, its figures, and what was counted at the end */
class RunView {

	constructor(writer, lab) {
		Object.assign(this, { writer, lab, running: false });
		const { name, button } = WRITERS[writer];
		this.button = el('button', { type: 'button', class: writer === 'starter' ? null : 'quiet', onclick: () => this.run() }, button);
		this.stop = el('button', { type: 'button', class: 'danger', hidden: true, onclick: () => this.aborted?.abort() }, `Stop ${writer === 'starter' ? 'the starter' : 'the plain one'}`);
		this.bar = el('progress', { max: 1000, value: 0, 'aria-label': `Contacts written ${name.toLowerCase()}` });
		this.figures = Object.fromEntries(['written', 'refused', 'waiting', 'search'].map((key) => [key, el('dd', {}, '–')]));
		this.verdict = el('p', { class: 'verdict', role: 'status' }, 'Not started yet.');
		this.element = el('section', { class: `card lab-run ${writer}`, 'aria-labelledby': `run-${writer}` },
			el('h2', { id: `run-${writer}` }, name), this.bar,
			el('dl', { class: 'figures' }, figure('Written', this.figures.written), figure('Answered 429', this.figures.refused),
				figure('Waiting', this.figures.waiting), figure('Search meanwhile', this.figures.search)),
			this.verdict,
			el('p', { class: 'hint' }, writer === 'starter'
				? 'In the background: a search goes first. A write whose answer is lost is not repeated, so nothing is doubled: its contacts are reported as unknown. With a unique field, an upsert could repeat it.'
				: '40 calls at a time, each repeated three times after a quarter of a second: also where the answer was lost, and the contacts are stored. Many an application does no more.'));
	}

	async run() {
		this.aborted = new AbortController();
		const signal = AbortSignal.any([this.aborted.signal, this.lab.signal]);
		this.change(true);
		this.progress = undefined;
		this.refusedBefore = undefined;
		this.say('Under way …', '');
		try {
			for await (const progress of lines(`api/lab/runs/${this.writer}`, { method: 'POST', signal })) {
				this.show(progress);
			}
		}
		catch (error) {
			if (!this.lab.signal.aborted) {
				this.say(error.name === 'AbortError' ? 'Stopped. What was written until then is there.' : error.message, 'bad');
			}
		}
		this.change(false);
		recordsChanged('contacts');
	}

	change(running) {
		this.running = running;
		this.button.disabled = running;
		this.stop.hidden = !running;
		if (running) {
			this.stop.focus();
		}
		else if (document.activeElement === document.body || document.activeElement === this.stop) {
			this.button.focus();
		}
	}

	show(progress) {
		this.progress = progress;
		this.bar.max = progress.total;
		this.bar.value = progress.written;
		this.figures.written.textContent = `${number(progress.written)} / ${number(progress.total)}`;
		this.figures.search.textContent = progress.searchFailed ? 'failed' : duration(progress.searchMillis ?? undefined);
		this.figures.search.className = progress.searchFailed ? 'bad' : '';
		if (this.writer === 'plain') {
			this.figures.refused.textContent = number(progress.refused);
			this.figures.waiting.textContent = 'no queue';
		}
		if (progress.found) {
			this.end(progress);
		}
	}

	/* The rate limiter serves all calls of the starter, and counts for them */
	live({ waiting, refused }) {
		if (!this.running) {
			return;
		}
		this.refusedBefore ??= refused;
		this.figures.refused.textContent = number(refused - this.refusedBefore);
		this.figures.waiting.textContent = number(waiting);
	}

	end(progress) {
		if (this.writer === 'starter') {
			this.figures.waiting.textContent = '0';
		}
		const { total, elapsed, failed, rejected, unknown, unsent, found: { contacts, lost, doubled, unknownStored } } = progress;
		const good = lost === 0 && doubled === 0;
		const text = `${number(contacts - doubled)} stored, ${number(lost)} lost, ${number(doubled)} doubled, in ${duration(elapsed)}.`;
		const reports = [
			unknown > 0 && `${number(unknown)} reported as unknown: ${number(unknownStored)} of them are stored, ${number(unknown - unknownStored)} are not.`,
			rejected > 0 && `${number(rejected)} rejected, and reported.`,
			unsent > 0 && `${number(unsent)} not sent: the writer ended with an error, as all further calls would fail.`,
			// a plain client takes a lost answer for a lost contact
			failed > lost && `It believes ${number(failed)} of ${number(total)} to be lost.`
		].filter(Boolean);
		this.say(['Counted on the simulator:', text, ...reports].join(' '), good ? 'good' : 'bad');
		announce([`${WRITERS[this.writer].name}:`, text, ...reports].join(' '));
	}

	say(text, kind) {
		this.verdict.className = `verdict ${kind}`;
		this.verdict.textContent = text;
	}

}

function figure(name, value) {
	return el('div', {}, el('dt', {}, name), value);
}
