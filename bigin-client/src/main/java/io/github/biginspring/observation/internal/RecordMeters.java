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

package io.github.biginspring.observation.internal;

import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.BoundedValues;
import io.github.biginspring.internal.ListenerFailures;
import io.github.biginspring.internal.call.RecordOutcome;

/**
 * Counts the records and the retries of a connection. A counter that was found is kept:
 * to look for it takes more memory than to count.
 */
final class RecordMeters {

	static final String RATE_LIMIT = "rate_limit";

	static final String SERVER = "server";

	static final String TRANSPORT = "transport";

	private static final String NO_MODULE = "none";

	private final MeterRegistry registry;

	private final String connection;

	private final BoundedValues modules;

	private final Map<RecordOutcome, Map<String, Counter>> records = new EnumMap<>(RecordOutcome.class);

	private final Map<String, Counter> retries = new ConcurrentHashMap<>();

	RecordMeters(MeterRegistry registry, String connection) {
		this(registry, connection, new BoundedValues(100));
	}

	private RecordMeters(MeterRegistry registry, String connection, BoundedValues modules) {
		this.registry = registry;
		this.connection = connection;
		this.modules = modules;
		for (RecordOutcome outcome : RecordOutcome.values()) {
			this.records.put(outcome, new ConcurrentHashMap<>());
		}
		forgetWhatIsRemoved(this);
	}

	// An application may clear its registry, after each test for instance. What is
	// counted then is to be seen in new meters. The registry keeps the listener, and may
	// outlive the template.
	private static void forgetWhatIsRemoved(RecordMeters meters) {
		WeakReference<RecordMeters> listening = new WeakReference<>(meters);
		try {
			meters.registry.config().onMeterRemoved((removed) -> {
				RecordMeters found = listening.get();
				if (found != null) {
					found.forget(removed);
				}
			});
		}
		catch (RuntimeException ex) {
			new ListenerFailures().failed(meters.registry, ex);
		}
	}

	private void forget(Meter removed) {
		this.retries.values().remove(removed);
		this.records.values().forEach((counters) -> counters.values().remove(removed));
	}

	RecordMeters onConnection(String name) {
		return new RecordMeters(this.registry, name, this.modules);
	}

	void registerRetries() {
		for (String cause : List.of(RATE_LIMIT, SERVER, TRANSPORT)) {
			count(this.retries, cause, () -> newRetries(cause), 0);
		}
	}

	void retried(String cause) {
		count(this.retries, cause, () -> newRetries(cause), 1);
	}

	void records(@Nullable String module, RecordOutcome outcome, int count) {
		String name = (module != null) ? this.modules.name(module) : NO_MODULE;
		count(Objects.requireNonNull(this.records.get(outcome)), name, () -> newRecords(name, outcome), count);
	}

	private Counter newRetries(String cause) {
		return Counter.builder("bigin.retries")
			.description("Calls that were made again")
			.baseUnit("calls")
			.tag("bigin.connection", this.connection)
			.tag("cause", cause)
			.register(this.registry);
	}

	private Counter newRecords(String module, RecordOutcome outcome) {
		return Counter.builder("bigin.records")
			.description("Records that were read, or were to be written")
			.baseUnit("records")
			.tag("bigin.connection", this.connection)
			.tag("bigin.module", module)
			.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
			.register(this.registry);
	}

	private void count(Map<String, Counter> counters, String name, Supplier<Counter> created, int count) {
		try {
			Counter counter = counters.get(name);
			if (counter == null) {
				counter = created.get();
				counters.put(name, counter);
			}
			counter.increment(count);
		}
		catch (Throwable ex) {
			new ListenerFailures().failed(this.registry, ex);
		}
	}

}
