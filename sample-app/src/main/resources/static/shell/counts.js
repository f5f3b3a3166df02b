import { onCounts } from '../lib/counts.js';
import { el } from '../lib/dom.js';
import { number } from '../lib/format.js';
import { getJson } from '../lib/http.js';

/* The number of records beside each link to a list of them. Empty until it is known, and where it cannot be asked for. */
export function showCounts() {
	const places = new Map(['contacts', 'companies', 'products'].map((module) => [module, new Place(module)]));
	let turn = Promise.resolve();
	// one after the other: a browser has few connections, and a count waits for all that is more urgent
	const ask = (place) => {
		place.ends();
		turn = turn.then(() => place.ask());
	};
	onCounts((module) => places.has(module) && ask(places.get(module)), (module, counted) => places.get(module)?.show(counted));
	places.forEach(ask);
}

class Place {

	constructor(module) {
		this.module = module;
		this.seen = el('span', { class: 'amount', 'aria-hidden': 'true' });
		this.said = el('span', { class: 'unseen' });
		document.querySelector(`nav.side a[href="#/${module}"]`).append(this.seen, this.said);
	}

	/* What is under way counts what was there before */
	ends() {
		this.current?.abort();
	}

	async ask() {
		this.current = new AbortController();
		const { signal } = this.current;
		try {
			this.show(await getJson(`api/counts/${this.module}`, { signal }));
		}
		catch (error) {
			// an old number would be taken for the present one; what is wrong is said elsewhere
			if (!signal.aborted) {
				this.seen.textContent = '';
				this.said.textContent = '';
			}
		}
	}

	show({ count, more }) {
		this.seen.textContent = more ? `${number(count)}+` : number(count);
		this.said.textContent = `(${more ? 'more than ' : ''}${number(count)})`;
	}

}
