import { el } from '../lib/dom.js';

export default {

	title: 'Record',

	async show(main, params, signal) {
		main.append(el('h1', {}, 'Record'),
			el('p', {}, 'Until this screen is there: ', el('a', { href: 'import.html' }, 'contacts, import and export'), '.'));
	}

};
