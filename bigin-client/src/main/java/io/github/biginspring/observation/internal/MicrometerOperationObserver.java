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

import java.util.function.Function;

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

	private final BiginObservationConvention defaultConvention;

	private final ObservationRegistry observationRegistry;

	private final @Nullable BiginObservationConvention convention;

	private final @Nullable RecordMeters meters;

	private final String connection;

	private volatile @Nullable OperationObserver other;

	/**
	 * Create an observer.
	 * @param observationRegistry takes the observations
	 * @param convention names them, or {@code null} for the default
	 * @param meterRegistry takes the counters, or {@code null} for none
	 * @param connection the name of the connection that the operations are made on
	 */
	public MicrometerOperationObserver(ObservationRegistry observationRegistry,
			@Nullable BiginObservationConvention convention, @Nullable MeterRegistry meterRegistry, String connection) {
		this(observationRegistry, new DefaultBiginObservationConvention(), convention,
				(meterRegistry != null) ? new RecordMeters(meterRegistry, connection) : null, connection);
		if (this.meters != null) {
			// there before the first, so that a rate can be told from the start
			this.meters.registerRetries();
		}
	}

	private MicrometerOperationObserver(ObservationRegistry observationRegistry,
			BiginObservationConvention defaultConvention, @Nullable BiginObservationConvention convention,
			@Nullable RecordMeters meters, String connection) {
		this.observationRegistry = observationRegistry;
		this.defaultConvention = defaultConvention;
		this.convention = convention;
		this.meters = meters;
		this.connection = connection;
	}

	@Override
	public OperationObserver onOtherConnection() {
		OperationObserver observer = this.other;
		if (observer == null) {
			// two of them at the same time do no harm: they count in the same meters
			RecordMeters counted = (this.meters != null) ? this.meters.onConnection(OTHER_CONNECTION) : null;
			observer = new MicrometerOperationObserver(this.observationRegistry, this.defaultConvention,
					this.convention, counted, OTHER_CONNECTION);
			this.other = observer;
		}
		return observer;
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

	// Without meters nothing of Micrometer's core may be needed, as it need not be there

	@Override
	public void records(@Nullable String module, RecordOutcome outcome, int count) {
		if (this.meters != null) {
			this.meters.records(module, outcome, count);
		}
	}

	@Override
	public void retried(BiginException failure) {
		if (this.meters != null) {
			this.meters.retried(cause(failure));
		}
	}

	private static String cause(BiginException failure) {
		if (failure instanceof BiginRateLimitException) {
			return RecordMeters.RATE_LIMIT;
		}
		return (failure instanceof BiginServerException) ? RecordMeters.SERVER : RecordMeters.TRANSPORT;
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
