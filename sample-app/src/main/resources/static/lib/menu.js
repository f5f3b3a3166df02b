import { el } from './dom.js';

/*
 * A menu below a button, for the keyboard as for the mouse: arrows, Home and End walk, Escape and a click elsewhere close
 * it, and the focus goes back to the button. Items: [{ text, chosen, action }].
 */
export function openMenu(button, label, items) {
	const menu = el('ul', { class: 'menu', role: 'menu', 'aria-label': label, popover: 'manual' }, items.map(({ text, chosen, action }) =>
		el('li', { role: 'none' }, el('button', {
			type: 'button', role: 'menuitemradio', 'aria-checked': String(Boolean(chosen)), tabindex: '-1',
			onclick: () => {
				close();
				action();
			}
		}, text))));
	const entries = [...menu.querySelectorAll('button')];
	const gone = new AbortController();

	function close() {
		gone.abort();
		menu.remove();
		button.setAttribute('aria-expanded', 'false');
		button.focus();
	}

	function walk(event) {
		const at = entries.indexOf(document.activeElement);
		const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
		if (event.key in steps) {
			event.preventDefault();
			entries.at(steps[event.key] % entries.length).focus();
		}
		else if (event.key === 'Escape' || event.key === 'Tab') {
			event.preventDefault();
			close();
		}
	}

	menu.addEventListener('keydown', walk);
	document.addEventListener('pointerdown', (event) => {
		if (!menu.contains(event.target) && !button.contains(event.target)) {
			close();
		}
	}, { signal: gone.signal });
	button.setAttribute('aria-expanded', 'true');
	document.addEventListener('scroll', (event) => menu.contains(event.target) || close(), { capture: true, signal: gone.signal });
	button.after(menu);
	// above all else, and cut off by nothing
	menu.showPopover();
	place(menu, button.getBoundingClientRect());
	(entries.find((entry) => entry.getAttribute('aria-checked') === 'true') ?? entries[0])?.focus({ preventScroll: true });
}

// below the button, or above it where there is no room
function place(menu, { left, right, top, bottom }) {
	const { width, height } = menu.getBoundingClientRect();
	const below = bottom + height < window.innerHeight || top < height;
	menu.style.top = `${below ? bottom + 2 : top - height - 2}px`;
	menu.style.left = `${Math.max(4, Math.min(document.dir === 'rtl' ? left : right - width, window.innerWidth - width - 4))}px`;
}
