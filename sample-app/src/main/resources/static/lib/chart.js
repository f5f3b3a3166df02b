import { svg } from './dom.js';

const WIDTH = 600;

/*
 * A line chart over time, drawn as SVG. Lines: [{ value: (sample) => number, style }], marks: (sample) => boolean
 * for the times to be shaded, bars: (sample) => number. Above the tallest, if there is one, lines are cut off. It is decoration for those who see it; the figures beside it say the same.
 */
export class Chart {

	constructor({ label, lines, marks, bars, tallest = Infinity, height = 160, seconds = 60 }) {
		Object.assign(this, { lines, marks, bars, tallest, height, span: seconds * 1000 });
		this.paths = lines.map(({ style }) => svg('path', { class: `line ${style}`, fill: 'none', 'vector-effect': 'non-scaling-stroke' }));
		this.shades = svg('g', { class: 'shades' });
		this.grid = svg('g', { class: 'grid' });
		this.element = svg('svg', { class: 'chart', viewBox: `0 0 ${WIDTH} ${height}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
			this.shades, this.grid, ...this.paths);
	}

	/* Draws samples with a time in milliseconds, oldest first; returns the greatest value on the scale */
	draw(samples) {
		const end = samples.at(-1)?.time ?? 0;
		const values = this.lines.map(({ value }) => samples.map(value));
		const top = Math.min(this.tallest, scale(Math.max(1, ...values.flat().filter(Number.isFinite))));
		const x = (time) => WIDTH - ((end - time) / this.span) * WIDTH;
		const y = (value) => this.height - (Math.min(value, top) / top) * (this.height - 4) - 2;
		this.paths.forEach((path, line) => path.setAttribute('d', trace(samples, values[line], x, y)));
		this.grid.replaceChildren(...[.25, .5, .75, 1].map((part) => svg('line', {
			x1: 0, x2: WIDTH, y1: y(top * part), y2: y(top * part), 'vector-effect': 'non-scaling-stroke' })));
		this.shades.replaceChildren(...this.shaded(samples, x), ...this.barred(samples, x, y));
		return top;
	}

	shaded(samples, x) {
		const shades = [];
		samples.forEach((sample, index) => {
			const next = samples[index + 1];
			if (next && this.marks?.(next)) {
				shades.push(svg('rect', { x: x(sample.time), y: 0, width: Math.max(0, x(next.time) - x(sample.time)), height: this.height }));
			}
		});
		return shades;
	}

	barred(samples, x, y) {
		return samples.filter((sample) => this.bars?.(sample) > 0).map((sample) => {
			const top = y(this.bars(sample));
			return svg('rect', { class: 'bar', x: x(sample.time) - 4, y: top, width: 4, height: this.height - top });
		});
	}

}

function trace(samples, values, x, y) {
	let path = '';
	let drawing = false;
	samples.forEach((sample, index) => {
		const value = values[index];
		if (Number.isFinite(value)) {
			path += `${drawing ? 'L' : 'M'}${x(sample.time).toFixed(1)} ${y(value).toFixed(1)}`;
		}
		drawing = Number.isFinite(value);
	});
	return path;
}

// 1, 2, 5, 10, 20, 50, …, with some room above
function scale(greatest) {
	const power = 10 ** Math.floor(Math.log10(greatest * 1.1));
	return [1, 1.5, 2, 3, 5, 7.5, 10].map((step) => step * power).find((step) => step >= greatest * 1.1);
}
