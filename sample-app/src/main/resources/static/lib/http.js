/* What went wrong, in words for people: the title says what happened, the advice what to do */
export class ProblemError extends Error {

	constructor({ status, title, advice, code, field, outcomeUnknown, existingId }) {
		super([title, advice].filter(Boolean).join(' '));
		Object.assign(this, { name: 'ProblemError', status, title, advice, code, field, outcomeUnknown, existingId });
	}

}

export async function getJson(url, { signal } = {}) {
	return read(await request(url, { headers: { Accept: 'application/json' }, signal }));
}

export async function sendJson(method, url, body, { signal } = {}) {
	const headers = { Accept: 'application/json' };
	if (body !== undefined) {
		headers['Content-Type'] = 'application/json';
	}
	return read(await request(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal }));
}

/* A request of any kind; throws ProblemError where it fails, AbortError where it was aborted */
export async function request(url, options) {
	let response;
	try {
		response = await fetch(url, options);
	}
	catch (error) {
		throw error.name === 'AbortError' ? error : unreachable();
	}
	if (!response.ok) {
		throw await problem(response);
	}
	return response;
}

/* What is told while it happens: one JSON object a line */
export async function* lines(url, options = {}) {
	const response = await request(url, { ...options, headers: { ...options.headers, Accept: 'application/x-ndjson, application/problem+json' } });
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = '';
	for (;;) {
		let part;
		try {
			part = await reader.read();
		}
		catch (error) {
			throw error.name === 'AbortError' ? error : unreachable();
		}
		if (part.done) {
			return;
		}
		const complete = (rest + part.value).split('\n');
		rest = complete.pop();
		yield* complete.filter((line) => line).map((line) => JSON.parse(line));
	}
}

async function read(response) {
	if (response.status === 204) {
		return undefined;
	}
	try {
		return await response.json();
	}
	catch (error) {
		throw error.name === 'AbortError' ? error : unreachable();
	}
}

/* The application is not there */
export function unreachable() {
	return new ProblemError({
		status: 0,
		title: 'The application does not answer.',
		advice: 'Look whether it is still running, then try again. Nothing on this page is lost.'
	});
}

async function problem(response) {
	const body = await response.json().catch(() => ({}));
	const { status } = response;
	return new ProblemError({ ...body, status, title: sentence(titleOf(status, body)), advice: body.advice ?? adviceOf(status) });
}

// what this application refuses by itself has its reason in the detail; Bigin's detail is for those who call the API
function titleOf(status, { title, detail, advice }) {
	if (status === 400 && detail && !advice) {
		return detail;
	}
	return title ?? 'The application could not do that';
}

function adviceOf(status) {
	if (status === 404) {
		return 'It may have been deleted. Go back to the list and look again.';
	}
	return status >= 500 ? 'Try again in a moment.' : 'Correct what you entered, then try again.';
}

function sentence(text) {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}
