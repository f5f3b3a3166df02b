/* How many records there are: who changes that tells it here, and the navigation shows it */
const listeners = { changed: new Set(), counted: new Set() };

/* Calls the listeners with a module, such as contacts, where it has to be counted anew, or with its count where a list has just been read */
export function onCounts(changed, counted) {
	listeners.changed.add(changed);
	listeners.counted.add(counted);
}

export function recordsChanged(...modules) {
	modules.forEach((module) => listeners.changed.forEach((listener) => listener(module)));
}

export function recordsCounted(module, count) {
	listeners.counted.forEach((listener) => listener(module, { count, more: false }));
}
