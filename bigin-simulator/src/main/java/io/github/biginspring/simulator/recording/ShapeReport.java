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
package io.github.biginspring.simulator.recording;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.biginspring.simulator.BiginSimulator;

/**
 * Sends the recorded requests to a simulator, and reports where the responses differ in
 * shape.
 *
 * @since 0.1.0
 */
public final class ShapeReport {

	private final List<RecordedExchange> exchanges;

	/**
	 * Read a recording.
	 * @param file its file
	 * @throws IllegalArgumentException if the file is no recording
	 */
	public ShapeReport(Path file) {
		this.exchanges = Cassette.read(file);
	}

	/**
	 * Compare the recording with a simulator.
	 * @param simulator the simulator, which holds what it is to hold at the beginning
	 * @param out where to tell the differences
	 * @return how many requests had a response of another shape
	 * @throws IOException if the simulator does not respond
	 * @throws InterruptedException if the thread was interrupted
	 */
	public int compareWith(BiginSimulator simulator, PrintStream out) throws IOException, InterruptedException {
		Upstream upstream = new Upstream(simulator.url(), simulator.url());
		Counterparts counterparts = new Counterparts();
		int differing = 0;
		int leftOut = 0;
		for (RecordedExchange recorded : this.exchanges) {
			if (recorded.request().leftOut() > 0) {
				out.println(recorded + System.lineSeparator() + "  not compared: its body is not recorded");
				leftOut++;
				continue;
			}
			RecordedExchange simulated = send(upstream, simulator.apiKey(), counterparts.translate(recorded));
			counterparts.learn(recorded, simulated);
			List<String> differences = Comparison.differences(recorded, simulated);
			if (!differences.isEmpty()) {
				out.println(recorded);
				differences.forEach((difference) -> out.println("  " + difference));
				differing++;
			}
		}
		out.println(this.exchanges.size() + " requests, " + differing + " with differences"
				+ ((leftOut > 0) ? ", " + leftOut + " not compared" : ""));
		return differing;
	}

	private static RecordedExchange send(Upstream upstream, String apiKey, RecordedExchange request)
			throws IOException, InterruptedException {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		headers.put("Authorization", List.of("Bearer " + apiKey));
		request.request().headers().forEach((name, value) -> headers.put(name, List.of(value)));
		HttpResponse<byte[]> response = upstream.send(request.method(), request.url(), headers,
				request.request().bytes());
		return new RecordedExchange(request.method(), request.url(), request.request(), response.statusCode(),
				RecordedMessage.of(Map.of(), response.body()));
	}

}
