const PER_PAGE = 15;
// a list by page number reaches no further
const REACH = 2000;
const SHOWN_PROBLEMS = 100;

const byId = (id) => document.getElementById(id);
const seconds = (value) => value === undefined ? '–' : `${value.toFixed(1)} s`;

async function request(url, options) {
	const response = await fetch(url, options);
	if (!response.ok) {
		const problem = await response.json().catch(() => ({}));
		throw new Error(problem.detail || problem.title || `The application answered with status ${response.status}`);
	}
	return response;
}

/* What is told of an import or export while it runs: one JSON object a line */
async function* events(url, options) {
	const response = await request(url, { ...options, headers: { Accept: 'application/x-ndjson, application/problem+json' } });
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = '';
	for (;;) {
		const { done, value } = await reader.read();
		if (done) {
			return;
		}
		const lines = (rest + value).split('\n');
		rest = lines.pop();
		yield* lines.filter((line) => line).map((line) => JSON.parse(line));
	}
}

/* Shows how far an import or export has come */
class TransferView {

	constructor(place, title) {
		place.replaceChildren(byId('transfer').content.cloneNode(true));
		this.root = place.firstElementChild;
		this.problems = 0;
		this.bar = this.find('progress');
		this.bar.setAttribute('aria-label', title);
		this.state(`${title} is under way`);
	}

	find(selector) {
		return this.root.querySelector(selector);
	}

	text(selector, text) {
		this.find(selector).textContent = text;
	}

	onStop(stop) {
		this.find('.stop').addEventListener('click', stop);
	}

	state(text, failed = false) {
		this.text('.state', text);
		this.find('.state').classList.toggle('failed', failed);
	}

	progress(event) {
		if (event.total) {
			this.bar.max = event.total;
			this.bar.value = event.done;
		}
		this.text('.done', event.total ? `${event.done} of ${event.total}` : event.done);
		this.text('.rate', `${event.perSecond.toFixed(1)} / s`);
		this.text('.waited', seconds(event.waited));
		this.text('.remaining', seconds(event.remaining));
	}

	problem(event) {
		this.find('.problems').hidden = false;
		this.problems++;
		if (this.problems > SHOWN_PROBLEMS) {
			this.find('.more').hidden = false;
			this.text('.more', `and ${this.problems - SHOWN_PROBLEMS} more`);
			return;
		}
		const item = document.createElement('li');
		const line = document.createElement('strong');
		line.textContent = `Line ${event.line} `;
		const what = event.event === 'unknown' ? 'may have been written or not' : event.field;
		item.append(line, [what, event.detail].filter(Boolean).join(': ') + (event.code ? ` (${event.code})` : ''));
		this.find('.problems ul').append(item);
	}

	end(text, complete) {
		this.state(text, !complete);
		this.find('.stop')?.remove();
		// a bar without a value would move for ever
		this.bar.max = this.bar.max || 1;
		this.bar.value = complete ? this.bar.max : Math.max(this.bar.value, 0);
	}

}

function outcome(counts) {
	const said = ['created', 'updated', 'rejected', 'unknown'].filter((name) => counts[name] > 0);
	return said.map((name) => `${counts[name]} ${name}`).join(', ') || 'There was nothing to import';
}

/* Shows what happens; the first event is the sign to start what is followed */
async function follow(view, url, options, start) {
	let begin = start;
	let ended = false;
	let failure;
	for await (const event of events(url, options)) {
		switch (event.event) {
			case 'progress':
				view.progress(event);
				begin?.();
				begin = undefined;
				break;
			case 'rejected':
			case 'unknown':
				view.problem(event);
				break;
			case 'error':
				failure = event.detail;
				break;
			case 'imported':
				ended = true;
				view.end(outcome(event) + (failure ? `. It went no further: ${failure}` : ''), event.complete);
				break;
			case 'exported':
				ended = true;
				view.end(event.complete ? `${event.read} contacts exported` : 'The export was stopped', event.complete);
				break;
		}
	}
	if (!ended) {
		throw new Error(failure || 'The connection to the application was lost');
	}
}

/* Records of CSV after its header, or lines of JSON: what the bar counts up to */
function countRecords(text, json) {
	if (json) {
		return text.split('\n').filter((line) => line.trim()).length;
	}
	let quoted = false;
	let empty = true;
	let records = 0;
	for (const character of `${text}\n`) {
		if (character === '"') {
			quoted = !quoted;
		}
		if (character === '\n' && !quoted) {
			records += empty ? 0 : 1;
			empty = true;
		}
		else if (character !== '\r') {
			empty = false;
		}
	}
	return Math.max(records - 1, 0);
}

async function importFile(file) {
	const view = new TransferView(byId('import-progress'), 'The import');
	const abort = new AbortController();
	const buttons = byId('import').querySelectorAll('button');
	view.onStop(() => abort.abort());
	buttons.forEach((button) => button.disabled = true);
	try {
		const form = new FormData();
		form.append('file', file);
		const total = countRecords(await file.text(), /\.(ndjson|jsonl)$/.test(file.name));
		await follow(view, `api/contacts/import?total=${total}`, { method: 'POST', body: form, signal: abort.signal });
	}
	catch (error) {
		view.end(abort.signal.aborted ? 'The import was stopped; what was written before stays' : error.message, false);
	}
	buttons.forEach((button) => button.disabled = false);
	await list.show();
}

async function importSample() {
	const response = await request('sample-contacts.csv');
	await importFile(new File([await response.blob()], 'sample-contacts.csv', { type: 'text/csv' }));
}

async function exportAll() {
	const id = crypto.randomUUID();
	const view = new TransferView(byId('export-progress'), 'The export');
	view.find('.stop').remove();
	byId('export').disabled = true;
	try {
		const download = document.createElement('a');
		download.href = `api/contacts/export?id=${id}`;
		download.download = 'contacts.csv';
		await follow(view, `api/contacts/export/${id}/progress`, {}, () => download.click());
	}
	catch (error) {
		view.end(error.message, false);
	}
	byId('export').disabled = false;
}

class ContactList {

	page = 1;

	async show() {
		const query = byId('query').value.trim();
		const parameters = new URLSearchParams({ page: this.page, perPage: PER_PAGE });
		if (query) {
			parameters.set(query.includes('@') ? 'email' : 'word', query);
		}
		else {
			parameters.set('fields', 'First_Name,Last_Name,Email,Phone,Mailing_City');
		}
		try {
			const response = await request(`api/contacts${query ? '/search' : ''}?${parameters}`);
			this.render(await response.json(), query);
		}
		catch (error) {
			byId('list-status').textContent = error.message;
		}
	}

	render({ data, info }, query) {
		byId('contacts').replaceChildren(...data.map((contact) => this.row(contact)));
		byId('list-status').textContent = data.length > 0 ? '' : query ? 'No contact was found' : 'There are no contacts';
		byId('page').textContent = `Page ${this.page}`;
		byId('previous').disabled = this.page === 1;
		byId('next').disabled = !info.more_records || this.page * PER_PAGE >= REACH;
	}

	row(contact) {
		const row = document.createElement('tr');
		const name = [contact.First_Name, contact.Last_Name].filter(Boolean).join(' ');
		const cell = (value, style) => {
			// a text may hold characters that turn the direction of all that follows
			const text = Object.assign(document.createElement('bdi'), { textContent: value ?? '' });
			const cell = Object.assign(row.insertCell(), { className: style ?? '' });
			cell.append(text);
		};
		cell(name);
		cell(contact.Email, 'email');
		cell(contact.Phone);
		cell(contact.Mailing_City, 'wide');
		return row;
	}

	turn(pages) {
		this.page += pages;
		return this.show();
	}

}

const list = new ContactList();

byId('import').addEventListener('submit', (event) => {
	event.preventDefault();
	importFile(byId('file').files[0]);
});
byId('import-sample').addEventListener('click', importSample);
byId('export').addEventListener('click', exportAll);
byId('search').addEventListener('submit', (event) => {
	event.preventDefault();
	list.page = 1;
	list.show();
});
byId('previous').addEventListener('click', () => list.turn(-1));
byId('next').addEventListener('click', () => list.turn(1));
list.show();
