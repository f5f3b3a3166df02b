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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.fault.Fault;

/**
 * The kinds of fault that the admin API knows.
 */
enum FaultType {

	STATUS(Group.RESPONSE, () -> Fault.status(200)),

	RATE_LIMITED(Group.RESPONSE, Fault::rateLimited),

	INTERNAL_ERROR(Group.RESPONSE, Fault::internalError),

	SCOPE_MISMATCH(Group.RESPONSE, Fault::scopeMismatch),

	BAD_API_KEY(Group.RESPONSE, Fault::badApiKey),

	INVALID_JSON(Group.RESPONSE, Fault::invalidJson),

	HTML(Group.RESPONSE, Fault::html),

	LATENCY(Group.DELAY, () -> Fault.latency(Duration.ZERO)),

	LOST_RESPONSE(Group.DELAY, () -> Fault.emptyResponse().afterTakingEffect()),

	TRUNCATED_RESPONSE(Group.DELAY, Fault::truncatedResponse),

	EMPTY_RESPONSE(Group.NO_RESPONSE, Fault::emptyResponse),

	CONNECTION_RESET(Group.NO_RESPONSE, Fault::connectionReset),

	GARBAGE(Group.NO_RESPONSE, Fault::garbage),

	RATE_LIMIT(Group.RATE, Fault::rateLimited);

	private final Group group;

	private final Supplier<Fault> fault;

	FaultType(Group group, Supplier<Fault> fault) {
		this.group = group;
		this.fault = fault;
	}

	static @Nullable FaultType find(String text) {
		return Arrays.stream(values()).filter((type) -> type.text().equals(text)).findFirst().orElse(null);
	}

	static List<String> texts() {
		return Arrays.stream(values()).map(FaultType::text).toList();
	}

	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	Fault fault() {
		return this.fault.get();
	}

	/**
	 * What can be said of a fault of this kind.
	 * @return the names
	 */
	List<String> fields() {
		return this.group.fields;
	}

	private enum Group {

		RESPONSE("status", "body", "content_type", "headers", "retry_after", "delay", "after_taking_effect"),

		DELAY("delay"),

		NO_RESPONSE("delay", "after_taking_effect"),

		RATE("rate");

		private final List<String> fields;

		Group(String... fields) {
			this.fields = List.of(fields);
		}

	}

}
