const SVG = 'http://www.w3.org/2000/svg';

/*
 * An element. A function is a listener (onclick), true is an attribute without a value, and null, undefined and false
 * leave it out. Children become text, never markup, unless they are elements; null, undefined and false are left out.
 */
export function el(tag, attributes = {}, ...children) {
	return fill(document.createElement(tag), attributes, children);
}

/* An element of SVG, otherwise like el */
export function svg(tag, attributes = {}, ...children) {
	return fill(document.createElementNS(SVG, tag), attributes, children);
}

/* A text from the data, which may run the other way and must not turn what stands around it */
export function bdi(text) {
	return el('bdi', {}, text ?? '');
}

/* The same where there is only text, as in what is announced */
export const isolated = (text) => `\u2068${text}\u2069`;

function fill(element, attributes, children) {
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === 'function') {
			element.addEventListener(name.replace(/^on/, ''), value);
		}
		else if (value !== null && value !== undefined && value !== false) {
			element.setAttribute(name, value === true ? '' : value);
		}
	}
	element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
	return element;
}

/* Lets screen readers say something: when they have time, or at once */
export function announce(text, assertive = false) {
	const region = document.getElementById(assertive ? 'assertive' : 'polite');
	// the same text a second time would not be said
	region.textContent = '';
	setTimeout(() => region.textContent = text, 50);
}

/* A message at the edge of the page, which is said as well. One of a failure stays until it is closed. */
export function toast(text, { bad = false, advice } = {}) {
	const close = el('button', { type: 'button', class: 'quiet', 'aria-label': 'Close the message', onclick: () => box.remove() }, '×');
	const box = el('div', { class: bad ? 'toast bad' : 'toast' },
		el('div', {}, el('p', {}, text), advice ? el('p', { class: 'hint' }, advice) : null), close);
	document.getElementById('toasts').append(box);
	announce([text, advice].filter(Boolean).join(' '), bad);
	if (!bad) {
		setTimeout(() => box.remove(), 6000);
	}
	return box;
}

/* The same for an error of lib/http.js; one of an aborted request is nobody's business */
export function toastError(error) {
	if (error.name === 'AbortError') {
		return;
	}
	if (!error.title) {
		console.error(error);
	}
	toast(error.title ?? 'Something went wrong on this page.', { bad: true, advice: error.advice ?? 'Reload the page, then try again.' });
}
