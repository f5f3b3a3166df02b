import { el } from './dom.js';
import { getJson } from './http.js';

/*
 * A button that shows the lines of this application which did what the screen shows, and the place for them. The names
 * are those of the regions in its Java sources: // tag::move[] to // end::move[].
 */
export function codeButton(...names) {
	const panel = el('section', { class: 'code', hidden: true, 'aria-label': 'The code of this screen' });
	const button = el('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false', onclick: toggle }, 'Show the code');

	async function toggle() {
		const open = panel.hidden;
		panel.hidden = !open;
		button.setAttribute('aria-expanded', String(open));
		button.textContent = open ? 'Hide the code' : 'Show the code';
		if (open && !panel.hasChildNodes()) {
			try {
				const regions = await Promise.all(names.map((name) => getJson(`api/code/${name}`)));
				panel.append(...regions.map(figure));
			}
			catch (error) {
				panel.replaceChildren(el('p', {}, error.message));
			}
		}
	}

	return { button, panel };
}

function figure({ file, line, code }) {
	return el('figure', {},
		el('figcaption', {}, `${file}, from line ${line}`),
		el('pre', { tabindex: '0', dir: 'ltr' }, el('code', {}, code)));
}
