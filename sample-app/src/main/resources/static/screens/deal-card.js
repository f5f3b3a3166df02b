import { bdi, el, isolated } from '../lib/dom.js';
import { day, money } from '../lib/format.js';

/* A deal on the board, to be dragged, or moved by the menu of its button */
export function dealCard(deal, { pipeline, currency, saving, onMove, onDragStart, onDragEnd }) {
	const button = el('button', {
		type: 'button', class: 'quiet move', 'aria-haspopup': 'menu', 'aria-expanded': 'false',
		'aria-label': `Move ${isolated(deal.name ?? 'the deal without a name')}`, title: 'Move to another stage', onclick: () => onMove(button)
	}, '⋯');
	// most deals are in the first one
	const subPipeline = deal.subPipeline === pipeline.subPipelines[0]?.name ? undefined : deal.subPipeline;
	return el('li', { class: saving ? 'deal saving' : 'deal', 'data-id': deal.id, draggable: 'true', ondragstart: onDragStart, ondragend: onDragEnd },
		el('strong', {}, bdi(deal.name ?? 'No name')),
		el('span', { class: 'amount' }, el('span', {}, money(deal.amount, currency)), button),
		deal.company ? el('span', { class: 'company' }, bdi(deal.company)) : null,
		subPipeline ? el('span', { class: 'company' }, bdi(subPipeline)) : null,
		el('span', { class: 'foot' }, saving ? 'saving …' : day(deal.closingDate)));
}

// Proposal/Price Quote may go on in the next line after the slash
export function breakable(stage) {
	return el('bdi', {}, stage.split('/').flatMap((part, index) => index > 0 ? ['/', el('wbr'), part] : [part]));
}
