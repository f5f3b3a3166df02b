import { codeButton } from '../lib/code.js';
import { announce, bdi, el, isolated, toast, toastError } from '../lib/dom.js';
import { duration, money, number, plural } from '../lib/format.js';
import { getJson, sendJson } from '../lib/http.js';
import { onLive } from '../lib/live.js';
import { openMenu } from '../lib/menu.js';
import { stream } from '../lib/sse.js';
import { breakable, dealCard } from './deal-card.js';
import { askForDeal } from './new-deal.js';

// as many as the application gives
const MAX_DEALS = 500;

export default {

	title: 'Pipeline',

	async show(main, params, signal) {
		const heading = el('h1', {}, 'Pipeline');
		const title = el('div', { class: 'title' }, heading);
		const state = el('p', { class: 'empty loading' }, 'The deals are being read …');
		main.append(title, state);
		const { pipelines, currency } = await getJson('api/pipelines', { signal });
		if (pipelines.length === 0) {
			state.textContent = 'Bigin has no pipeline that this connection may see. Ask an administrator of Bigin for one.';
			return;
		}
		state.remove();
		await new BoardView(main, title, pipelines, currency, signal).show();
	}

};

class BoardView {

	constructor(main, title, pipelines, currency, signal) {
		Object.assign(this, { main, title, pipelines, currency, signal });
		this.heading = title.querySelector('h1');
		this.pipeline = pipelines[0];
		this.deals = new Map();
		this.cards = new Map();
		this.saving = new Set();
		this.dragged = undefined;
	}

	async show() {
		this.heading.replaceChildren(bdi(this.pipeline.name));
		this.board = el('div', { class: 'board', 'aria-busy': 'true' });
		this.nothing = el('p', { class: 'empty', hidden: true }, 'There are no deals in this pipeline yet. “New deal” makes the first one.');
		this.did = el('p', { class: 'did hint' }, 'Drag a deal to another stage, or choose “⋯” on it.');
		const code = codeButton('pipelines', 'move', 'changes');
		const colleague = el('button', { type: 'button', class: 'quiet', hidden: true, onclick: () => this.moveAsColleague() }, 'Someone else moves a deal');
		this.title.append(
			el('button', { type: 'button', onclick: () => this.create() }, 'New deal'),
			this.pipelines.length > 1 ? this.chooser() : '',
			el('span', { class: 'space' }), colleague, code.button);
		this.main.append(code.panel, this.board, this.nothing, this.did);
		onLive(({ now }) => colleague.hidden = !now?.simulator, this.signal);
		// first listen, then read: what happens in between comes twice and not never
		stream('api/pipelines/changes', { onData: (change) => this.changed(change) }, this.signal);
		await this.load();
	}

	chooser() {
		return el('select', {
			'aria-label': 'Pipeline', onchange: (event) => {
				this.pipeline = this.pipelines.find(({ id }) => id === event.target.value);
				this.heading.replaceChildren(bdi(this.pipeline.name));
				this.load().catch(toastError);
			}
		}, this.pipelines.map(({ id, name }) => el('option', { value: id }, name)));
	}

	async load() {
		const { id } = this.pipeline;
		this.deals.clear();
		this.cards.clear();
		this.board.setAttribute('aria-busy', 'true');
		this.layOut();
		const deals = await getJson(`api/pipelines/${id}/deals`, { signal: this.signal })
			.finally(() => this.board.removeAttribute('aria-busy'));
		if (id !== this.pipeline.id) {
			// another one was chosen meanwhile
			return;
		}
		// the latest ones come first
		deals.forEach((deal) => this.deals.set(deal.id, deal));
		if (deals.length === MAX_DEALS) {
			this.did.textContent = `The board shows the latest ${number(MAX_DEALS)} deals.`;
		}
		this.render();
		announce(`${this.pipeline.name}: ${plural(deals.length, 'deal')}.`);
	}

	stages() {
		return [...new Set(this.pipeline.subPipelines.flatMap(({ stages }) => stages))];
	}

	layOut() {
		this.columns = new Map(this.stages().map((stage, index) => [stage, this.column(stage, index)]));
		this.board.replaceChildren(...[...this.columns.values()].map(({ element }) => element));
	}

	column(stage, index) {
		const total = el('span', { class: 'total' });
		const list = el('ul', {});
		const element = el('section', {
			class: 'column', 'aria-labelledby': `stage-${index}`,
			ondragover: (event) => {
				if (this.dragged) {
					event.preventDefault();
					element.classList.add('target');
				}
			},
			ondragleave: (event) => {
				if (!element.contains(event.relatedTarget)) {
					element.classList.remove('target');
				}
			},
			ondrop: (event) => {
				event.preventDefault();
				element.classList.remove('target');
				this.move(this.dragged, stage);
			}
		}, el('h2', { id: `stage-${index}` }, breakable(stage)), total, list);
		return { element, list, total };
	}

	render() {
		// to move what is being dragged would end the drag
		if (this.dragged) {
			return;
		}
		const focused = document.activeElement?.closest?.('.deal')?.dataset.id;
		const deals = [...this.deals.values()];
		for (const [stage, { list, total }] of this.columns) {
			const those = deals.filter((deal) => deal.stage === stage);
			const sum = those.reduce((all, { amount }) => all + (amount ?? 0), 0);
			total.textContent = `${plural(those.length, 'deal')} · ${money(sum, this.currency)}`;
			list.replaceChildren(...those.map((deal) => this.card(deal)));
		}
		this.nothing.hidden = deals.length > 0;
		if (focused && !this.board.contains(document.activeElement)) {
			this.focusCard(focused);
		}
	}

	focusCard(id) {
		(this.cards.get(id)?.element.querySelector('button') ?? this.heading).focus();
	}

	card(deal) {
		const content = JSON.stringify([deal, this.saving.has(deal.id)]);
		const known = this.cards.get(deal.id);
		if (known?.content === content) {
			return known.element;
		}
		const element = dealCard(deal, {
			pipeline: this.pipeline, currency: this.currency, saving: this.saving.has(deal.id),
			onMove: (button) => this.chooseStage(deal.id, button),
			onDragStart: (event) => this.dragStart(event, deal.id),
			onDragEnd: () => this.dragEnd()
		});
		this.cards.set(deal.id, { element, content });
		return element;
	}

	dragStart(event, id) {
		this.dragged = id;
		event.dataTransfer.effectAllowed = 'move';
		event.dataTransfer.setData('text/plain', this.deals.get(id).name ?? '');
		const { element } = this.cards.get(id);
		// the picture of the drag is taken first
		setTimeout(() => element.classList.add('dragged'));
	}

	dragEnd() {
		this.dragged = undefined;
		this.board.querySelectorAll('.dragged, .target').forEach((element) => element.classList.remove('dragged', 'target'));
		this.render();
	}

	chooseStage(id, button) {
		const deal = this.deals.get(id);
		openMenu(button, `Move ${deal.name} to`, this.stages().map((stage) => ({
			text: stage, chosen: stage === deal.stage, action: () => this.move(id, stage)
		})));
	}

	/* Shows the deal where it is to be at once, and puts it back where Bigin does not agree */
	async move(id, stage) {
		const before = this.deals.get(id)?.stage;
		this.dragged = undefined;
		if (!before || before === stage || this.saving.has(id)) {
			this.render();
			return;
		}
		const { name } = this.put(id, stage, true);
		const start = performance.now();
		try {
			await sendJson('PUT', `api/pipelines/deals/${id}/stage`, { stage });
			const took = duration(performance.now() - start);
			this.put(id, stage, false);
			this.did.replaceChildren('Moved ', bdi(name), ' to ', bdi(stage), `: Bigin answered in ${took}.`);
			announce(`${isolated(name)} is now in ${isolated(stage)}.`);
		}
		catch (error) {
			this.put(id, before, false);
			if (!this.signal.aborted) {
				toastError({ ...error, title: `“${isolated(name)}” stays in ${isolated(before)}. ${error.title ?? ''}`, advice: error.advice });
			}
			if (error.outcomeUnknown) {
				await this.load().catch(toastError);
			}
		}
	}

	put(id, stage, saving) {
		const deal = { ...this.deals.get(id), id, stage };
		this.deals.set(id, deal);
		this.saving[saving ? 'add' : 'delete'](id);
		this.render();
		return deal;
	}

	changed({ event, id, deal }) {
		if (event === 'reset') {
			this.load().catch(toastError);
		}
		else if (this.saving.has(id)) {
			// what is being written now is newer
		}
		else if (event === 'deleted' || deal.pipeline !== this.pipeline.id) {
			this.remove(id);
		}
		else {
			this.receive(deal);
		}
	}

	remove(id) {
		const deal = this.deals.get(id);
		if (deal && this.deals.delete(id)) {
			this.render();
			announce(`${isolated(deal.name)} is no longer in this pipeline.`);
		}
	}

	receive(deal) {
		const before = this.deals.get(deal.id);
		if (!before) {
			this.deals = new Map([[deal.id, deal], ...this.deals]);
		}
		else {
			this.deals.set(deal.id, deal);
		}
		this.render();
		if (before?.stage !== deal.stage) {
			const news = before ? `was moved from ${isolated(before.stage)} to ${isolated(deal.stage)}` : `was added to ${isolated(deal.stage)}`;
			this.did.replaceChildren(bdi(deal.name), ` ${news} by someone else.`);
			announce(`${isolated(deal.name)} ${news}.`);
			this.flash(deal.id);
		}
	}

	flash(id) {
		const element = this.cards.get(id)?.element;
		element?.classList.add('news');
		element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
		setTimeout(() => element?.classList.remove('news'), 4000);
	}

	async create() {
		const created = await askForDeal(this.pipeline, this.currency, this.signal);
		if (created) {
			this.deals = new Map([[created.id, created], ...this.deals]);
			this.render();
			this.flash(created.id);
			this.focusCard(created.id);
			toast(`“${isolated(created.name)}” is in ${isolated(created.stage)} now.`);
		}
	}

	async moveAsColleague() {
		const deals = [...this.deals.values()].filter(({ id }) => !this.saving.has(id));
		if (deals.length === 0) {
			toast('There is no deal that could be moved.', { advice: 'Make one with “New deal”.' });
			return;
		}
		const deal = any(deals);
		const own = this.pipeline.subPipelines.find(({ name }) => name === deal.subPipeline)?.stages ?? this.stages();
		try {
			await sendJson('PUT', `api/simulator/deals/${deal.id}/stage`, { stage: any(own.filter((stage) => stage !== deal.stage)) });
			toast(`Someone else has moved “${isolated(deal.name)}” in Bigin.`, { advice: 'The board will show it by itself in a few seconds.' });
		}
		catch (error) {
			toastError(error);
		}
	}

}

const any = (items) => items[Math.floor(Math.random() * items.length)];
