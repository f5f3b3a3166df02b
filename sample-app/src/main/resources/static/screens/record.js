import { announce, bdi, el, toast, toastError } from '../lib/dom.js';
import { codeButton } from '../lib/code.js';
import { plural } from '../lib/format.js';
import { recordsChanged } from '../lib/counts.js';
import { getJson, sendJson } from '../lib/http.js';
import { guard } from '../lib/leave.js';
import { confirmed } from '../lib/confirm.js';
import { Field, formOf, isEdited, shownFields } from './fields.js';
import { MODULES, nameOf } from './modules.js';
import { showParts } from './parts.js';

const NEW = 'new';
// shown elsewhere on this screen
const ELSEWHERE = ['Tag', 'Record_Image', 'id'];

export default {

	title: 'Record',

	async show(main, { module, id }, signal) {
		await new RecordPage(main, module, id, signal).load();
	}

};

class RecordPage {

	constructor(main, module, id, signal) {
		Object.assign(this, { main, module, id, signal, words: MODULES[module], isNew: id === NEW });
		this.heading = el('h1', {}, this.isNew ? `New ${this.words.one}` : this.words.One);
		this.code = codeButton('form', 'save');
		this.remove = el('button', { type: 'button', class: 'danger', hidden: true, onclick: () => this.askToDelete() }, 'Delete');
		this.place = el('div', { class: 'record' }, el('p', { class: 'hint', role: 'status' }, 'Loading …'));
		this.main.append(
			el('a', { class: 'back', href: `#/${module}` }, `All ${this.words.many}`),
			el('div', { class: 'title' }, this.heading, el('span', { class: 'space' }), this.remove, this.code.button),
			this.code.panel, this.place);
		guard(() => this.changes().length, signal);
	}

	async load() {
		const { signal } = this;
		const [form, record] = await Promise.all([formOf(this.module), this.isNew ? {} : getJson(`api/${this.module}/${encodeURIComponent(this.id)}`, { signal })])
			.catch((error) => {
				this.place.remove();
				throw error.status === 404 ? Object.assign(error, { title: `There is no such ${this.words.one}.` }) : error;
			});
		if (signal.aborted) {
			return;
		}
		this.name(record);
		this.build(form, record);
		if (!this.isNew) {
			this.remove.hidden = false;
			this.parts = el('div', { class: 'parts' });
			this.place.append(this.parts);
			await showParts(this.parts, this.module, record, signal);
		}
	}

	name(record) {
		if (!this.isNew) {
			this.heading.replaceChildren(bdi(nameOf(this.module, record)));
			document.title = `${nameOf(this.module, record)} · Bigin sample`;
		}
	}

	build({ sections }, record) {
		this.fields = [];
		const shown = [];
		const parts = sections.map(({ label, fields }) => {
			const edited = fields.filter((field) => isEdited(field) && !ELSEWHERE.includes(field.name)).map((field) => new Field(field, record[field.name]));
			this.fields.push(...edited);
			shown.push(...fields.filter((field) => !isEdited(field) && !ELSEWHERE.includes(field.name)));
			return edited.length > 0 ? el('fieldset', {}, el('legend', {}, label), el('div', { class: 'fields' }, edited.map((field) => field.element))) : null;
		});
		this.save = el('button', { type: 'submit' }, this.isNew ? `Create ${this.words.one}` : 'Save');
		this.undo = el('button', { type: 'button', class: 'quiet', onclick: () => this.reset() }, 'Undo changes');
		this.state = el('span', { class: 'hint', 'aria-live': 'polite' });
		this.facts = el('div', {}, this.isNew ? null : shownFields(shown, record));
		this.shown = shown;
		this.form = el('form', { class: 'card', novalidate: true, 'aria-label': 'Fields', oninput: () => this.count(), onsubmit: (event) => this.submit(event) },
			parts, el('div', { class: 'row save' }, this.save, this.undo, this.state), this.facts);
		this.place.replaceChildren(this.form);
		this.count();
	}

	changes() {
		return this.fields?.filter((field) => field.changed) ?? [];
	}

	count() {
		const changed = this.changes().length;
		this.state.textContent = changed > 0 ? `${plural(changed, 'change')} not saved` : '';
		this.undo.hidden = changed === 0;
	}

	reset() {
		for (const field of this.fields) {
			const { original } = field;
			field.accept();
			if (typeof original === 'boolean') {
				field.control.checked = original;
			}
			else {
				field.control.value = original;
			}
		}
		this.count();
		// the button is gone
		this.save.focus();
		announce('The changes were undone');
	}

	async submit(event) {
		event.preventDefault();
		if (this.saving) {
			return;
		}
		this.saving = true;
		this.save.setAttribute('aria-disabled', 'true');
		try {
			const body = await this.body();
			if (body) {
				await this.send(body);
			}
		}
		catch (error) {
			this.refuse(error);
		}
		this.saving = false;
		this.save.removeAttribute('aria-disabled');
	}

	/* What was changed, and nothing else: what somebody else changes meanwhile stays */
	async body() {
		const body = {};
		let wrong;
		for (const field of this.fields) {
			if (field.changed || (this.isNew && field.description.required)) {
				try {
					body[field.name] = await field.value();
				}
				catch (error) {
					field.reject(error.message);
					wrong ??= field;
				}
			}
		}
		if (wrong) {
			wrong.control.focus();
			return undefined;
		}
		if (Object.keys(body).length === 0) {
			announce('Nothing was changed');
			this.state.textContent = 'Nothing was changed';
			return undefined;
		}
		return body;
	}

	async send(body) {
		if (this.isNew) {
			const { id } = await sendJson('POST', `api/${this.module}`, body, { signal: this.signal });
			toast(`The ${this.words.one} was created.`);
			recordsChanged(this.module);
			this.fields = [];
			location.hash = `#/${this.module}/${id}`;
			return;
		}
		await sendJson('PUT', `api/${this.module}/${this.id}`, body, { signal: this.signal });
		toast(`Saved: ${Object.keys(body).map((name) => this.fields.find((field) => field.name === name).description.label).join(', ')}.`);
		const record = await getJson(`api/${this.module}/${this.id}`, { signal: this.signal });
		this.name(record);
		this.fields.forEach((field) => field.set(record[field.name]));
		this.facts.replaceChildren(shownFields(this.shown, record));
		this.count();
	}

	refuse(error) {
		if (error.name === 'AbortError') {
			return;
		}
		const field = this.fields.find(({ name }) => name === error.field);
		if (!field) {
			toastError(error);
			return;
		}
		// of a value that Bigin refuses the advice says all there is to say
		field.reject(error.existingId ? `${error.title} ` : '', error.advice ?? error.title, ...(error.existingId
			? [' ', el('a', { href: `#/${this.module}/${error.existingId}` }, 'Open the other one')] : []));
		field.control.focus();
		announce(`${error.title} ${error.advice ?? ''}`, true);
	}

	async askToDelete() {
		const name = this.heading.textContent;
		if (!await confirmed(`Delete ${name}?`, `The ${this.words.one} goes to the recycle bin of Bigin, with its notes and files.`, 'Delete')) {
			return;
		}
		try {
			await sendJson('DELETE', `api/${this.module}/${this.id}`, undefined, { signal: this.signal });
			this.fields = [];
			toast(`${name} was deleted.`);
			// Bigin deletes the contacts of a company with it
			recordsChanged(...(this.module === 'companies' ? ['companies', 'contacts'] : [this.module]));
			location.hash = `#/${this.module}`;
		}
		catch (error) {
			toastError(error);
		}
	}

}
