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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.observation.BiginObservationContext;
import io.github.biginspring.observation.BiginObservationConvention;
import io.github.biginspring.observation.DefaultBiginObservationConvention;
import io.github.biginspring.observation.Operation;

import static org.assertj.core.api.Assertions.assertThat;

class MicrometerOperationObserverTests {

	private static final Operation CREATE = Operation.of("create", "Contacts");

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final MicrometerOperationObserver observer = new MicrometerOperationObserver(this.registry, null,
			this.meters, "paris");

	@Test
	void observesASuccess() {
		StepVerifier.create(this.observer.observe(CREATE, Mono.just("x"))).expectNext("x").verifyComplete();
		assertObserved("success", "none");
		assertThat(this.registry).hasSingleObservationThat()
			.hasNameEqualTo("bigin.operation")
			.hasContextualNameEqualTo("bigin create Contacts")
			.hasOnlyKeys("bigin.operation", "bigin.connection", "bigin.module", "outcome", "bigin.error.code")
			.hasLowCardinalityKeyValue("bigin.operation", "create")
			.hasLowCardinalityKeyValue("bigin.connection", "paris")
			.hasLowCardinalityKeyValue("bigin.module", "Contacts")
			.doesNotHaveParentObservation()
			.hasBeenStopped();
	}

	@Test
	void anOperationMayConcernNoModule() {
		StepVerifier.create(this.observer.observe(Operation.of("users"), Flux.range(0, 3)))
			.expectNextCount(3)
			.verifyComplete();
		assertThat(this.registry).hasSingleObservationThat()
			.hasContextualNameEqualTo("bigin users")
			.hasLowCardinalityKeyValue("bigin.module", "none");
	}

	@ParameterizedTest
	@CsvSource({ "false, empty", "true, empty", "false, some", "true, some" })
	void endsWithTheSourceWhateverItGives(boolean many, String content) {
		int count = content.equals("some") ? 1 : 0;
		Flux<Integer> source = Flux.range(0, count);
		Flux<Integer> observed = many ? this.observer.observe(CREATE, source)
				: this.observer.observe(CREATE, source.next()).flux();
		StepVerifier.create(observed).expectNextCount(count).verifyComplete();
		assertObserved("success", "none");
	}

	@Test
	void freeTextOfTheServiceIsNoTag() {
		BiginException failure = ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", 400)
			.code("No contact ada@example.org")
			.toException();
		StepVerifier.create(this.observer.observe(CREATE, Mono.error(failure))).verifyError();
		assertObserved("error", "other");
	}

	@Test
	void tellsOnlySoManyModulesApart() {
		for (int i = 0; i < 300; i++) {
			this.observer.records("M" + i, RecordOutcome.READ, 1);
			StepVerifier.create(this.observer.observe(Operation.of("get", "M" + i), Mono.empty())).verifyComplete();
		}
		Set<String> observed = new HashSet<>();
		assertThat(this.registry).hasHandledContextsThatSatisfy((all) -> all
			.forEach((context) -> observed.add(context.getLowCardinalityKeyValue("bigin.module").getValue())));
		assertThat(observed).hasSize(101).contains("M0", "other");
		assertThat(this.meters.find("bigin.records").counters()).hasSize(101);
		assertThat(this.meters.get("bigin.records").tag("bigin.module", "other").counter().count()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void countsInNewMetersWhereTheApplicationHasRemovedThem(boolean composite) {
		MeterRegistry cleared = composite ? new CompositeMeterRegistry(Clock.SYSTEM, List.of(this.meters))
				: this.meters;
		OperationObserver counting = new MicrometerOperationObserver(this.registry, null, cleared, "paris");
		BiginException failure = ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", 503).toException();
		for (int i = 0; i < 2; i++) {
			counting.records("Contacts", RecordOutcome.READ, 5);
			counting.onOtherConnection().records("Contacts", RecordOutcome.READ, 7);
			counting.retried(failure);
			assertThat(cleared.get("bigin.records").tag("bigin.connection", "paris").counter().count()).isEqualTo(5);
			assertThat(cleared.get("bigin.records").tag("bigin.connection", "other").counter().count()).isEqualTo(7);
			assertThat(cleared.get("bigin.retries").tag("cause", "server").counter().count()).isEqualTo(1);
			cleared.clear();
		}
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void observesAFailureWithItsCode(boolean many) {
		BiginException failure = ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", 400)
			.code("INVALID_DATA")
			.toException();
		Flux<Object> observed = many
				? this.observer.observe(CREATE, Flux.just(1).concatWith(Flux.error(failure))).cast(Object.class)
				: this.observer.observe(CREATE, Mono.error(failure)).flux();
		StepVerifier.create(observed).thenConsumeWhile((value) -> true).verifyErrorMatches((ex) -> ex == failure);
		assertObserved("error", "INVALID_DATA");
		assertThat(this.registry).hasSingleObservationThat().hasError(failure);
	}

	@Test
	void observesAFailureWithoutACode() {
		StepVerifier.create(this.observer.observe(CREATE, Mono.error(new IllegalStateException("x"))))
			.verifyError(IllegalStateException.class);
		assertObserved("error", "none");
	}

	@Test
	void observesThatTheCallerGaveUp() {
		StepVerifier.create(this.observer.observe(CREATE, Mono.never())).expectSubscription().thenCancel().verify();
		assertObserved("cancelled", "none");
	}

	@Test
	void observesThatTheCallerHadEnough() {
		StepVerifier.create(this.observer.observe(CREATE, Flux.range(0, 100)).take(5, true).filter((i) -> i > 3))
			.expectNext(4)
			.verifyComplete();
		assertObserved("cancelled", "none");
	}

	@Test
	void anEndThatIsFollowedByACancellationStaysASuccess() {
		this.observer.observe(CREATE, Flux.just(1, 2)).subscribe(new CancellingAfterTheEnd());
		StepVerifier.create(this.observer.observe(CREATE, Mono.just(1)).flux().take(1)).expectNext(1).verifyComplete();
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("bigin.operation", 2)
			.forAllObservationsWithNameEqualTo("bigin.operation",
					(context) -> context.hasLowCardinalityKeyValue("outcome", "success"));
		assertThat(this.registry).hasHandledContextsThatSatisfy((contexts) -> assertThat(contexts)
			.noneMatch((context) -> ((BiginObservationContext) context).isCancelled()));
	}

	@Test
	void observesNothingBeforeItIsSubscribedToAndEachSubscriptionOnItsOwn() {
		Mono<String> observed = this.observer.observe(CREATE, Mono.just("x"));
		assertThat(this.registry).doesNotHaveAnyObservation();
		observed.block();
		observed.block();
		assertThat(this.registry).hasNumberOfObservationsWithNameEqualTo("bigin.operation", 2);
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void isAChildOfTheObservationThatTravelsWithTheSubscription(boolean many) {
		Observation parent = Observation.start("caller", this.registry);
		Observation other = Observation.start("other", this.registry);
		Flux<Integer> observed = many ? this.observer.observe(CREATE, Flux.just(1))
				: this.observer.observe(CREATE, Mono.just(1)).flux();
		other.scoped(() -> observed.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, parent))
			.blockLast());
		assertThat(operation().getParentObservation()).isSameAs(parent);
	}

	@Test
	void isAChildOfTheThreadsObservationWhereNoneTravels() {
		Observation parent = Observation.start("caller", this.registry);
		parent.scoped(() -> this.observer.observe(CREATE, Mono.just(1)).block());
		assertThat(operation().getParentObservation()).isSameAs(parent);
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void travelsWithWhatItObserves(boolean many) {
		List<@Nullable Observation> seen = new ArrayList<>();
		Mono<Integer> source = Mono.deferContextual((view) -> {
			seen.add(view.get(ObservationThreadLocalAccessor.KEY));
			return Mono.just(1);
		});
		if (many) {
			this.observer.observe(CREATE, source.flux()).blockLast();
		}
		else {
			this.observer.observe(CREATE, source).block();
		}
		assertThat(seen).singleElement()
			.satisfies((observation) -> assertThat(observation.getContext()).isSameAs(operation()));
	}

	@Test
	void tellsNoConnectionThatIsChosenByItsIdFromAnother() {
		OperationObserver other = this.observer.onOtherConnection();
		StepVerifier.create(other.observe(CREATE, Mono.just("x"))).expectNext("x").verifyComplete();
		other.records("Contacts", RecordOutcome.READ, 2);
		this.observer.records("Contacts", RecordOutcome.READ, 1);
		assertThat(this.registry).hasSingleObservationThat().hasLowCardinalityKeyValue("bigin.connection", "other");
		assertThat(this.meters.get("bigin.records").tag("bigin.connection", "other").counter().count()).isEqualTo(2);
		assertThat(this.meters.get("bigin.records").tag("bigin.connection", "paris").counter().count()).isEqualTo(1);
	}

	@Test
	void tellsOnlyTheOperationWhereNothingIsObserved() {
		MicrometerOperationObserver none = new MicrometerOperationObserver(ObservationRegistry.NOOP, null, null,
				"paris");
		Mono<Operation> operation = Mono.deferContextual((context) -> Mono.just(context.get(Operation.class)));
		assertThat(none.observe(CREATE, operation).block()).isEqualTo(CREATE);
		assertThat(none.observe(CREATE, operation.flux()).blockLast()).isEqualTo(CREATE);
		assertThat(new MicrometerOperationObserver(ObservationRegistry.create(), null, null, "paris")
			.observe(CREATE, operation)
			.block()).isEqualTo(CREATE);
		none.records("Contacts", RecordOutcome.READ, 1);
		none.retried(ErrorDetails.notSent(HttpMethod.GET, "/x").toException());
	}

	@Test
	void anApplicationNamesThingsItsOwnWay() {
		BiginObservationConvention convention = new DefaultBiginObservationConvention() {

			@Override
			public String getName() {
				return "crm";
			}

			@Override
			public KeyValues getLowCardinalityKeyValues(BiginObservationContext context) {
				return KeyValues.of(KeyValue.of("what", context.getOperation().name()));
			}

		};
		new MicrometerOperationObserver(this.registry, convention, null, "paris").observe(CREATE, Mono.just("x"))
			.block();
		assertThat(this.registry).hasSingleObservationThat()
			.hasNameEqualTo("crm")
			.hasOnlyKeys("what")
			.hasLowCardinalityKeyValue("what", "create");
	}

	@Test
	void countsRecordsByWhatBecameOfThem() {
		this.observer.records("Contacts", RecordOutcome.READ, 200);
		this.observer.records("Contacts", RecordOutcome.READ, 3);
		this.observer.records("Contacts", RecordOutcome.WRITTEN, 2);
		this.observer.records(null, RecordOutcome.REJECTED, 1);
		assertThat(counter("bigin.records", "bigin.module", "Contacts", "outcome", "read")).isEqualTo(203);
		assertThat(counter("bigin.records", "bigin.module", "Contacts", "outcome", "written")).isEqualTo(2);
		assertThat(counter("bigin.records", "bigin.module", "none", "outcome", "rejected")).isEqualTo(1);
		assertThat(this.meters.find("bigin.records").meters()).extracting(Meter::getId)
			.extracting(Meter.Id::getBaseUnit)
			.containsOnly("records");
	}

	@Test
	void hasARowForEachCauseBeforeTheFirstRetry() {
		for (String cause : List.of("rate_limit", "server", "transport")) {
			assertThat(this.meters.get("bigin.retries")
				.tags("cause", cause, "bigin.connection", "paris")
				.counter()
				.count()).isZero();
		}
		this.observer.onOtherConnection();
		assertThat(this.meters.find("bigin.retries").meters()).as("for what is named alone").hasSize(3);
	}

	@Test
	void saysNoOutcomeOfWhatIsUnderWay() {
		this.observer.observe(CREATE, Mono.never()).subscribe();
		assertThat(this.registry).hasSingleObservationThat()
			.hasBeenStarted()
			.isNotStopped()
			.hasLowCardinalityKeyValue("outcome", "none");
	}

	@Test
	void countsRetriesByTheirCause() {
		this.observer.retried(ErrorDetails.responded(HttpMethod.GET, "/x", 429).toException());
		this.observer.retried(ErrorDetails.responded(HttpMethod.GET, "/x", 503).toException());
		this.observer.retried(ErrorDetails.responded(HttpMethod.GET, "/x", 500).toException());
		this.observer.retried(ErrorDetails.notSent(HttpMethod.GET, "/x").toException());
		assertThat(counter("bigin.retries", "cause", "rate_limit")).isEqualTo(1);
		assertThat(counter("bigin.retries", "cause", "server")).isEqualTo(2);
		assertThat(counter("bigin.retries", "cause", "transport")).isEqualTo(1);
	}

	private double counter(String name, String... tags) {
		return this.meters.get(name).tags(tags).counter().count();
	}

	private void assertObserved(String outcome, String code) {
		assertThat(this.registry).hasSingleObservationThat()
			.hasLowCardinalityKeyValue("outcome", outcome)
			.hasLowCardinalityKeyValue("bigin.error.code", code)
			.hasBeenStopped();
	}

	private Observation.Context operation() {
		List<Observation.Context> operations = new ArrayList<>();
		assertThat(this.registry).hasHandledContextsThatSatisfy((contexts) -> contexts.stream()
			.filter(BiginObservationContext.class::isInstance)
			.forEach(operations::add));
		assertThat(operations).hasSize(1);
		return operations.get(0);
	}

	private static final class CancellingAfterTheEnd implements CoreSubscriber<Integer> {

		private @Nullable Subscription subscription;

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(Integer value) {
		}

		@Override
		public void onError(Throwable error) {
			throw new AssertionError(error);
		}

		@Override
		public void onComplete() {
			assertThat(this.subscription).isNotNull();
			this.subscription.cancel();
		}

	}

}
