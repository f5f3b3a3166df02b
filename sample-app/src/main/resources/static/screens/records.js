import { bdi, el } from '../lib/dom.js';
import { codeButton } from '../lib/code.js';
import { recordsCounted } from '../lib/counts.js';
import { plural } from '../lib/format.js';
import { lines } from '../lib/http.js';
import { MODULES, nameOf } from './modules.js';

// more rows than anybody reads; who looks for another one types its beginning
const MAX_ROWS = 2000;
// how many rows are put into the page at once, so that it can still be used
const ROWS_AT_ONCE = 50;
const PATIENCE_MILLIS = 200;

const collator = new Intl.Collator(navigator.language, { numeric: true, sensitivity: 'base' });

export default {

	title: 'Records',

	async show(main, { module, query }, signal) {
		document.title = `${MODULES[module].title} · Bigin sample`;
		await new RecordList(main, module, query, signal).read();
	}

};

class RecordList {

	constructor(main, module, query, signal) {
		this.module = module;
		this.words = MODULES[module];
		this.signal = signal;
		this.text = query.get('q') ?? '';
		this.sorted = this.words.columns.find((column) => column.field === query.get('sort'));
		this.descending = query.get('order') === 'desc';
		this.build(main);
	}

	build(main) {
		const code = codeButton('list', 'search');
		this.input = el('input', { id: 'filter', type: 'search', maxlength: '100', autocomplete: 'off', spellcheck: 'false',
			'aria-controls': 'records', oninput: () => this.typed(), onkeydown: (event) => this.key(event) });
		this.input.value = this.text;
		this.status = el('p', { class: 'count', role: 'status' });
		this.body = el('tbody');
		this.heads = this.words.columns.map((column) => this.head(column));
		this.table = el('table', { id: 'records', class: 'records', 'aria-label': this.words.title },
			el('thead', {}, el('tr', {}, this.heads)), this.body);
		this.below = el('div');
		main.append(
			el('div', { class: 'title' }, el('h1', {}, this.words.title),
				el('a', { class: 'button', href: `#/${this.module}/new` }, `New ${this.words.one}`),
				el('span', { class: 'space' }), code.button),
			code.panel,
			el('form', { class: 'filter', role: 'search', onsubmit: (event) => this.submit(event) },
				el('label', { for: 'filter' }, this.words.search), this.input),
			this.status, this.table, this.below);
		this.markSorted();
	}

	head(column) {
		return el('th', { scope: 'col', class: styles(column) },
			el('button', { type: 'button', class: 'sort', onclick: () => this.sort(column) }, column.label));
	}

	/* What was typed holds as soon as there is a pause */

	typed() {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.search(), PATIENCE_MILLIS);
	}

	submit(event) {
		event.preventDefault();
		this.search();
	}

	key(event) {
		if (event.key === 'Escape' && this.input.value) {
			event.preventDefault();
			this.clear();
		}
	}

	clear() {
		this.input.value = '';
		this.search();
		this.input.focus();
	}

	search() {
		clearTimeout(this.timer);
		const text = this.input.value.trim();
		if (text !== this.text || this.failed) {
			this.text = text;
			this.keepInAddress();
			this.read();
		}
	}

	/* Replaced, not pushed: one step back leads to where one came from, and this address to what is seen now */
	keepInAddress() {
		if (this.signal.aborted) {
			return;
		}
		const query = new URLSearchParams();
		if (this.text) {
			query.set('q', this.text);
		}
		if (this.sorted) {
			query.set('sort', this.sorted.field);
			query.set('order', this.descending ? 'desc' : 'asc');
		}
		history.replaceState(history.state, '', `#/${this.module}${query.size ? `?${query}` : ''}`);
	}

	/* One request at a time: the newest */

	async read() {
		this.current?.abort();
		this.current = new AbortController();
		const signal = AbortSignal.any([this.signal, this.current.signal]);
		this.failed = false;
		this.records = [];
		this.status.textContent = this.text ? `Searching for “${this.text}” …` : `Reading ${this.words.many} …`;
		this.table.setAttribute('aria-busy', 'true');
		this.below.replaceChildren();
		try {
			const end = await this.take(signal);
			this.show(end);
		}
		catch (error) {
			if (!signal.aborted) {
				this.fail(error);
			}
		}
		if (!signal.aborted || this.records.length >= MAX_ROWS) {
			this.table.removeAttribute('aria-busy');
		}
	}

	async take(signal) {
		const parameters = new URLSearchParams({ fields: this.words.fields, search: this.text });
		let waiting = [];
		let begun = false;
		const flush = async () => {
			if (!begun) {
				// until then the rows before stay, so that nothing flickers
				this.body.replaceChildren();
				begun = true;
			}
			this.add(waiting);
			waiting = [];
			await new Promise((resolve) => setTimeout(resolve));
			signal.throwIfAborted();
		};
		for await (const { record, count, problem } of lines(`api/lists/${this.module}?${parameters}`, { signal })) {
			if (problem) {
				throw problem;
			}
			if (record) {
				waiting.push(record);
			}
			const enough = this.records.length + waiting.length >= MAX_ROWS;
			if (waiting.length >= ROWS_AT_ONCE || enough || count !== undefined) {
				await flush();
			}
			if (count !== undefined) {
				return { count };
			}
			if (enough) {
				// nothing further is read
				this.current.abort();
				return { more: true };
			}
		}
		throw { title: 'The list was cut off.', advice: 'Look whether the application is still running, then try again.' };
	}

	add(records) {
		this.records.push(...records);
		if (this.sorted) {
			this.arrange();
		}
		else {
			this.body.append(...records.map((record) => this.row(record)));
		}
		this.status.textContent = `${plural(this.records.length, this.words.one, this.words.many)} so far …`;
	}

	row(record) {
		record.row ??= el('tr', {}, this.words.columns.map((column) => {
			const value = bdi(column.link ? nameOf(this.module, record) : column.show(record));
			return column.link
				? el('th', { scope: 'row' }, el('a', { href: `#/${this.module}/${record.id}` }, value))
				: el('td', { class: styles(column), 'data-label': column.label }, value);
		}));
		return record.row;
	}

	/* How it ended */

	show({ count, more }) {
		const found = plural(this.records.length, this.words.one, this.words.many);
		if (more) {
			this.status.textContent = `The first ${found}. Type the beginning of a name to find others.`;
		}
		else if (count > 0) {
			if (!this.text) {
				recordsCounted(this.module, count);
			}
			this.status.textContent = this.text ? `${found} found` : found;
		}
		else {
			this.empty();
		}
	}

	empty() {
		this.status.textContent = this.text ? `No ${this.words.one} begins with “${this.text}”` : `There are no ${this.words.many} yet`;
		this.below.replaceChildren(el('div', { class: 'empty' }, this.text
			? el('button', { type: 'button', class: 'quiet', onclick: () => this.clear() }, `Show all ${this.words.many}`)
			: el('a', { href: `#/${this.module}/new` }, `Create the first ${this.words.one}`)));
	}

	/* Rows of another search would be taken for those of this one */
	fail({ title, advice, message }) {
		this.failed = true;
		this.records = [];
		this.body.replaceChildren();
		this.status.textContent = '';
		this.below.replaceChildren(el('section', { class: 'problem', role: 'alert' },
			el('p', {}, title ?? message), advice ? el('p', { class: 'hint' }, advice) : null,
			el('button', { type: 'button', onclick: () => this.retry() }, 'Try again')));
	}

	retry() {
		this.input.focus();
		this.read();
	}

	/* Sorts what is there: Bigin itself sorts by times alone */

	sort(column) {
		this.descending = this.sorted === column && !this.descending;
		this.sorted = column;
		this.keepInAddress();
		this.markSorted();
		this.arrange();
	}

	markSorted() {
		this.words.columns.forEach((column, index) => {
			const order = this.descending ? 'descending' : 'ascending';
			this.heads[index].setAttribute('aria-sort', column === this.sorted ? order : 'none');
		});
	}

	arrange() {
		const value = this.sorted.sortBy ?? this.sorted.show;
		const direction = this.descending ? -1 : 1;
		this.records.sort((one, other) => direction * compare(value(one), value(other)));
		this.body.replaceChildren(...this.records.map((record) => this.row(record)));
	}

}

// what is empty comes last in either language
function compare(one, other) {
	return typeof one === 'number' ? one - other : (one === '') - (other === '') || collator.compare(one, other);
}

function styles({ wide, narrow, number, long }) {
	return [long && 'long', wide && 'wide', narrow && 'narrow', number && 'number'].filter(Boolean).join(' ') || undefined;
}
