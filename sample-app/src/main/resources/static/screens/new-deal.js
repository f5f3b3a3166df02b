import { el, announce } from '../lib/dom.js';
import { sendJson } from '../lib/http.js';

const INPUTS = { Deal_Name: 'name', Pipeline_Name: 'name', Sub_Pipeline: 'subPipeline', Stage: 'stage', Amount: 'amount', Closing_Date: 'closingDate' };

/* Asks for a new deal in a dialog, and creates it; gives the deal, or nothing where it was cancelled */
export function askForDeal(pipeline, currency, signal) {
	return new Promise((resolve) => {
		const [first] = pipeline.subPipelines;
		const stage = el('select', { name: 'stage', required: true }, options(first?.stages ?? []));
		const sub = el('select', { name: 'subPipeline', onchange: () => stage.replaceChildren(...options(stagesOf(sub.value))) },
			options(pipeline.subPipelines.map(({ name }) => name)));
		const problem = el('p', { class: 'bad', id: 'deal-problem', hidden: true });
		const submit = el('button', {}, 'Create the deal');
		const form = el('form', { method: 'dialog', onsubmit: create },
			el('label', {}, 'Name', el('input', { name: 'name', required: true, maxlength: '120', autocomplete: 'off', dir: 'auto' })),
			el('label', { hidden: pipeline.subPipelines.length < 2 }, 'Sub-pipeline', sub),
			el('label', {}, 'Stage', stage),
			el('label', {}, currency ? `Amount in ${currency}` : 'Amount', el('input', { name: 'amount', type: 'number', min: '0', step: '0.01', inputmode: 'decimal' })),
			el('label', {}, 'Expected to close on', el('input', { name: 'closingDate', type: 'date', required: true, value: inWeeks(4) })),
			problem,
			el('div', { class: 'buttons' }, el('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, 'Cancel'), submit));
		const dialog = el('dialog', { 'aria-labelledby': 'deal-title' }, el('h2', { id: 'deal-title' }, 'New deal'), form);
		let created;

		function stagesOf(name) {
			return pipeline.subPipelines.find((known) => known.name === name)?.stages ?? [];
		}

		async function create(event) {
			event.preventDefault();
			const values = Object.fromEntries(new FormData(form));
			submit.disabled = true;
			mark();
			try {
				created = await sendJson('POST', `api/pipelines/${pipeline.id}/deals`, { ...values, amount: values.amount === '' ? null : Number(values.amount) }, { signal });
				dialog.close();
			}
			catch (error) {
				problem.hidden = false;
				problem.textContent = error.message;
				announce(error.message, true);
				mark(form.elements[INPUTS[error.field]]);
			}
			submit.disabled = false;
		}

		function mark(input) {
			for (const element of form.elements) {
				element.removeAttribute('aria-invalid');
				element.removeAttribute('aria-describedby');
			}
			input?.setAttribute('aria-invalid', 'true');
			input?.setAttribute('aria-describedby', problem.id);
			input?.focus();
		}

		dialog.addEventListener('close', () => {
			dialog.remove();
			resolve(created);
		});
		signal.addEventListener('abort', () => dialog.close());
		document.body.append(dialog);
		// the browser keeps the focus in it, and gives it back
		dialog.showModal();
	});
}

function options(values) {
	return values.map((value) => el('option', { value }, value));
}

function inWeeks(weeks) {
	return new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
}
