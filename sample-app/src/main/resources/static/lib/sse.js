/*
 * Server-Sent Events as JSON, until the signal is aborted. The browser connects again by itself. A page that nobody sees
 * takes none: browsers allow few connections at a time, which all pages share.
 */
export function stream(url, { onData, onState = () => {} }, signal) {
	let source;

	function open() {
		source = new EventSource(url);
		source.addEventListener('open', () => onState(true));
		source.addEventListener('message', (event) => onData(JSON.parse(event.data)));
		source.addEventListener('error', () => {
			onState(false);
			// after a refusal it does not try again by itself
			if (source?.readyState === EventSource.CLOSED) {
				close();
				setTimeout(() => watch(), 3000);
			}
		});
	}

	function close() {
		source?.close();
		source = undefined;
	}

	function watch() {
		if (document.hidden || signal?.aborted) {
			close();
		}
		else if (!source) {
			open();
		}
	}

	document.addEventListener('visibilitychange', watch, { signal });
	signal?.addEventListener('abort', close);
	watch();
}
