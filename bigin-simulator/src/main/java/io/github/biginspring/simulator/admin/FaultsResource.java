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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.fault.FaultKind;
import io.github.biginspring.simulator.fault.Faults;
import io.github.biginspring.simulator.fault.PlannedFault;
import io.github.biginspring.simulator.request.RequestPattern;

/**
 * What goes wrong, as JSON.
 */
final class FaultsResource {

	private final Faults faults;

	FaultsResource(Faults faults) {
		this.faults = faults;
	}

	Map<String, @Nullable Object> list() {
		Map<String, @Nullable Object> all = new LinkedHashMap<>();
		all.put("faults", this.faults.planned().stream().map(FaultsResource::describe).toList());
		all.put("rate_limit", this.faults.rateLimit());
		all.put("latency", this.faults.latency().toString());
		return all;
	}

	Map<String, @Nullable Object> plan(AdminBody body) {
		FaultType type = type(body);
		if (type == FaultType.RATE_LIMIT) {
			body.requireOnly(List.of("kind", "rate"), "a fault of kind 'rate_limit'");
			limitRate(body);
			return list();
		}
		List<String> names = new ArrayList<>(List.of("on", "count", "always"));
		names.addAll(type.fields());
		if (body.has("kind")) {
			names.add("kind");
		}
		body.requireOnly(names, "a fault of kind '" + type.text() + "'");
		Fault fault = fault(type, body);
		int count = body.number("count", 1, 1, Integer.MAX_VALUE);
		if (body.flag("always")) {
			if (body.has("count")) {
				throw AdminException.of("always", "'count' and 'always' exclude each other", "give one of them");
			}
			count = Integer.MAX_VALUE;
		}
		return describe(this.faults.on(pattern(body)).next(count, fault));
	}

	void clear() {
		this.faults.clear();
	}

	private static FaultType type(AdminBody body) {
		String kind = body.text("kind");
		if (kind == null) {
			if (!body.has("status")) {
				throw AdminException.of("kind", "Nothing says what goes wrong",
						"give a 'status' from 100 to 599, or a 'kind', one of " + FaultType.texts());
			}
			// with the bodies that the service gives these
			return switch (body.number("status", 0, 100, 599)) {
				case 429 -> FaultType.RATE_LIMITED;
				case 500 -> FaultType.INTERNAL_ERROR;
				default -> FaultType.STATUS;
			};
		}
		FaultType type = FaultType.find(kind);
		if (type == null) {
			throw AdminException.of("kind", "'" + kind + "' is no kind of fault", "use one of " + FaultType.texts());
		}
		return type;
	}

	private void limitRate(AdminBody body) {
		String rate = body.text("rate");
		if (rate == null) {
			throw AdminException.of("rate", "A rate limit needs a rate", "give requests and time, such as 10/s");
		}
		try {
			this.faults.limitRate(rate);
		}
		catch (IllegalArgumentException ex) {
			throw AdminException.of("rate", ex);
		}
	}

	private static RequestPattern pattern(AdminBody body) {
		String pattern = body.text("on");
		try {
			return (pattern != null) ? RequestPattern.of(pattern) : RequestPattern.any();
		}
		catch (IllegalArgumentException ex) {
			throw AdminException.of("on", ex);
		}
	}

	private static Fault fault(FaultType type, AdminBody body) {
		int status = body.number("status", 0, 100, 599);
		if (type == FaultType.STATUS && status == 0) {
			throw AdminException.of("status", "A fault of kind 'status' needs a status",
					"give a number from 100 to 599");
		}
		Fault fault = (type == FaultType.STATUS) ? Fault.status(status) : type.fault();
		if (type != FaultType.STATUS && status != 0 && status != fault.status()) {
			throw AdminException.of("status", "A fault of kind '" + type.text() + "' has status " + fault.status(),
					"leave 'status' out, or use kind 'status'");
		}
		String content = body.text("body");
		String contentType = body.text("content_type");
		if (content != null) {
			fault = fault.body((contentType != null) ? contentType : "application/json;charset=utf-8", content);
		}
		else if (contentType != null) {
			throw AdminException.of("content_type", "There is no body of this type", "give a 'body' too");
		}
		for (Map.Entry<String, String> header : body.texts("headers").entrySet()) {
			fault = fault.header(header.getKey(), header.getValue());
		}
		if (body.has("retry_after")) {
			fault = fault.retryAfter(Duration.ofSeconds(body.number("retry_after", 0, 0, Integer.MAX_VALUE)));
		}
		if (body.flag("after_taking_effect")) {
			fault = fault.afterTakingEffect();
		}
		return delayed(type, fault, body);
	}

	private static Fault delayed(FaultType type, Fault fault, AdminBody body) {
		Duration delay = body.duration("delay");
		if (delay == null) {
			if (type == FaultType.LATENCY) {
				throw AdminException.of("delay", "A fault of kind 'latency' needs a delay",
						"give a time, such as 500ms");
			}
			return fault;
		}
		if (delay.compareTo(Duration.ofHours(1)) > 0) {
			throw body.wrong("delay", "give a time up to 1h");
		}
		return fault.delayed(delay);
	}

	private static Map<String, @Nullable Object> describe(PlannedFault planned) {
		Fault fault = planned.fault();
		FaultKind kind = fault.kind();
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("on", planned.requests());
		map.put("kind", (kind != FaultKind.EMPTY_RESPONSE || !fault.takesEffect()) ? text(kind) : "lost_response");
		map.put("status", (kind == FaultKind.RESPONSE) ? fault.status() : null);
		map.put("after_taking_effect", fault.takesEffect());
		map.put("delay", fault.delay().toString());
		map.put("count", (planned.times() != Integer.MAX_VALUE) ? planned.times() : null);
		map.put("happened", planned.happened());
		return map;
	}

	private static String text(FaultKind kind) {
		return switch (kind) {
			case NONE -> "latency";
			case RESPONSE -> "status";
			default -> FaultType.valueOf(kind.name()).text();
		};
	}

}
