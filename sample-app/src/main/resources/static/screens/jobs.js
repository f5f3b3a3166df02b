import { announce, bdi, el, toast, toastError } from '../lib/dom.js';
import { codeButton } from '../lib/code.js';
import { getJson, request, sendJson } from '../lib/http.js';
import { plural } from '../lib/format.js';
import { stream } from '../lib/sse.js';
import { ImportForm } from './import-form.js';
import { JobCard } from './job-card.js';

export default {

	title: 'Import & export',

	async show(main, params, signal) {
		const code = codeButton('import', 'import-format', 'import-columns', 'import-stop', 'export');
		const jobs = new JobList();
		main.append(
			el('div', { class: 'title' }, el('h1', {}, 'Import & export'), el('span', { class: 'space' }), code.button),
			code.panel,
			new Import(jobs, signal).element,
			el('section', { class: 'card', 'aria-label': 'Export' }, el('h2', {}, 'Export contacts'),
				el('p', { class: 'hint' }, 'All contacts as CSV, for spreadsheets and for an import. It can run beside an import.'),
				el('a', { class: 'button', href: 'api/jobs/export', download: 'contacts.csv', onclick: () => announce('The export has begun. The list of jobs shows how far it is.') }, 'Export all contacts')),
			jobs.element);
		jobs.show(await getJson('api/jobs', { signal }));
		stream('api/jobs/events', { onData: (all) => jobs.show(all), onState: (connected) => jobs.connected(connected) }, signal);
	}

};

/* Chooses a file, then shows what is in it */
class Import {

	constructor(jobs, signal) {
		Object.assign(this, { jobs, signal });
		this.input = el('input', { id: 'file', type: 'file', accept: '.csv,.tsv,.txt,text/csv', 'aria-describedby': 'file-hint', onchange: () => this.chosen(this.input.files[0]) });
		this.sample = el('button', { type: 'button', class: 'quiet', onclick: () => this.takeSample() }, 'Use the sample contacts');
		this.state = el('div', { role: 'status' });
		this.place = el('div');
		this.element = el('section', { class: 'card', 'aria-label': 'Import' }, el('h2', {}, 'Import contacts'),
			el('label', { for: 'file' }, 'CSV file'),
			el('div', { class: 'row' }, this.input, this.sample),
			el('p', { class: 'hint', id: 'file-hint' }, 'With commas, semicolons or tabs, in any usual encoding. The first line names the columns. ',
				el('a', { href: 'sample-contacts.csv', download: true }, 'The sample contacts'), ' have some that Bigin rejects.'),
			this.state, this.place);
		this.element.addEventListener('dragover', (event) => this.over(event, true));
		this.element.addEventListener('dragleave', (event) => this.over(event, false));
		this.element.addEventListener('drop', (event) => this.dropped(event));
	}

	over(event, inside) {
		if (event.dataTransfer.types.includes('Files')) {
			event.preventDefault();
			this.element.classList.toggle('over', inside);
		}
	}

	dropped(event) {
		this.over(event, false);
		this.chosen(event.dataTransfer.files[0]);
	}

	async takeSample() {
		try {
			const response = await request('sample-contacts.csv', { signal: this.signal });
			await this.chosen(new File([await response.blob()], 'sample-contacts.csv', { type: 'text/csv' }));
		}
		catch (error) {
			toastError(error);
		}
	}

	async chosen(file) {
		if (!file) {
			return;
		}
		this.place.replaceChildren();
		this.state.replaceChildren(el('p', { class: 'hint' }, `Reading ${file.name} …`));
		const body = new FormData();
		body.append('file', file);
		try {
			const response = await request('api/jobs/uploads', { method: 'POST', body, signal: this.signal });
			const form = new ImportForm(await response.json(), (job, columns) => this.start(job, columns), () => this.leave());
			this.state.replaceChildren();
			this.place.replaceChildren(form.element);
			form.focus();
		}
		catch (error) {
			this.fail(error);
		}
		// the same file can be chosen again once it was corrected
		this.input.value = '';
	}

	fail(error) {
		if (error.name !== 'AbortError') {
			this.state.replaceChildren(el('div', { class: 'problem' }, el('p', {}, error.title ?? error.message),
				el('p', { class: 'hint' }, error.status === 400 ? 'Correct the file, then choose it once more.' : error.advice)));
		}
	}

	async start(job) {
		const started = await sendJson('POST', 'api/jobs', job, { signal: this.signal });
		this.jobs.add(started);
		announce(job.dryRun ? 'The check has begun' : 'The import has begun');
		if (!job.dryRun) {
			this.leave();
			this.jobs.focus(started.id);
		}
	}

	leave() {
		this.place.replaceChildren();
		this.state.replaceChildren();
		this.input.focus();
	}

}

/* The jobs, the newest first. Cards stay while they are told of news, so that nobody loses the place. */
class JobList {

	constructor() {
		this.cards = new Map();
		this.lost = el('p', { class: 'hint bad', hidden: true }, 'The application does not answer, so these figures may be old. The page tries to reach it again.');
		this.none = el('p', { class: 'empty' }, 'No import or export yet. Those of this session appear here, also after the page was loaded again.');
		this.list = el('ul', { class: 'jobs' });
		this.element = el('section', { class: 'card', 'aria-label': 'Jobs' }, el('h2', {}, 'Jobs'), this.lost, this.none, this.list);
	}

	connected(connected) {
		this.lost.hidden = connected;
	}

	show(jobs) {
		this.none.hidden = jobs.length > 0;
		const known = new Set(jobs.map(({ id }) => id));
		for (const [id, card] of this.cards) {
			if (!known.has(id)) {
				card.element.remove();
				this.cards.delete(id);
			}
		}
		for (const job of [...jobs].reverse()) {
			this.add(job);
		}
	}

	add(job) {
		this.none.hidden = true;
		const card = this.cards.get(job.id);
		if (card) {
			card.show(job);
			return;
		}
		const added = new JobCard(job, (again) => this.again(again));
		this.cards.set(job.id, added);
		this.list.prepend(added.element);
	}

	again(job) {
		this.add(job);
		this.focus(job.id);
		toast(`${plural(job.total, 'row')} are tried again.`);
	}

	focus(id) {
		this.cards.get(id).focus();
	}

}
