const locale = navigator.language;

const numbers = new Intl.NumberFormat(locale);
const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });

export const NOTHING = '–';

/* 1,234 */
export const number = (value) => isNumber(value) ? numbers.format(value) : NOTHING;

/* 9.5 */
export const decimal = (value) => isNumber(value) ? one.format(value) : NOTHING;

/* An amount: in a currency where it is known, such as USD, without one otherwise */
export function money(value, currency) {
	if (!isNumber(value)) {
		return NOTHING;
	}
	const options = currency ? { style: 'currency', currency } : {};
	return new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 0 }).format(value);
}

/* A day without a time: 2026-11-30 */
export const day = (value) => shown(days, value ? `${value}T00:00:00Z` : value);

/* Date and time */
export const moment = (value) => shown(moments, value);

/* The time of day, to the second */
export const time = (value) => shown(clock, value);

/* How long, from milliseconds: 84 ms, 2.3 s, 4 min */
export function duration(millis) {
	if (!isNumber(millis)) {
		return NOTHING;
	}
	if (millis < 1000) {
		return `${numbers.format(Math.round(millis))} ms`;
	}
	return millis < 60_000 ? `${one.format(millis / 1000)} s` : `${numbers.format(Math.round(millis / 60_000))} min`;
}

/* The field of Bigin as people call it: Last_Name is Last Name */
export const fieldName = (name) => name?.replaceAll('_', ' ');

/* one deal, 2 deals */
export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

function isNumber(value) {
	return typeof value === 'number' && Number.isFinite(value);
}

function shown(format, value) {
	const date = value === null || value === undefined || value === '' ? undefined : new Date(value);
	return date && !Number.isNaN(date.getTime()) ? format.format(date) : NOTHING;
}
