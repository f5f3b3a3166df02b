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

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.internal.BoundedValues;
import io.github.biginspring.internal.ListenerFailures;
import io.github.biginspring.internal.call.LateFailures;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.observation.BiginObservationContext;
import io.github.biginspring.observation.BiginObservationConvention;
import io.github.biginspring.observation.BiginObservationDocumentation;
import io.github.biginspring.observation.DefaultBiginObservationConvention;
import io.github.biginspring.observation.Operation;

/**
 * Observes operations by Micrometer. The observation of an operation is a child of the
 * caller's, as that travels in Reactor's context, and the parent of those of the HTTP
 * calls. Beside the observations there are two counters: {@code bigin.records}, by
 * connection, module and outcome ({@code read}, {@code written}, {@code rejected},
 * {@code unknown}), and {@code bigin.retries}, by connection and cause
 * ({@code rate_limit}, {@code server}, {@code transport}).
 *
 * @since 0.1.0
 */
public final class MicrometerOperationObserver implements OperationObserver {

	// what all connections that were given no name have in common
	private static final String OTHER_CONNECTION = "other";

	private static final List<String> RETRY_CAUSES = List.of("rate_limit", "server", "transport");

	private final BiginObservationConvention defaultConvention;

	private final ObservationRegistry observationRegistry;

	private final @Nullable BiginObservationConvention convention;

	private final @Nullable MeterRegistry meterRegistry;

	private final String connection;

	private final BoundedValues modules;

	/**
	 * Create an observer.
	 * @param observationRegistry takes the observations
	 * @param convention names them, or {@code null} for the default
	 * @param meterRegistry takes the counters, or {@code null} for none
	 * @param connection the name of the connection that the operations are made on
	 */
	public MicrometerOperationObserver(ObservationRegistry observationRegistry,
			@Nullable BiginObservationConvention convention, @Nullable MeterRegistry meterRegistry, String connection) {
		this(observationRegistry, new DefaultBiginObservationConvention(), convention, meterRegistry, connection,
				new BoundedValues(100));
		if (meterRegistry != null) {
			// there before the first, so that a rate can be told from the start
			RETRY_CAUSES.forEach((cause) -> count(meterRegistry, 0, () -> retries(meterRegistry, cause)));
		}
	}

	private MicrometerOperationObserver(ObservationRegistry observationRegistry,
			BiginObservationConvention defaultConvention, @Nullable BiginObservationConvention convention,
			@Nullable MeterRegistry meterRegistry, String connection, BoundedValues modules) {
		this.observationRegistry = observationRegistry;
		this.defaultConvention = defaultConvention;
		this.convention = convention;
		this.meterRegistry = meterRegistry;
		this.connection = connection;
		this.modules = modules;
	}

	@Override
	public OperationObserver onOtherConnection() {
		return new MicrometerOperationObserver(this.observationRegistry, this.defaultConvention, this.convention,
				this.meterRegistry, OTHER_CONNECTION, this.modules);
	}

	@Override
	public <T> Mono<T> observe(Operation operation, Mono<T> source) {
		return this.observationRegistry.isNoop() ? source.contextWrite(only(operation))
				: Mono.deferContextual((view) -> {
					OperationObservation observation = start(operation, view);
					return observation.observe(source).contextWrite(observation.asParent(operation));
				});
	}

	@Override
	public <T> Flux<T> observe(Operation operation, Flux<T> source) {
		return this.observationRegistry.isNoop() ? source.contextWrite(only(operation))
				: Flux.deferContextual((view) -> {
					OperationObservation observation = start(operation, view);
					return observation.observe(source).contextWrite(observation.asParent(operation));
				});
	}

	private static Function<Context, Context> only(Operation operation) {
		return (context) -> LateFailures.taken(context).put(Operation.class, operation);
	}

	@Override
	public void records(@Nullable String module, RecordOutcome outcome, int count) {
		MeterRegistry registry = this.meterRegistry;
		if (registry == null) {
			// nothing of Micrometer's core may be needed here, as it need not be there
			return;
		}
		count(registry, count,
				() -> Counter.builder("bigin.records")
					.description("Records that were read, or were to be written")
					.baseUnit("records")
					.tag("bigin.connection", this.connection)
					.tag("bigin.module", (module != null) ? this.modules.name(module) : "none")
					.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
					.register(registry));
	}

	@Override
	public void retried(BiginException failure) {
		MeterRegistry registry = this.meterRegistry;
		if (registry == null) {
			return;
		}
		count(registry, 1, () -> retries(registry, cause(failure)));
	}

	private Counter retries(MeterRegistry registry, String cause) {
		return Counter.builder("bigin.retries")
			.description("Calls that were made again")
			.baseUnit("calls")
			.tag("bigin.connection", this.connection)
			.tag("cause", cause)
			.register(registry);
	}

	private static void count(MeterRegistry registry, int count, Supplier<Counter> counter) {
		try {
			counter.get().increment(count);
		}
		catch (Throwable ex) {
			new ListenerFailures().failed(registry, ex);
		}
	}

	private static String cause(BiginException failure) {
		if (failure instanceof BiginRateLimitException) {
			return "rate_limit";
		}
		return (failure instanceof BiginServerException) ? "server" : "transport";
	}

	private OperationObservation start(Operation operation, ContextView view) {
		BiginObservationContext context = new BiginObservationContext(operation, this.connection);
		ListenerFailures failures = new ListenerFailures();
		return new OperationObservation(create(context, view, failures), context, failures);
	}

	private Observation create(BiginObservationContext context, ContextView view, ListenerFailures failures) {
		try {
			Observation observation = BiginObservationDocumentation.OPERATION.observation(this.convention,
					this.defaultConvention, () -> context, this.observationRegistry);
			Observation parent = view.getOrDefault(ObservationThreadLocalAccessor.KEY,
					this.observationRegistry.getCurrentObservation());
			return (parent != null) ? observation.parentObservation(parent) : observation;
		}
		catch (Throwable ex) {
			failures.failed(OperationObservation.OBSERVER, ex);
			return Observation.NOOP;
		}
	}

}
