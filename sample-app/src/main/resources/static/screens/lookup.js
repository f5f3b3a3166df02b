import { MODULES, nameOf } from './modules.js';

/*
 * What can be chosen among records: { label, name, id }. The label is the name, and where several have the same one also
 * what tells them apart: the city of a company, say, or else the id.
 */
export function choices(module, records) {
	const named = records.map((record) => ({ name: nameOf(module, record), id: record.id, detail: MODULES[module].detail(record)?.trim() }));
	const byName = counted(named.map(({ name }) => name));
	const described = named.map((choice) => ({ ...choice, label: byName.get(choice.name) > 1 ? `${choice.name} · ${choice.detail || choice.id}` : choice.name }));
	const byLabel = counted(described.map(({ label }) => label));
	return described.map(({ name, id, label }) => ({ name, id, label: byLabel.get(label) > 1 ? `${name} · ${id}` : label }));
}

function counted(texts) {
	const counts = new Map();
	texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
	return counts;
}
