import { stream } from './sse.js';

/*
 * What the application says of itself twice a second (api/live), for all that show it: one stream serves the whole page.
 * It is kept for a minute, so that a chart does not begin anew with each screen.
 */
const KEPT_MILLIS = 60_000;

const history = [];
const listeners = new Set();
let connected;
let started = false;

/* Calls the listener with { now, history, connected } at once where something is known, and whenever there is news */
export function onLive(listener, signal) {
	if (signal?.aborted) {
		return;
	}
	listeners.add(listener);
	signal?.addEventListener('abort', () => listeners.delete(listener));
	if (!started) {
		started = true;
		stream('api/live', { onData: receive, onState: state });
	}
	else if (history.length > 0) {
		listener(view());
	}
}

function receive(snapshot) {
	const before = history.at(-1);
	history.push({ ...snapshot, perSecond: rateSince(before, snapshot) });
	while (history[0].time < snapshot.time - KEPT_MILLIS) {
		history.shift();
	}
	tell();
}

// over a second or so: half a second of ten requests is coarse
function rateSince(before, snapshot) {
	const earlier = history.findLast((known) => known.time <= snapshot.time - 900) ?? before;
	const seconds = earlier ? (snapshot.time - earlier.time) / 1000 : 0;
	// a count that went down is one of an application that was started again
	return seconds > 0 ? Math.max(0, (snapshot.limiter.sent - earlier.limiter.sent) / seconds) : 0;
}

function state(now) {
	if (connected !== now) {
		connected = now;
		tell();
	}
}

function tell() {
	listeners.forEach((listener) => listener(view()));
}

function view() {
	return { now: history.at(-1), history, connected };
}
