import { recordsChanged } from '../lib/counts.js';
import { announce, bdi, el, toastError } from '../lib/dom.js';
import { decimal, duration, number, plural, time } from '../lib/format.js';
import { getJson, sendJson } from '../lib/http.js';

const KINDS = { import: 'Import', check: 'Check', export: 'Export' };
const SHOWN_ROWS = 100;

/* One job. Its elements stay the same while it goes on, so that the focus stays where it is. */
export class JobCard {

	constructor(job, again) {
		this.again = again;
		this.bar = el('progress', { 'aria-label': 'How far it is' });
		this.heading = el('h3', { tabindex: '-1' }, `${KINDS[job.kind]}: `, bdi(job.name));
		this.state = el('p', { class: 'state' });
		this.advice = el('p', { class: 'hint' });
		this.figures = el('dl', { class: 'figures' });
		this.stop = el('button', { type: 'button', class: 'quiet', onclick: () => this.askToStop() }, 'Stop');
		this.rows = el('details', { class: 'rejected', ontoggle: () => this.showRows() }, el('summary', {}), el('div'));
		this.file = el('a', { class: 'button quiet', href: `api/jobs/${job.id}/rejected.csv`, download: 'rejected-rows.csv' }, 'Download them as CSV');
		this.retry = el('button', { type: 'button', class: 'quiet', onclick: () => this.tryAgain() }, 'Try them again');
		this.buttons = el('div', { class: 'row' }, this.stop, this.file, this.retry);
		this.element = el('li', { class: 'job' },
			el('div', { class: 'row' }, this.heading, el('span', { class: 'space' }), el('span', { class: 'hint' }, time(job.started))),
			this.bar, this.state, this.advice, this.figures, this.rows, this.buttons);
		this.show(job);
	}

	show(job) {
		const ended = Boolean(job.ended);
		const before = this.job;
		this.job = job;
		this.element.dataset.state = job.state;
		this.progress(job, ended);
		this.state.textContent = summary(job);
		this.advice.textContent = advice(job);
		this.advice.hidden = !this.advice.textContent;
		this.figures.replaceChildren(...figures(job));
		this.rowsOf(job, ended);
		this.controls(job, ended);
		if (ended && before && !before.ended) {
			announce(`${KINDS[job.kind]} ${job.name}: ${summary(job)}`, job.state === 'failed');
			if (job.kind === 'import') {
				// a company that is named in a row and was not there is new, too
				recordsChanged('contacts', 'companies');
			}
		}
	}

	progress({ total, done, state }, ended) {
		this.bar.hidden = ended && state === 'done';
		if (total) {
			this.bar.max = total;
			this.bar.value = done;
		}
		else if (ended) {
			// a bar without a value would move for ever
			this.bar.hidden = true;
		}
	}

	rowsOf({ repeatable, rejected, unknown }, ended) {
		this.rows.hidden = repeatable === 0;
		this.rows.querySelector('summary').textContent = repeatable < rejected + unknown
			? `The first ${number(repeatable)} of ${number(rejected + unknown)} rows that failed`
			: `${plural(repeatable, 'row')} that failed`;
		if (this.rows.open && ended && this.shown !== repeatable) {
			this.showRows();
		}
	}

	/* A button that has the focus is not taken away from under it */
	controls({ kind, repeatable, state }, ended) {
		const focused = document.activeElement;
		this.stop.hidden = ended;
		this.stop.textContent = state === 'stopping' ? 'Stopping …' : 'Stop';
		this.file.hidden = !ended || repeatable === 0;
		this.retry.hidden = this.file.hidden || kind !== 'import';
		if (focused?.hidden && this.element.contains(focused)) {
			this.focus();
		}
	}

	async askToStop() {
		if (this.job.state !== 'running') {
			return;
		}
		try {
			this.show(await sendJson('POST', `api/jobs/${this.job.id}/stop`));
			announce('It stops as soon as the call that is under way has ended');
		}
		catch (error) {
			toastError(error);
		}
	}

	async tryAgain() {
		try {
			this.again(await sendJson('POST', `api/jobs/${this.job.id}/retry`));
		}
		catch (error) {
			toastError(error);
		}
	}

	async showRows() {
		if (!this.rows.open) {
			return;
		}
		const place = this.rows.querySelector('div');
		try {
			this.shown = this.job.repeatable;
			const rows = await getJson(`api/jobs/${this.job.id}/rejected`);
			place.replaceChildren(
				el('table', {}, el('thead', {}, el('tr', {}, ['Line', 'Name', 'Reason'].map((label) => el('th', { scope: 'col' }, label)))),
					el('tbody', {}, rows.map(({ row, name, reason }) => el('tr', {}, el('td', {}, number(row.line)), el('td', {}, bdi(name || '–')), el('td', {}, reason))))),
				this.shown > SHOWN_ROWS ? el('p', { class: 'hint' }, `These are the first ${SHOWN_ROWS}. The file has all that are kept.`) : '');
		}
		catch (error) {
			place.replaceChildren(el('p', { class: 'bad' }, `${error.title ?? error.message} ${error.advice ?? ''}`));
		}
	}

	focus() {
		this.heading.focus();
	}

}

/* What became of it, as a sentence that is true */
function summary(job) {
	const { kind, state, done, total } = job;
	const left = (total ?? 0) - done;
	switch (state) {
		case 'running':
			return total ? `${number(done)} of ${number(total)}` : `${plural(done, 'contact')} so far`;
		case 'stopping':
			return 'Stopping: the call that is under way is waited for, so that it is known what was written.';
		case 'stopped':
			return kind === 'export' ? `Stopped after ${plural(done, 'contact')}. The file is not complete.`
				: `Stopped. ${outcome(job)} ${plural(left, 'row was', 'rows were')} not tried.`;
		case 'failed':
			return `It went no further. ${job.problem} ${kind === 'export' ? '' : outcome(job)}${left > 0 ? ` ${plural(left, 'row was', 'rows were')} not tried.` : ''}`;
		default:
			return kind === 'export' ? `${plural(done, 'contact')} exported.` : outcome(job);
	}
}

function outcome({ kind, done, created, updated, rejected, unknown }) {
	if (kind === 'check') {
		return rejected === 0 ? `All ${number(done)} rows can be imported.` : `${number(done - rejected)} of ${plural(done, 'row')} can be imported.`;
	}
	const parts = [[created, 'created'], [updated, 'updated'], [rejected, 'rejected'], [unknown, 'perhaps written']]
		.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
	return parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing was written.';
}

function advice({ kind, ended, rejected, unknown }) {
	if (!ended) {
		return '';
	}
	if (kind === 'check') {
		return rejected > 0 ? 'Nothing was written. Correct the rows that failed, or import the others as they are.' : 'Nothing was written.';
	}
	return [
		rejected > 0 ? 'Rejected rows can be corrected in the file, which says what is wrong with each, and imported again.' : '',
		unknown > 0 ? 'Rows that are perhaps written lost their answer: to try them again is safe, as the email address finds them.' : ''
	].filter(Boolean).join(' ');
}

function figures({ kind, state, ended, started, perSecond, waited, done, total, rejected, unknown }) {
	const running = !ended;
	const left = total && perSecond > 0 ? ((total - done) / perSecond) * 1000 : undefined;
	const shown = [
		running ? ['A second', decimal(perSecond)] : ['Took', duration(new Date(ended) - new Date(started))],
		kind === 'check' ? null : ['Waited for the limits', duration(Math.round(waited * 1000))],
		running && total && state === 'running' ? ['Time left', duration(left)] : null,
		rejected + unknown > 0 ? [kind === 'check' ? 'Cannot be imported' : 'Failed', number(rejected + unknown)] : null
	];
	return shown.filter(Boolean).map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', {}, value)));
}
