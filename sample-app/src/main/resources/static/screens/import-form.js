import { bdi, el } from '../lib/dom.js';
import { plural } from '../lib/format.js';

const SEPARATORS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };
const ENCODINGS = { 'UTF-16LE': 'UTF-16', 'UTF-16BE': 'UTF-16', 'windows-1252': 'Windows-1252 (Western European)' };
const NEEDED = ['Last_Name', 'Email'];
const SHOWN_VALUES = 3;

/* What was found in a file, and which column goes where */
export class ImportForm {

	constructor(upload, start, leave) {
		Object.assign(this, { upload, start });
		this.selects = upload.header.map((name, column) => this.select(name, column));
		this.heading = el('h3', { tabindex: '-1' }, bdi(upload.name));
		this.error = el('p', { class: 'error', role: 'alert' });
		this.check = el('button', { type: 'button', class: 'quiet', onclick: () => this.go(true) }, 'Check without importing');
		this.importing = el('button', { type: 'submit' }, `Import ${plural(upload.rows, 'contact')}`);
		this.element = el('form', { class: 'columns', 'aria-label': 'Columns of the file', onsubmit: (event) => this.submit(event) },
			this.heading,
			el('p', { class: 'hint' }, `${plural(upload.rows, 'row')}, separated by ${SEPARATORS[upload.separator]}, in ${ENCODINGS[upload.encoding] ?? upload.encoding}. A contact whose email address is there already is updated.`),
			el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Columns and the first rows' },
				el('table', {}, el('thead', {}, el('tr', {}, ['Column', 'First rows', 'Goes into'].map((label) => el('th', { scope: 'col' }, label)))),
					el('tbody', {}, upload.header.map((name, column) => el('tr', {}, el('th', { scope: 'row' }, bdi(name || `Column ${column + 1}`)),
						el('td', {}, this.values(column)), el('td', {}, this.selects[column])))))),
			this.error,
			el('div', { class: 'row' }, this.importing, this.check, el('button', { type: 'button', class: 'quiet', onclick: leave }, 'Cancel')));
	}

	select(name, column) {
		const select = el('select', { 'aria-label': `Field for the column ${name || column + 1}`, onchange: () => this.changed() },
			el('option', { value: '' }, '(left out)'),
			this.upload.fields.map((field) => el('option', { value: field.name }, field.label + (NEEDED.includes(field.name) ? ' (needed)' : ''))));
		select.value = this.upload.guess[column] ?? '';
		select.classList.toggle('out', !select.value);
		return select;
	}

	values(column) {
		return el('ul', { class: 'values' }, this.upload.first.slice(0, SHOWN_VALUES)
			.map(({ values }) => el('li', {}, bdi(values[column] || '–'))));
	}

	changed() {
		this.error.textContent = '';
		for (const select of this.selects) {
			select.classList.toggle('out', !select.value);
			select.removeAttribute('aria-invalid');
		}
	}

	/* What is wrong with the columns, before anybody else says so */
	problem() {
		const chosen = this.selects.map((select) => select.value).filter(Boolean);
		const missing = NEEDED.filter((name) => !chosen.includes(name));
		if (missing.length > 0) {
			const labels = missing.map((name) => this.upload.fields.find((field) => field.name === name)?.label ?? name);
			return { text: `Choose the column that goes into ${labels.join(' and the one that goes into ')}.`, select: this.selects.find((select) => !select.value) ?? this.selects[0] };
		}
		const twice = chosen.find((name, index) => chosen.indexOf(name) !== index);
		const second = this.selects.findLast((select) => select.value === twice && twice);
		return second ? { text: `Two columns go into ${second.selectedOptions[0].text}. Leave one of them out.`, select: second } : undefined;
	}

	submit(event) {
		event.preventDefault();
		this.go(false);
	}

	async go(dryRun) {
		const problem = this.problem();
		if (problem) {
			this.error.textContent = problem.text;
			problem.select.setAttribute('aria-invalid', 'true');
			problem.select.focus();
			return;
		}
		if (this.starting) {
			return;
		}
		this.starting = true;
		try {
			await this.start({ upload: this.upload.id, columns: this.selects.map((select) => select.value || null), dryRun });
		}
		catch (error) {
			if (error.name !== 'AbortError') {
				this.error.textContent = [error.title ?? error.message, error.advice].filter(Boolean).join(' ');
			}
		}
		this.starting = false;
	}

	focus() {
		this.heading.focus();
	}

}
