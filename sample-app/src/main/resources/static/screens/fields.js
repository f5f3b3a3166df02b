import { bdi, el } from '../lib/dom.js';
import { moment, number } from '../lib/format.js';
import { getJson } from '../lib/http.js';
import { choices } from './lookup.js';
import { MODULES } from './modules.js';

const INPUT_TYPES = { email: 'email', phone: 'tel', website: 'url', date: 'date' };
const NUMBERS = ['integer', 'double', 'currency', 'bigint'];
const EDITED = ['text', 'textarea', 'picklist', 'boolean', 'lookup', ...Object.keys(INPUT_TYPES), ...NUMBERS];
const MULTIPLE = /multiselect|array/;
const SUGGESTED = 20;

/* Whether a person can set a field here */
export const isEdited = (field) => !field.readOnly && EDITED.includes(field.type) && !MULTIPLE.test(field.type)
	&& (field.type !== 'lookup' || field.lookup in MODULES);

/* A value that is only shown */
export function shownValue(field, value) {
	if (value === null || value === undefined || value === '' || value.length === 0) {
		return undefined;
	}
	if (field.type === 'datetime') {
		return moment(value);
	}
	if (typeof value === 'boolean') {
		return value ? 'yes' : 'no';
	}
	return typeof value === 'object' ? value.name : NUMBERS.includes(field.type) && typeof value === 'number' ? number(value) : String(value);
}

/* A field of a form: its label, its control, and the place for what is wrong with it */
export class Field {

	constructor(description, value) {
		this.description = description;
		this.name = description.name;
		this.id = `field-${description.name}`;
		this.error = el('p', { id: `${this.id}-error`, class: 'error', hidden: true });
		this.opener = description.lookup in MODULES ? el('a', { class: 'opener', hidden: true }) : undefined;
		this.control = this.build();
		this.control.addEventListener('input', () => this.accept());
		this.set(value);
		const label = el('label', { for: this.id }, description.label, description.required ? el('span', { class: 'required' }, ' (required)') : null);
		this.element = el('div', { class: `field ${description.type}` },
			...(description.type === 'boolean' ? [this.control, label] : [label, this.control]), this.suggestions, this.opener, this.error);
	}

	build() {
		const { type, values, lookup, required } = this.description;
		const attributes = { id: this.id, name: this.name, 'aria-describedby': this.error.id, 'aria-required': required ? 'true' : undefined };
		if (type === 'boolean') {
			return el('input', { ...attributes, type: 'checkbox' });
		}
		if (type === 'picklist') {
			return el('select', attributes, el('option', { value: '' }, '–'),
				values.filter(({ value }) => value).map(({ value, label }) => el('option', { value }, label)));
		}
		if (type === 'textarea') {
			return el('textarea', { ...attributes, rows: '3', dir: 'auto' });
		}
		if (lookup) {
			return this.lookup(attributes, lookup);
		}
		return el('input', { ...attributes, type: INPUT_TYPES[type] ?? 'text', inputmode: NUMBERS.includes(type) ? 'decimal' : undefined,
			autocomplete: 'off', dir: type === 'text' ? 'auto' : undefined });
	}

	/* Another record, which is chosen by its name */
	lookup(attributes, module) {
		this.chosen = new Map();
		this.suggestions = el('datalist', { id: `${this.id}-list` });
		const input = el('input', { ...attributes, type: 'text', list: this.suggestions.id, autocomplete: 'off', dir: 'auto',
			placeholder: `Type the beginning of a name` });
		input.addEventListener('input', () => {
			clearTimeout(this.timer);
			this.timer = setTimeout(() => this.suggest(module, input.value.trim()), 200);
		});
		return input;
	}

	async suggest(module, text) {
		this.current?.abort();
		this.current = new AbortController();
		if (!text || this.chosen.has(text)) {
			return;
		}
		const parameters = new URLSearchParams({ fields: MODULES[module].fields, search: text });
		try {
			const response = await fetch(`api/lists/${module}?${parameters}`, { signal: this.current.signal });
			const found = (await response.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line).record).filter(Boolean);
			// all of a name are among those that begin with it
			this.known = choices(module, found);
			this.known.forEach(({ label, id }) => this.chosen.set(label, id));
			this.suggestions.replaceChildren(...this.known.slice(0, SUGGESTED).map(({ label }) => el('option', { value: label })));
		}
		catch {
			// the value is looked up once more when it is saved
		}
	}

	set(value) {
		this.original = this.description.type === 'boolean' ? value === true : this.text(value);
		if (this.description.type === 'boolean') {
			this.control.checked = this.original;
			return;
		}
		if (this.description.type === 'picklist' && this.original && ![...this.control.options].some(({ value }) => value === this.original)) {
			// a value that can no longer be chosen is still there
			this.control.append(el('option', { value: this.original }, this.original));
		}
		if (value?.id) {
			this.chosen?.set(value.name, value.id);
		}
		this.showOpener(value);
		this.control.value = this.original;
	}

	/* A way to the record that is referred to */
	showOpener(value) {
		if (this.opener) {
			this.opener.hidden = !value?.id;
			this.opener.href = `#/${this.description.lookup}/${value?.id}`;
			this.opener.replaceChildren('Open ', bdi(value?.name));
		}
	}

	text(value) {
		return value === null || value === undefined ? '' : String(value.name ?? value);
	}

	get entered() {
		return this.description.type === 'boolean' ? this.control.checked : this.control.value.trim();
	}

	get changed() {
		return this.entered !== this.original.toString().trim() && this.entered !== this.original;
	}

	/* What Bigin gets; throws where it cannot be made of what was typed */
	async value() {
		const { type, label, required, length, lookup } = this.description;
		const value = this.entered;
		if (value === '') {
			if (required) {
				throw new Error(`${label} is needed. Fill it in.`);
			}
			return null;
		}
		if (NUMBERS.includes(type)) {
			const amount = Number(value.replace(/\s/g, ''));
			if (!Number.isFinite(amount)) {
				throw new Error(`${label} has to be a number such as 1234.5.`);
			}
			return amount;
		}
		if (lookup) {
			return { id: this.chosen.get(value) ?? await this.find(lookup, value) };
		}
		if (length && value.length > length) {
			throw new Error(`${label} has ${value.length} characters, and Bigin takes ${length}. Shorten it.`);
		}
		return value;
	}

	async find(module, name) {
		await this.suggest(module, name);
		if (!this.chosen.has(name)) {
			const same = this.known?.filter((choice) => choice.name === name) ?? [];
			if (same.length > 1) {
				throw new Error(`${same.length} ${MODULES[module].many} have this name. Choose one of those suggested: ${same.map(({ label }) => label).join(', ')}.`);
			}
			throw new Error(`There is no ${MODULES[module].one} with this name. Choose one of those suggested.`);
		}
		return this.chosen.get(name);
	}

	reject(...reason) {
		this.control.setAttribute('aria-invalid', 'true');
		this.error.replaceChildren(...reason);
		this.error.hidden = false;
	}

	accept() {
		this.control.removeAttribute('aria-invalid');
		this.error.hidden = true;
		this.error.replaceChildren();
	}

}

/* The form of a module, asked for once: it does not change while one works */
const forms = new Map();

export function formOf(module) {
	if (!forms.has(module)) {
		const form = getJson(`api/forms/${module}`);
		form.catch(() => forms.delete(module));
		forms.set(module, form);
	}
	return forms.get(module);
}

/* What only Bigin sets */
export function shownFields(fields, record) {
	const shown = fields.map((field) => [field, shownValue(field, record[field.name])]).filter(([, value]) => value !== undefined);
	return el('dl', { class: 'facts' }, shown.map(([field, value]) => el('div', {}, el('dt', {}, field.label), el('dd', {}, bdi(value)))));
}
