import { plural } from './format.js';
import { confirmed } from './confirm.js';

/* How many changes would be lost if the screen were left now */
let unsaved = () => 0;

/* Lets nobody leave a screen with changes by mistake: neither the page, nor for another screen */
export function guard(count, signal) {
	unsaved = count;
	signal.addEventListener('abort', () => unsaved = () => 0);
	window.addEventListener('beforeunload', (event) => count() > 0 && event.preventDefault(), { signal });
}

let asking = false;
let wanted;

/*
 * Whether the screen may be left for the address that a hashchange event tells of. Where there are changes, the address
 * goes back to that of the screen, and somebody is asked; who agrees gets to the other address after all.
 */
export function mayLeave({ oldURL, newURL }) {
	const changes = unsaved();
	if (!asking && changes === 0) {
		return true;
	}
	history.replaceState(history.state, '', asking ? wanted.from : oldURL);
	wanted = { from: asking ? wanted.from : oldURL, to: newURL };
	if (!asking) {
		ask(changes);
	}
	return false;
}

async function ask(changes) {
	asking = true;
	const leave = await confirmed('Leave without saving?', `${plural(changes, 'change')} not saved yet will be lost.`, 'Leave', 'Stay');
	asking = false;
	if (leave) {
		unsaved = () => 0;
		location.href = wanted.to;
	}
}
