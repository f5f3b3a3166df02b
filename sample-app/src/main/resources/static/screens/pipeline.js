import { el } from '../lib/dom.js';

export default {

	title: 'Pipeline',

	async show(main, params, signal) {
		main.append(el('h1', {}, 'Pipeline'),
			el('p', {}, 'Until this screen is there: ', el('a', { href: 'import.html' }, 'contacts, import and export'), '.'));
	}

};
