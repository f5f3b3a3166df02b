/*
 * Copyright 2026 the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.biginspring.sample.metrics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import tools.jackson.databind.JsonNode;

import io.github.biginspring.sample.metrics.Dashboard.Panel;
import io.github.biginspring.sample.metrics.Dashboard.Target;

/**
 * Draws what a Prometheus says to the queries of a dashboard.
 */
final class DashboardPicture {

	private static final int WIDTH = 620;

	private static final int HEIGHT = 240;

	private static final int LEFT = 56;

	private static final int TOP = 36;

	private static final int BOTTOM = 58;

	private static final int LEGENDS = 6;

	private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

	private static final List<Color> COLORS = List.of(new Color(0x73bf69), new Color(0xf2cc0c), new Color(0x5794f2),
			new Color(0xff780a), new Color(0xf2495c), new Color(0xb877d9), new Color(0x8ab8ff), new Color(0xffa6b0));

	private final Duration range;

	private final List<Chart> charts = new ArrayList<>();

	DashboardPicture(Duration range) {
		this.range = range;
	}

	void add(Panel panel, PrometheusServer prometheus) {
		List<Series> series = new ArrayList<>();
		for (Target target : panel.targets()) {
			prometheus.query(target.expression(), this.range)
				.valueStream()
				.forEach((result) -> series.add(Series.of(target, result)));
		}
		this.charts.add(new Chart(panel, series));
	}

	void write(Path file) throws IOException {
		BufferedImage image = new BufferedImage(2 * WIDTH, (this.charts.size() + 1) / 2 * HEIGHT,
				BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(new Color(0x111217));
		graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
		long end = Instant.now().getEpochSecond();
		for (int i = 0; i < this.charts.size(); i++) {
			Graphics2D area = (Graphics2D) graphics.create(i % 2 * WIDTH + 4, i / 2 * HEIGHT + 4, WIDTH - 8,
					HEIGHT - 8);
			this.charts.get(i).draw(area, end - this.range.toSeconds(), end);
			area.dispose();
		}
		graphics.dispose();
		ImageIO.write(image, "png", file.toFile());
	}

	/**
	 * A line of a panel.
	 */
	private record Series(String name, List<double[]> points) {

		static Series of(Target target, JsonNode result) {
			String name = LABEL.matcher(target.legend())
				.replaceAll((label) -> result.path("metric").path(label.group(1)).asString(""));
			List<double[]> points = result.path("values")
				.valueStream()
				.map((value) -> new double[] { value.get(0).asDouble(), Double.parseDouble(value.get(1).asString()) })
				.filter((point) -> Double.isFinite(point[1]))
				.toList();
			return new Series(name.strip(), points);
		}

		double max() {
			return this.points.stream().mapToDouble((point) -> point[1]).max().orElse(0);
		}

	}

	private record Chart(Panel panel, List<Series> series) {

		void draw(Graphics2D graphics, long begin, long end) {
			graphics.setColor(new Color(0x181b1f));
			graphics.fillRoundRect(0, 0, WIDTH - 8, HEIGHT - 8, 6, 6);
			graphics.setColor(Color.WHITE);
			graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
			graphics.drawString(this.panel.title(), 12, 20);
			graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
			double max = Math.max(this.series.stream().mapToDouble(Series::max).max().orElse(0), 1e-3) * 1.1;
			drawScale(graphics, max);
			for (int i = 0; i < this.series.size(); i++) {
				graphics.setColor(COLORS.get(i % COLORS.size()));
				graphics.setStroke(new BasicStroke(1.6f));
				graphics.draw(line(this.series.get(i), begin, end, max));
				if (i < LEGENDS) {
					drawLegend(graphics, i, this.series.get(i).name());
				}
			}
		}

		private void drawScale(Graphics2D graphics, double max) {
			for (int i = 0; i <= 2; i++) {
				int y = TOP + i * plotHeight() / 2;
				graphics.setColor(new Color(0x2c3235));
				graphics.drawLine(LEFT, y, WIDTH - 20, y);
				graphics.setColor(new Color(0x9fa7b3));
				graphics.drawString(number(max * (2 - i) / 2), 8, y + 4);
			}
		}

		private void drawLegend(Graphics2D graphics, int index, String name) {
			int x = LEFT + index % 3 * 185;
			int y = HEIGHT - 8 - BOTTOM + 28 + index / 3 * 16;
			graphics.fillRect(x, y - 5, 12, 3);
			graphics.setColor(new Color(0xccccdc));
			graphics.drawString((name.length() > 28) ? name.substring(0, 27) + "\u2026" : name, x + 16, y);
		}

		private static Path2D line(Series series, long begin, long end, double max) {
			Path2D line = new Path2D.Double();
			for (double[] point : series.points()) {
				double x = LEFT + (point[0] - begin) / (end - begin) * (WIDTH - 20 - LEFT);
				double y = TOP + plotHeight() * (1 - point[1] / max);
				if (line.getCurrentPoint() == null) {
					line.moveTo(x, y);
				}
				else {
					line.lineTo(x, y);
				}
			}
			return line;
		}

		private String number(double value) {
			String suffix = switch (this.panel.unit()) {
				case "s" -> " s";
				case "ops", "reqps" -> "/s";
				default -> "";
			};
			return String.format(Locale.ROOT, (value >= 10 || value == 0) ? "%.0f" : "%.2f", value) + suffix;
		}

		private static int plotHeight() {
			return HEIGHT - 8 - TOP - BOTTOM;
		}

	}

}
