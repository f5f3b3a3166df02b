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

package io.github.biginspring.change.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.http.HttpMethod;

import io.github.biginspring.change.Change;
import io.github.biginspring.change.ChangeQuery;
import io.github.biginspring.change.CursorConflictException;
import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.CursorStore.StoredCursor;
import io.github.biginspring.change.InMemoryCursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.StoredChanges;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.CallLifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link StoredChanges}, in virtual time.
 */
class StoredChangesTests {

	private static final Duration MAX_AGE = Duration.ofDays(60);

	private final VirtualModule module = new VirtualModule();

	private final CursorStore store = new InMemoryCursorStore();

	private final List<String> handled = new ArrayList<>();

	private final CallLifecycle lifecycle = new CallLifecycle();

	private @Nullable String poison;

	@Test
	void goesOnWhereItHasFailed() {
		List<String> ids = create(4);
		this.poison = ids.get(2);
		Run failed = run(changes(null));
		assertThat(failed.failure).hasMessage("poison");
		assertThat(this.handled).containsExactly(ids.get(0), ids.get(1));
		this.poison = null;
		Run next = run(changes(null));
		assertThat(next.completed).isTrue();
		assertThat(this.handled).isEqualTo(ids);
		assertThat(run(changes(null)).completed).isTrue();
		assertThat(this.handled).isEqualTo(ids);
	}

	@Test
	void makesProgressHoweverManyRecordsShareASecond() {
		List<String> ids = IntStream.range(0, 1_000).mapToObj((i) -> this.module.create()).toList();
		pass(20);
		for (int end = 50; end <= ids.size(); end += 50) {
			this.poison = (end < ids.size()) ? ids.get(end) : null;
			Run run = run(changes(null));
			assertThat(run.completed).isEqualTo(end == ids.size());
			assertThat(this.handled).isEqualTo(ids.subList(0, end));
			StoredCursor stored = this.store.load("copy").block();
			assertThat(stored).isNotNull();
			assertThat(stored.text()).hasSizeLessThan(3_000).isPrintable();
		}
	}

	@Test
	void handlesBatchesWithoutWaitingForThemToBeFull() {
		List<String> ids = create(5);
		List<List<String>> batches = new ArrayList<>();
		Run run = new Run(changes(null).handleBatches(2, (changes) -> {
			batches.add(changes.stream().map(StoredChangesTests::id).toList());
			return Mono.empty();
		}));
		pass(60);
		assertThat(run.completed).isTrue();
		assertThat(batches).containsExactly(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 5));
	}

	@Test
	void aBatchThatFailsComesAgain() {
		List<String> ids = create(4);
		this.poison = ids.get(3);
		assertThat(runBatches().failure).hasMessage("poison");
		this.poison = null;
		this.handled.clear();
		assertThat(runBatches().completed).isTrue();
		assertThat(this.handled).containsExactly(ids.get(2), ids.get(3));
	}

	private Run runBatches() {
		Run run = new Run(changes(null).handleBatches(2, (changes) -> {
			Mono<Void> result = Mono.empty();
			for (Change<Integer> change : changes) {
				result = result.then(Mono.from(handle(change)));
			}
			return result;
		}));
		pass(60);
		return run;
	}

	@Test
	void whoBeginsLastTakesTheCursorOver() {
		create(1);
		Run one = run(changes(Duration.ofSeconds(10)));
		Run two = run(changes(Duration.ofSeconds(10)));
		create(1);
		pass(60);
		assertThat(one.failure).isInstanceOf(CursorConflictException.class)
			.hasMessageContaining("'copy'")
			.hasMessageContaining("exclusive()");
		assertThat(two.failure).isNull();
		this.handled.clear();
		List<String> last = create(1);
		pass(60);
		assertThat(this.handled).isEqualTo(last);
		assertThat(two.failure).isNull();
	}

	@Test
	void tellsOfAnUnusableCursorUntilThatWasHandled() {
		List<String> ids = create(1);
		this.store.save("copy", new StoredCursor("no cursor", 1)).block();
		this.poison = "UNREADABLE_CURSOR";
		assertThat(run(changes(null)).failure).hasMessage("poison");
		this.poison = null;
		assertThat(run(changes(null)).completed).isTrue();
		assertThat(this.handled).containsExactly("UNREADABLE_CURSOR", ids.get(0));
		assertThat(run(changes(null)).completed).isTrue();
		assertThat(this.handled).hasSize(2);
	}

	@Test
	void aCursorDoesNotGrowOldWhileNothingHappens() {
		create(1);
		Run run = run(changes(Duration.ofHours(2)));
		this.module.advance(MAX_AGE.plusDays(10));
		run.stop();
		this.handled.clear();
		assertThat(run(changes(null)).completed).isTrue();
		assertThat(this.handled).isEmpty();
	}

	@Test
	void aStoreThatFailsEndsIt() {
		create(1);
		CursorStore broken = new CursorStore() {

			@Override
			public Mono<StoredCursor> load(String name) {
				return StoredChangesTests.this.store.load(name);
			}

			@Override
			public Mono<Boolean> save(String name, StoredCursor cursor) {
				return (cursor.version() > 1) ? Mono.error(new IllegalStateException("no disk"))
						: StoredChangesTests.this.store.save(name, cursor);
			}

		};
		assertThat(run(query(null, broken, null).checkpointName("copy")).failure).hasMessage("no disk");
	}

	@Test
	void refusesWhatCannotBe() {
		assertThatIllegalStateException().isThrownBy(() -> query(null, null, null).checkpointName("copy"))
			.withMessageContaining("CursorStore");
		assertThatIllegalArgumentException().isThrownBy(() -> query(null, this.store, null).checkpointName(" "));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> query(null, this.store, null).checkpointName("n".repeat(51)))
			.withMessageContaining("at most 50 characters, not 51");
		assertThatIllegalStateException().isThrownBy(() -> changes(null).exclusive())
			.withMessageContaining("net.javacrumbs.shedlock");
		assertThatIllegalArgumentException().isThrownBy(() -> changes(null).exclusive(Duration.ofMillis(999)));
		assertThatIllegalArgumentException().isThrownBy(() -> changes(null).handleBatches(0, (all) -> Mono.empty()));
	}

	@Test
	void oneAtATimeFollowsWhereThatIsWanted() {
		VirtualLeases leases = new VirtualLeases(this.module.scheduler);
		create(1);
		Run one = run(query(Duration.ofSeconds(10), this.store, leases).checkpointName("copy").exclusive());
		Run two = run(query(Duration.ofSeconds(10), this.store, leases).checkpointName("copy").exclusive());
		create(1);
		pass(120);
		assertThat(one.failure).isNull();
		assertThat(two.failure).isNull();
		assertThat(this.handled).as("each change once").hasSize(2).doesNotHaveDuplicates();
		leases.die();
		one.stop();
		List<String> late = create(1);
		pass(120);
		assertThat(this.handled).hasSize(3).endsWith(late.get(0));
		assertThat(leases.names).containsOnly("bigin-cursor:copy");
	}

	@Test
	void aFollowerEndsBetweenTwoRounds() {
		List<String> ids = create(2);
		Run following = run(changes(Duration.ofHours(1)));
		assertThat(this.handled).isEqualTo(ids);
		AtomicInteger stopped = new AtomicInteger();
		int calls = this.module.calls.size();
		this.lifecycle.stop(stopped::incrementAndGet);
		assertThat(following.completed).isTrue();
		assertThat(stopped).hasValue(1);
		pass(7200);
		assertThat(this.module.calls).hasSize(calls);
	}

	@Test
	void aFollowerThatIsHandlingStoresWhatItHasHandledAndEnds() {
		List<String> ids = create(4);
		Sinks.Empty<Void> slow = Sinks.empty();
		Run following = new Run(changes(Duration.ofSeconds(10)).handle((change) -> {
			this.handled.add(id(change));
			return id(change).equals(ids.get(1)) ? slow.asMono() : Mono.empty();
		}));
		pass(60);
		AtomicInteger stopped = new AtomicInteger();
		this.lifecycle.stop(stopped::incrementAndGet);
		assertThat(following.isOver()).isFalse();
		assertThat(stopped).hasValue(0);
		slow.tryEmitEmpty();
		assertThat(following.completed).isTrue();
		assertThat(stopped).hasValue(1);
		assertThat(this.handled).containsExactly(ids.get(0), ids.get(1));
		this.lifecycle.start();
		this.handled.clear();
		assertThat(run(changes(null)).completed).isTrue();
		assertThat(this.handled).containsExactly(ids.get(2), ids.get(3));
	}

	@Test
	void aFollowerWhoseHandlerMakesCallsEndsAndTheChangeComesAgain() {
		List<String> ids = create(3);
		Run following = new Run(changes(Duration.ofSeconds(10)).handle((change) -> {
			if (id(change).equals(ids.get(1))) {
				this.lifecycle.stop(() -> {
				});
				return Mono
					.error(new BiginShutdownException(ErrorDetails.notSent(HttpMethod.PUT, "/bigin/v2/x").build()));
			}
			return handle(change);
		}));
		pass(60);
		assertThat(following.completed).isTrue();
		this.lifecycle.start();
		assertThat(run(changes(null)).completed).isTrue();
		assertThat(this.handled).isEqualTo(ids);
	}

	@Test
	void aFollowerThatWaitsForItsLockEnds() {
		VirtualLeases leases = new VirtualLeases(this.module.scheduler);
		Run one = run(query(Duration.ofSeconds(10), this.store, leases).checkpointName("copy").exclusive());
		Run two = run(query(Duration.ofSeconds(10), this.store, leases).checkpointName("copy").exclusive());
		AtomicInteger stopped = new AtomicInteger();
		this.lifecycle.stop(stopped::incrementAndGet);
		pass(60);
		assertThat(one.completed).isTrue();
		assertThat(two.completed).isTrue();
		assertThat(stopped).hasValue(1);
	}

	@Test
	void aFollowerThatBeginsAfterTheStopTouchesNothing() {
		this.lifecycle.stop(() -> {
		});
		Run following = run(changes(Duration.ofSeconds(10)));
		assertThat(following.completed).isTrue();
		assertThat(this.module.calls).isEmpty();
		assertThat(this.store.load("copy").blockOptional()).isEmpty();
	}

	private List<String> create(int count) {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			pass(2);
			ids.add(this.module.create());
		}
		pass(20);
		return ids;
	}

	private StoredChanges<Integer> changes(@Nullable Duration pollInterval) {
		return query(pollInterval, this.store, null).checkpointName("copy");
	}

	private ChangeQuery<Integer> query(@Nullable Duration pollInterval, @Nullable CursorStore store,
			@Nullable LeaseProvider leases) {
		ChangeFeed<Integer> feed = new ChangeFeed<>(this.module, PageSizes.BIGIN, this.module.timing(),
				Duration.ofSeconds(5), MAX_AGE, pollInterval, null, this.lifecycle);
		return new DefaultChangeQuery<>((fields) -> this.module, feed, (self) -> self.beginning(null), store, leases,
				true);
	}

	private Run run(StoredChanges<Integer> changes) {
		Function<Change<Integer>, Publisher<Void>> handler = this::handle;
		Run run = new Run(changes.handle(handler));
		pass(60);
		return run;
	}

	private Publisher<Void> handle(Change<Integer> change) {
		return Mono.fromRunnable(() -> {
			if (id(change).equals(this.poison)) {
				throw new IllegalStateException("poison");
			}
			this.handled.add(id(change));
		});
	}

	private static String id(Change<Integer> change) {
		if (change instanceof Change.Saved<Integer> saved) {
			return saved.id();
		}
		return (change instanceof Change.Deleted<Integer> deleted) ? deleted.id()
				: ((Change.Reset<Integer>) change).reason().name();
	}

	private void pass(int seconds) {
		this.module.advance(Duration.ofSeconds(seconds));
	}

}
