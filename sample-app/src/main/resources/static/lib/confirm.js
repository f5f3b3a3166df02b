import { el } from './dom.js';

/* Asks before something that cannot be taken back. The focus returns to where it was. */
export function confirmed(question, consequence, verb, otherwise = 'Cancel') {
	return new Promise((resolve) => {
		const before = document.activeElement;
		const dialog = el('dialog', { 'aria-labelledby': 'confirm-question', 'aria-describedby': 'confirm-consequence' },
			el('form', { method: 'dialog' },
				el('h2', { id: 'confirm-question' }, question),
				el('p', { id: 'confirm-consequence' }, consequence),
				el('div', { class: 'buttons' },
					el('button', { value: 'no', class: 'quiet', autofocus: true }, otherwise),
					el('button', { value: 'yes', class: 'danger' }, verb))));
		dialog.addEventListener('close', () => {
			dialog.remove();
			before?.focus();
			resolve(dialog.returnValue === 'yes');
		});
		document.body.append(dialog);
		dialog.showModal();
	});
}
