import { el, announce } from './lib/dom.js';
import { unreachable } from './lib/http.js';
import { mayLeave } from './lib/leave.js';
import { showCounts } from './shell/counts.js';
import { showHeader } from './shell/header.js';
import { showLivePanel } from './shell/live-panel.js';

const MODULES = ['contacts', 'companies', 'products'];
const SCREENS = ['pipeline', 'jobs', 'lab', 'status'];
const HOME = '#/pipeline';

const main = document.getElementById('main');
let leave = new AbortController();
let first = true;

/* #/contacts/42?tab=notes: the screen record with { module: 'contacts', id: '42', query } */
function route(hash) {
	const [path, query] = hash.replace(/^#\/?/, '').split('?');
	const [place, id] = path.split('/').map(decoded);
	const params = { query: new URLSearchParams(query) };
	if (MODULES.includes(place)) {
		return { screen: id ? 'record' : 'records', place, params: { ...params, module: place, id } };
	}
	return { screen: SCREENS.includes(place) ? place : undefined, place, params };
}

function decoded(part) {
	try {
		return decodeURIComponent(part);
	}
	catch {
		return part;
	}
}

async function show() {
	const { screen, place, params } = route(/^#?\/?(\?|$)/.test(location.hash) ? HOME : location.hash);
	leave.abort();
	leave = new AbortController();
	const { signal } = leave;
	document.body.dataset.screen = screen ?? '';
	markPlace(place);
	main.replaceChildren();
	main.setAttribute('aria-busy', 'true');
	try {
		const shown = screen ? await load(screen) : unknown;
		if (signal.aborted) {
			return;
		}
		document.title = `${shown.title} · Bigin sample`;
		const done = shown.show(main, params, signal);
		// a screen puts its heading there first, and what has to be loaded later
		focusHeading();
		await done;
	}
	catch (error) {
		if (!signal.aborted) {
			main.append(failure(error));
		}
	}
	if (!signal.aborted) {
		main.removeAttribute('aria-busy');
	}
}

async function load(screen) {
	try {
		return (await import(`./screens/${screen}.js`)).default;
	}
	catch (error) {
		// a script that is there and wrong is another matter
		throw error instanceof SyntaxError ? error : unreachable();
	}
}

function markPlace(place) {
	for (const link of document.querySelectorAll('nav.side a')) {
		if (link.hash === `#/${place}`) {
			link.setAttribute('aria-current', 'page');
			link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
		}
		else {
			link.removeAttribute('aria-current');
		}
	}
}

// who has just opened the page is at its beginning, where everything starts
function focusHeading() {
	const heading = main.querySelector('h1');
	if (heading && !first) {
		heading.tabIndex = -1;
		heading.focus({ preventScroll: true });
		window.scrollTo(0, 0);
	}
	first = false;
}

function failure(error) {
	const title = error.title ?? 'Something went wrong on this page.';
	const advice = error.advice ?? 'Reload the page. If that does not help, look at the log of the application.';
	// what has no words for people is for those who look into it
	if (!error.title) {
		console.error(error);
	}
	announce(`${title} ${advice}`, true);
	main.querySelectorAll('.loading').forEach((element) => element.remove());
	return el('section', { class: 'problem' },
		main.querySelector('h1') ? null : el('h1', {}, 'This screen cannot be shown'),
		el('p', {}, title), el('p', { class: 'hint' }, advice),
		el('button', { type: 'button', onclick: show }, 'Try again'));
}

const unknown = {
	title: 'Not found',
	async show(place) {
		place.append(el('h1', {}, 'There is no such screen'),
			el('p', {}, 'Choose one on the left, or go to the ', el('a', { href: HOME }, 'pipeline'), '.'));
	}
};

document.getElementById('skip').addEventListener('click', (event) => {
	// the hash is the router's
	event.preventDefault();
	main.focus();
});
window.addEventListener('hashchange', (event) => mayLeave(event) && show());
showHeader();
showCounts();
showLivePanel(document.getElementById('live'));
show();
