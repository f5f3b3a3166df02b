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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two responses differ in shape, never in values: status, keys, types, codes.
 */
final class Comparison {

	private Comparison() {
	}

	/**
	 * Compare two responses.
	 * @param recorded the one that was recorded
	 * @param simulated the one of the simulator
	 * @return a line for each difference, none where there is none
	 */
	static List<String> differences(RecordedExchange recorded, RecordedExchange simulated) {
		List<String> differences = new ArrayList<>();
		if (recorded.status() != simulated.status()) {
			differences.add("status: recorded " + recorded.status() + ", simulator " + simulated.status());
		}
		boolean recordedBody = recorded.response().body() != null;
		boolean simulatedBody = simulated.response().body() != null;
		if (recordedBody != simulatedBody) {
			differences.add("body: recorded " + body(recorded) + ", simulator " + body(simulated));
			return differences;
		}
		Shape one = Shape.of(recorded.response().body());
		Shape other = Shape.of(simulated.response().body());
		Set<String> paths = new TreeSet<>(one.types().keySet());
		paths.addAll(other.types().keySet());
		for (String path : paths) {
			compare(path, one, other, differences);
		}
		return differences;
	}

	private static String body(RecordedExchange exchange) {
		if (exchange.response().body() != null) {
			return "JSON";
		}
		return (exchange.response().leftOut() > 0) ? "no JSON" : "none";
	}

	private static void compare(String path, Shape recorded, Shape simulated, List<String> differences) {
		Set<String> one = recorded.types().get(path);
		Set<String> other = simulated.types().get(path);
		if (one == null || other == null) {
			if (((one != null) ? simulated : recorded).hasParent(path)) {
				differences.add(path + ": only " + ((one != null) ? "recorded" : "in the simulator"));
			}
			return;
		}
		Set<String> common = new TreeSet<>(one);
		common.retainAll(other);
		// what can be null is seen as null by chance
		if (common.isEmpty() && !one.equals(Set.of("null")) && !other.equals(Set.of("null"))) {
			differences.add(path + ": recorded " + String.join("/", one) + ", simulator " + String.join("/", other));
		}
		Set<String> codes = recorded.codes().getOrDefault(path, Set.of());
		Set<String> simulatedCodes = simulated.codes().getOrDefault(path, Set.of());
		if (!codes.equals(simulatedCodes)) {
			differences.add(
					path + ": recorded " + String.join("/", codes) + ", simulator " + String.join("/", simulatedCodes));
		}
	}

}
