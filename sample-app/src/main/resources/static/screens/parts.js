import { announce, bdi, el, toast, toastError } from '../lib/dom.js';
import { moment, number } from '../lib/format.js';
import { getJson, request, sendJson } from '../lib/http.js';
import { MODULES, nameOf } from './modules.js';

/* What hangs on a record. Each part is read by itself, so that one which cannot be read does not hide the others. */
export async function showParts(place, module, record, signal) {
	const url = `api/${module}/${record.id}`;
	const parts = [new Tags(module, url, record), new Related(url), new Notes(url), new Attachments(url)];
	place.append(...parts.map((part) => part.element));
	await Promise.all(parts.map((part) => part.load(signal)));
}

class Part {

	constructor(title, ...children) {
		this.content = el('div');
		this.element = el('section', { class: 'card', 'aria-label': title }, el('h2', {}, title), this.content, children);
	}

	async load(signal) {
		this.signal = signal;
		if (!this.content.hasChildNodes()) {
			this.content.replaceChildren(el('p', { class: 'hint' }, 'Loading …'));
		}
		try {
			await this.read(signal);
		}
		catch (error) {
			if (!signal.aborted) {
				this.content.replaceChildren(el('p', { class: 'bad' }, error.title ?? error.message),
					el('p', { class: 'hint' }, error.advice ?? ''),
					el('button', { type: 'button', class: 'quiet', onclick: () => this.load(signal) }, 'Try again'));
			}
		}
	}

	show(items, none) {
		this.content.replaceChildren(items.length > 0 ? el('ul', { class: 'things' }, items) : el('p', { class: 'hint' }, none));
	}

}

class Tags extends Part {

	constructor(module, url, record) {
		const input = el('input', { id: 'new-tag', type: 'text', maxlength: '25', autocomplete: 'off', list: 'known-tags', dir: 'auto' });
		const known = el('datalist', { id: 'known-tags' });
		super('Tags', el('form', { class: 'row', onsubmit: (event) => this.add(event) },
			el('label', { class: 'unseen', for: 'new-tag' }, 'New tag'), input, known, el('button', { class: 'quiet' }, 'Add tag')));
		Object.assign(this, { module, url, input, known, tags: record.Tag ?? [] });
	}

	async read(signal) {
		this.render();
		const known = await getJson(`api/tags/${this.module}`, { signal });
		this.known.replaceChildren(...known.map(({ name }) => el('option', { value: name })));
	}

	render() {
		this.content.replaceChildren(this.tags.length > 0
			? el('ul', { class: 'tags', 'aria-label': 'Tags of this record' }, this.tags.map(({ name }) => el('li', {}, bdi(name),
				el('button', { type: 'button', class: 'quiet', 'aria-label': `Remove the tag ${name}`, onclick: () => this.remove(name) }, '×'))))
			: el('p', { class: 'hint' }, 'No tags.'));
	}

	async add(event) {
		event.preventDefault();
		const name = this.input.value.trim();
		if (!name) {
			this.input.focus();
			return;
		}
		await this.change(sendJson('POST', `${this.url}/tags`, { name }, { signal: this.signal }), () => {
			this.input.value = '';
			this.tags = [...this.tags.filter((tag) => tag.name !== name), { name }];
		}, `Tag ${name} added`);
	}

	async remove(name) {
		await this.change(sendJson('DELETE', `${this.url}/tags?${new URLSearchParams({ name })}`, undefined, { signal: this.signal }),
			() => this.tags = this.tags.filter((tag) => tag.name !== name), `Tag ${name} removed`);
	}

	async change(done, update, text) {
		try {
			await done;
			update();
			this.render();
			announce(text);
		}
		catch (error) {
			toastError(error);
		}
		this.input.focus();
	}

}

class Related extends Part {

	constructor(url) {
		super('Related');
		this.url = url;
	}

	async read(signal) {
		const groups = await getJson(`${this.url}/related`, { signal });
		const shown = groups.filter(({ records, problem }) => records.length > 0 || problem);
		this.content.replaceChildren(...shown.map((group) => this.group(group)),
			shown.length === 0 ? el('p', { class: 'hint' }, 'Nothing is related to this record.') : '');
	}

	group({ collection, label, records, problem }) {
		return el('div', {}, el('h3', {}, label), problem
			? el('p', { class: 'bad' }, `${problem.title}. ${problem.advice}`)
			: el('ul', { class: 'things' }, records.map((record) => el('li', {}, collection in MODULES
				? el('a', { href: `#/${collection}/${record.id}` }, bdi(nameOf(collection, record)))
				: bdi(record.Deal_Name ?? 'without a name')))));
	}

}

class Notes extends Part {

	constructor(url) {
		const input = el('textarea', { id: 'new-note', rows: '2', maxlength: '32000', dir: 'auto' });
		const button = el('button', { class: 'quiet' }, 'Add note');
		super('Notes', el('form', { class: 'stack', onsubmit: (event) => this.add(event) },
			el('label', { for: 'new-note' }, 'New note'), input, el('div', {}, button)));
		Object.assign(this, { url, input, button });
	}

	async read(signal) {
		const notes = await getJson(`${this.url}/notes`, { signal });
		this.show(notes.map((note) => el('li', {},
			note.Note_Title ? el('b', {}, bdi(note.Note_Title)) : null,
			el('p', { class: 'note', dir: 'auto' }, note.Note_Content ?? ''),
			el('p', { class: 'hint' }, [note.Created_By?.name, moment(note.Created_Time)].filter(Boolean).join(', ')))), 'No notes yet.');
	}

	async add(event) {
		event.preventDefault();
		if (this.adding) {
			return;
		}
		const content = this.input.value.trim();
		if (!content) {
			this.input.focus();
			announce('Write something into the note first', true);
			return;
		}
		this.adding = true;
		try {
			await sendJson('POST', `${this.url}/notes`, { Note_Content: content }, { signal: this.signal });
			this.input.value = '';
			toast('The note was added.');
			await this.load(this.signal);
		}
		catch (error) {
			toastError(error);
		}
		this.adding = false;
		this.input.focus();
	}

}

class Attachments extends Part {

	constructor(url) {
		const input = el('input', { id: 'new-file', type: 'file', onchange: () => this.add() });
		const state = el('p', { class: 'hint', role: 'status' });
		super('Attachments', el('div', { class: 'stack' }, el('label', { for: 'new-file' }, 'Attach a file'), input, state));
		Object.assign(this, { url, input, state });
	}

	async read(signal) {
		const files = await getJson(`${this.url}/attachments`, { signal });
		this.show(files.map((file) => el('li', {},
			file.$link_url
				? el('a', { href: link(file.$link_url), rel: 'noreferrer noopener', target: '_blank' }, bdi(file.File_Name))
				: el('a', { href: `${this.url}/attachments/${file.id}?${new URLSearchParams({ name: file.File_Name })}`, download: file.File_Name }, bdi(file.File_Name)),
			el('p', { class: 'hint' }, [size(file.Size), moment(file.Created_Time)].filter(Boolean).join(', ')))), 'No files yet.');
	}

	async add() {
		const [file] = this.input.files;
		if (!file) {
			return;
		}
		const body = new FormData();
		body.append('file', file);
		this.state.textContent = `Attaching ${file.name} …`;
		this.input.disabled = true;
		try {
			await request(`${this.url}/attachments`, { method: 'POST', body, signal: this.signal });
			this.state.textContent = `${file.name} was attached.`;
			this.input.value = '';
			await this.load(this.signal);
		}
		catch (error) {
			this.state.textContent = '';
			toastError(error);
		}
		this.input.disabled = false;
		this.input.focus();
	}

}

// a link of the data may be anything, also a script
function link(url) {
	return /^https?:\/\//i.test(url) ? url : undefined;
}

function size(bytes) {
	const value = Number(bytes);
	return !Number.isFinite(value) ? '' : value < 1000 ? `${value} bytes` : value < 1_000_000 ? `${number(Math.round(value / 1000))} kB` : `${number(Math.round(value / 100_000) / 10)} MB`;
}
