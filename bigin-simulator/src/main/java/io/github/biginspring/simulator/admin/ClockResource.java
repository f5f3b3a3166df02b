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

package io.github.biginspring.simulator.admin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.clock.SimulatedClock;

/**
 * The clock, as JSON.
 */
final class ClockResource {

	private final SimulatedClock clock;

	ClockResource(SimulatedClock clock) {
		this.clock = clock;
	}

	Map<String, @Nullable Object> read() {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("now", this.clock.instant().toString());
		map.put("moved", this.clock.moved().toString());
		return map;
	}

	Map<String, @Nullable Object> move(AdminBody body) {
		body.requireOnly(List.of("advance"), "the clock");
		Duration duration = body.duration("advance");
		if (duration == null) {
			throw AdminException.of("advance", "Nothing says how far to move the clock",
					"give a time, such as {\"advance\": \"PT1H\"}");
		}
		try {
			this.clock.advance(duration);
		}
		catch (IllegalArgumentException ex) {
			throw AdminException.of("advance", ex);
		}
		return read();
	}

}
