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

package io.github.biginspring.write.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.write.RecordWriter;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Unknown;
import io.github.biginspring.write.WriteResult.Written;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecordWriterTests {

	private static final String PATH = "/bigin/v2/{module}";

	private final HeldService service = new HeldService();

	private final List<String> observed = new ArrayList<>();

	private final RecordWriter<BiginRecord> contacts = bigin().batch("Contacts");

	private final TestPublisher<BiginRecord> source = TestPublisher.create();

	@Test
	void writesAHundredRecordsWithACall() {
		StepVerifier.create(names(this.contacts.create(records(250)))).then(() -> {
			assertThat(this.service.calls).extracting((held) -> held.records().size()).containsExactly(100, 100, 50);
			assertThat(this.service.calls).extracting((held) -> held.call.credits()).containsExactly(10, 10, 5);
			this.service.calls.forEach(HeldService.HeldCall::writeAll);
		}).expectNextSequence(IntStream.range(0, 250).mapToObj(String::valueOf).toList()).verifyComplete();
	}

	@Test
	void givesTheCallersOwnObjectsBack() {
		BiginRecord record = named("a");
		StepVerifier.create(this.contacts.create(Mono.just(record)))
			.then(() -> this.service.call(0).writeAll())
			.assertNext((result) -> {
				assertThat(result.input()).isSameAs(record);
				assertThat(result).isInstanceOf(Written.class);
			})
			.verifyComplete();
	}

	@Test
	void doesNotHoldATrickle() {
		StepVerifier.withVirtualTime(() -> this.contacts.window(ofSeconds(5)).create(this.source))
			.then(() -> this.source.next(named("a")))
			.thenAwait(ofMillis(4000))
			.then(() -> this.source.next(named("b")))
			.expectNoEvent(ofMillis(999))
			.then(() -> assertThat(this.service.calls).isEmpty())
			.thenAwait(ofMillis(1))
			.then(() -> assertThat(this.service.call(0).records()).containsExactly("a", "b"))
			.thenCancel()
			.verify();
	}

	@Test
	void givesResultsInTheOrderOfTheRecords() {
		StepVerifier.create(names(this.contacts.batchSize(1).create(records(2))))
			.then(() -> this.service.call(1).writeAll())
			.expectNoEvent(Duration.ZERO)
			.then(() -> this.service.call(0).writeAll())
			.expectNext("0", "1")
			.verifyComplete();
	}

	@Test
	void givesResultsAsTheyComeWhereThatIsAskedFor() {
		StepVerifier.create(names(this.contacts.batchSize(1).unordered().create(records(2))))
			.then(() -> this.service.call(1).writeAll())
			.expectNext("1")
			.then(() -> this.service.call(0).writeAll())
			.expectNext("0")
			.verifyComplete();
	}

	@Test
	void hasNoMoreCallsUnderWayThanAllowed() {
		StepVerifier.create(this.contacts.batchSize(10).concurrency(3).create(records(100))).then(() -> {
			for (int responded = 0; responded < 10; responded++) {
				assertThat(this.service.inFlight()).isEqualTo(Math.min(3, 10 - responded));
				this.service.call(responded).writeAll();
			}
		}).expectNextCount(100).verifyComplete();
	}

	@Test
	void hasTenCallsUnderWayWhereNothingIsSaid() {
		StepVerifier.create(this.contacts.create(records(2000)))
			.then(() -> assertThat(this.service.calls).hasSize(10))
			.thenCancel()
			.verify();
	}

	@Test
	void asksTheSourceForNoMoreThanCanBeSent() {
		for (RecordWriter<BiginRecord> writer : List.of(this.contacts, this.contacts.unordered())) {
			this.service.calls.clear();
			AtomicLong taken = new AtomicLong();
			StepVerifier.create(
					writer.batchSize(10).concurrency(2).create(records(1000).doOnNext((r) -> taken.incrementAndGet())),
					0)
				.then(() -> assertThat(taken).hasValue(20))
				.then(() -> {
					// there is a response, but nobody takes the results
					for (int i = 0; i < this.service.calls.size(); i++) {
						this.service.call(i).writeAll();
					}
					assertThat(taken.get()).isLessThanOrEqualTo(40);
				})
				.thenRequest(1000)
				.then(() -> {
					for (int i = 0; i < this.service.calls.size(); i++) {
						if (!this.service.call(i).responded) {
							this.service.call(i).writeAll();
						}
					}
				})
				.expectNextCount(1000)
				.verifyComplete();
		}
	}

	@Test
	void cancellingCancelsTheSourceAndTheCallsUnderWay() {
		StepVerifier.create(this.contacts.batchSize(1).create(this.source))
			.then(() -> this.source.next(named("a"), named("b")))
			.then(() -> this.service.call(0).writeAll())
			.expectNextCount(1)
			.thenCancel()
			.verify();
		this.source.assertCancelled();
		assertThat(this.service.calls).extracting((held) -> held.cancelled).containsExactly(false, true);
		assertThat(this.observed).containsExactly("create.stream Contacts", "Contacts WRITTEN 1");
	}

	@Test
	void makesNoCallForNothing() {
		StepVerifier.create(this.contacts.create(Flux.empty())).verifyComplete();
		StepVerifier.create(this.contacts.delete(Flux.empty())).verifyComplete();
		assertThat(this.service.calls).isEmpty();
	}

	@Test
	void callsNothingBeforeItIsSubscribedToAndAnewForEachSubscriber() {
		Flux<WriteResult<BiginRecord>> results = this.contacts.create(records(1));
		assertThat(this.service.calls).isEmpty();
		for (int i = 0; i < 2; i++) {
			int call = i;
			StepVerifier.create(results)
				.then(() -> this.service.call(call).writeAll())
				.expectNextCount(1)
				.verifyComplete();
		}
	}

	@Test
	void recordsThatAStreamCreatesOrInsertsKnowTheirIds() {
		List<BiginRecord> created = List.of(named("a"), named("b"));
		StepVerifier.create(this.contacts.create(Flux.fromIterable(created)))
			.then(() -> this.service.call(0).writeAll())
			.expectNextCount(2)
			.verifyComplete();
		assertThat(created).extracting(BiginRecord::getId).containsExactly("a", "b");
		List<BiginRecord> inserted = List.of(named("c"), named("d"));
		StepVerifier.create(this.contacts.upsert(Flux.fromIterable(inserted), "Last_Name"))
			.then(() -> this.service.call(1).writeAll())
			.expectNextCount(2)
			.verifyComplete();
		assertThat(inserted).extracting(BiginRecord::getId).containsExactly("c", "d");
	}

	@Test
	void aRecordThatCannotBeSentIsRefusedAlone() {
		Flux<BiginRecord> records = Flux.just(BiginRecord.withId("1").set("F", "v"), named("no id"),
				BiginRecord.withId("x/y"), BiginRecord.withId("2").set("F", "v"));
		StepVerifier.create(this.contacts.update(records))
			.then(() -> assertThat(this.service.call(0).records()).containsExactly("1", "2"))
			.then(() -> this.service.call(0).writeAll())
			.assertNext((result) -> assertThat(result.input().getId()).isEqualTo("1"))
			.assertNext((result) -> assertNotSent(result, "record 1 of the stream", "without its id"))
			.assertNext((result) -> assertNotSent(result, "record 2 of the stream", "Not a record id"))
			.assertNext((result) -> assertThat(((Written<?>) result).input()).isNotNull())
			.verifyComplete();
		assertThat(this.observed).contains("Contacts WRITTEN 2", "Contacts REJECTED 2");
	}

	@Test
	void countsRecordsThroughAllBatches() {
		StepVerifier.create(this.contacts.batchSize(2).delete(Flux.just("1", "2", "3", "x")))
			.then(() -> this.service.calls.forEach(HeldService.HeldCall::writeAll))
			.expectNextCount(3)
			.assertNext((result) -> assertNotSent(result, "record 3 of the stream", "Not a record id: 'x'"))
			.verifyComplete();
	}

	@Test
	void makesNoCallForRecordsThatCannotBeSent() {
		StepVerifier.create(this.contacts.batchSize(2).delete(Flux.just("a", "b", "c")))
			.thenConsumeWhile((result) -> result instanceof Rejected)
			.verifyComplete();
		assertThat(this.service.calls).isEmpty();
	}

	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void aRecordOfAnotherTypeOrModuleIsRefused() {
		RecordWriter writer = bigin().batch(Person.class);
		Flux<?> records = Flux.just(new Person("a"), "text", new Deal("b"), new Doctor("c"), new SecretKeeper());
		StepVerifier.create((Flux<WriteResult<?>>) writer.create(records))
			.then(() -> assertThat(this.service.call(0).records()).containsExactly("a", "c"))
			.then(() -> this.service.call(0).writeAll())
			.assertNext((result) -> assertThat(result.isWritten()).isTrue())
			.assertNext((result) -> assertNotSent(result, "record 1", "java.lang.String"))
			.assertNext((result) -> assertNotSent(result, "record 2", "Pipelines"))
			.assertNext((result) -> assertThat(result.isWritten()).isTrue())
			.assertNext((result) -> {
				assertNotSent(result, "record 4", "cannot be mapped");
				assertThat(((Rejected<?>) result).error().toString()).doesNotContain("secret");
			})
			.verifyComplete();
	}

	@Test
	void aTypeThatDoesNotSayItsModuleIsRefusedAtOnce() {
		assertThatIllegalArgumentException().isThrownBy(() -> bigin().batch(String.class))
			.withMessageContaining("@BiginModule");
		assertThatIllegalArgumentException().isThrownBy(() -> bigin().batch("Contacts/1"));
	}

	@Test
	void aRefusedCallRefusesItsRecordsAndNoOthers() {
		BiginException rejected = responded(400, "INVALID_DATA");
		StepVerifier.create(this.contacts.batchSize(2).create(records(4)))
			.then(() -> this.service.call(0).fail(rejected))
			.then(() -> this.service.call(1).writeAll())
			.assertNext((result) -> assertThat(((Rejected<?>) result).error()).isSameAs(rejected))
			.assertNext((result) -> assertThat(result).isInstanceOf(Rejected.class))
			.assertNext((result) -> assertThat(result).isInstanceOf(Written.class))
			.assertNext((result) -> assertThat(result).isInstanceOf(Written.class))
			.verifyComplete();
		assertThat(this.observed).contains("Contacts REJECTED 2", "Contacts WRITTEN 2");
	}

	@Test
	void aCallWhoseResponseIsLostLeavesItsRecordsUnknownAndNoOthers() {
		StepVerifier.create(this.contacts.batchSize(2).create(records(4)))
			.then(() -> this.service.call(0).fail(ErrorDetails.responseLost(HttpMethod.POST, PATH).toException()))
			.then(() -> this.service.call(1).writeAll())
			.assertNext((result) -> assertThat(((Unknown<?>) result).error().isOutcomeUnknown()).isTrue())
			.assertNext((result) -> assertThat(result).isInstanceOf(Unknown.class))
			.expectNextCount(2)
			.verifyComplete();
		assertThat(this.service.calls).hasSize(2);
		assertThat(this.observed).contains("Contacts UNKNOWN 2", "Contacts WRITTEN 2");
	}

	@Test
	void aCallThatWasNeverSentRefusesItsRecords() {
		StepVerifier.create(this.contacts.create(records(1)))
			.then(() -> this.service.call(0).fail(ErrorDetails.notSent(HttpMethod.POST, PATH).toException()))
			.assertNext((result) -> assertThat(((Rejected<?>) result).error().getErrorDetails().requestState())
				.isEqualTo(RequestState.NOT_SENT))
			.verifyComplete();
	}

	@Test
	void aRefusalOfAllCallsEndsTheResultsAfterThoseOfTheCallsUnderWay() {
		BiginException rejected = responded(401, "INVALID_TOKEN");
		StepVerifier.create(this.contacts.batchSize(2).concurrency(2).create(this.source))
			.then(() -> this.source.next(named("a"), named("b"), named("c"), named("d")))
			.then(() -> this.service.call(1).fail(rejected))
			.then(this.source::assertCancelled)
			.then(() -> this.service.call(0).writeAll())
			.assertNext((result) -> assertThat(result).isInstanceOf(Written.class))
			.assertNext((result) -> assertThat(result).isInstanceOf(Written.class))
			.assertNext((result) -> assertThat(((Rejected<?>) result).error()).isSameAs(rejected))
			.assertNext((result) -> assertThat(((Rejected<?>) result).error()).isSameAs(rejected))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(rejected));
		assertThat(this.service.calls).hasSize(2);
	}

	@Test
	void whatWasTakenAndNotSentIsRefusedWhenAllCallsAre() {
		BiginException rejected = responded(403, "NO_PERMISSION");
		StepVerifier.create(this.contacts.batchSize(2).concurrency(2).create(this.source))
			.then(() -> this.source.next(named("a"), named("b"), named("c")))
			.then(() -> this.service.call(0).fail(rejected))
			.expectNextCount(2)
			.assertNext((result) -> {
				assertThat(result.input().getText("Last_Name")).isEqualTo("c");
				assertThat(((Rejected<?>) result).error()).isSameAs(rejected);
			})
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(rejected));
		assertThat(this.service.calls).hasSize(1);
	}

	@Test
	void anErrorOfTheSourceComesAfterWhatCameBeforeItIsWritten() {
		StepVerifier.create(names(this.contacts.batchSize(2).create(this.source)))
			.then(() -> this.source.next(named("a"), named("b"), named("c")))
			.then(() -> this.source.error(new IllegalStateException("source")))
			.then(() -> assertThat(this.service.call(1).records()).containsExactly("c"))
			.then(() -> this.service.calls.forEach(HeldService.HeldCall::writeAll))
			.expectNext("a", "b", "c")
			.verifyErrorMessage("source");
	}

	@Test
	void aFaultOfTheApplicationEndsTheResultsWithNoRecordLost() {
		IllegalStateException fault = new IllegalStateException("a listener");
		CallExchange broken = new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				throw fault;
			}

		};
		StepVerifier.create(bigin(broken).batch("Contacts").batchSize(1).concurrency(1).create(records(3)))
			.assertNext((result) -> assertThat(((Unknown<?>) result).error()).hasCause(fault))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(fault));
	}

	@Test
	void aCallWithoutAResponseLeavesItsRecordsUnknown() {
		CallExchange silent = new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.empty();
			}

		};
		StepVerifier.create(bigin(silent).batch("Contacts").create(records(2)))
			.thenConsumeWhile((result) -> result instanceof Unknown)
			.verifyComplete();
	}

	@Test
	void aSubscriberThatThrowsDoublesNothing() {
		CoreSubscriber<WriteResult<BiginRecord>> broken = new CoreSubscriber<>() {

			@Override
			public void onSubscribe(Subscription subscription) {
				subscription.request(Long.MAX_VALUE);
			}

			@Override
			public void onNext(WriteResult<BiginRecord> result) {
				throw new IllegalStateException("broken subscriber");
			}

			@Override
			public void onError(Throwable failure) {
			}

			@Override
			public void onComplete() {
			}

		};
		this.contacts.batchSize(1).create(this.source).subscribe(broken);
		this.source.next(named("a"), named("b"));
		this.service.call(0).writeAll();
		this.source.assertCancelled();
		assertThat(this.service.calls).extracting((held) -> held.cancelled).containsExactly(false, true);
		assertThat(this.observed).containsExactly("create.stream Contacts", "Contacts WRITTEN 1");
	}

	@Test
	void deletesByIds() {
		StepVerifier.create(bigin().batch(Person.class).delete(Flux.just("1", "2"))).then(() -> {
			assertThat(this.service.call(0).call.method()).isEqualTo(HttpMethod.DELETE);
			assertThat(this.service.call(0).call.credits()).isEqualTo(1);
			assertThat(this.service.call(0).records()).containsExactly("1", "2");
			this.service.call(0).writeAll();
		}).expectNextCount(2).verifyComplete();
		assertThat(this.observed).contains("delete.stream Contacts");
	}

	@Test
	void settingsAreCopiedAndChecked() {
		this.contacts.batchSize(1).concurrency(1).unordered();
		StepVerifier.create(this.contacts.create(records(3)))
			.then(() -> assertThat(this.service.call(0).records()).hasSize(3))
			.thenCancel()
			.verify();
		assertThatIllegalArgumentException().isThrownBy(() -> this.contacts.batchSize(101))
			.withMessageContaining("101");
		assertThatIllegalArgumentException().isThrownBy(() -> this.contacts.batchSize(0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.contacts.concurrency(0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.contacts.window(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> this.contacts.create(null));
	}

	private static void assertNotSent(WriteResult<?> result, String... parts) {
		assertThat(result).isInstanceOfSatisfying(Rejected.class, (rejected) -> {
			assertThat(rejected.error()).isInstanceOf(BiginInvalidRequestException.class)
				.hasMessageContainingAll(parts);
			assertThat(rejected.error().getErrorDetails().requestState()).isEqualTo(RequestState.NOT_SENT);
		});
	}

	private static BiginException responded(int status, String code) {
		return ErrorDetails.responded(HttpMethod.POST, PATH, status).code(code).toException();
	}

	private static Flux<String> names(Flux<WriteResult<BiginRecord>> results) {
		return results.map((result) -> result.input().getText("Last_Name"));
	}

	private static Flux<BiginRecord> records(int count) {
		return Flux.range(0, count).map((i) -> named(String.valueOf(i)));
	}

	private static BiginRecord named(String name) {
		return new BiginRecord().set("Last_Name", name);
	}

	private WriteOperations bigin() {
		return bigin(this.service);
	}

	private WriteOperations bigin(CallExchange exchange) {
		return new WriteTemplate(exchange, new OperationObserver() {

			@Override
			public <T> Flux<T> observe(Operation operation, Flux<T> results) {
				RecordWriterTests.this.observed.add(operation.name() + " " + operation.module());
				return results;
			}

			@Override
			public void records(@Nullable String module, RecordOutcome outcome, int count) {
				RecordWriterTests.this.observed.add(module + " " + outcome + " " + count);
			}

		}, RecordMapper.create());
	}

	@BiginModule("Contacts")
	static class Person {

		private final String lastName;

		Person(String lastName) {
			this.lastName = lastName;
		}

		public String getLastName() {
			return this.lastName;
		}

	}

	static class Doctor extends Person {

		Doctor(String lastName) {
			super(lastName);
		}

	}

	static class SecretKeeper extends Person {

		SecretKeeper() {
			super("");
		}

		@Override
		public String getLastName() {
			throw new IllegalStateException("secret");
		}

	}

	@BiginModule("Pipelines")
	static class Deal extends Person {

		Deal(String lastName) {
			super(lastName);
		}

	}

}
