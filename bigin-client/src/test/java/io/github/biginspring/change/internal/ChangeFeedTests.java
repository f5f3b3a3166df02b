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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import io.github.biginspring.CapturedLog;
import io.github.biginspring.LogCaptureExtension;
import io.github.biginspring.change.Change;
import io.github.biginspring.change.Cursor;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChangeFeed}, in virtual time.
 */
@ExtendWith(LogCaptureExtension.class)
class ChangeFeedTests {

	private static final Duration WATERMARK_DELAY = Duration.ofSeconds(5);

	private final VirtualModule module = new VirtualModule();

	private final VirtualConsumer consumer = new VirtualConsumer(this.module.scheduler, () -> Duration.ZERO);

	@Test
	void readsAllRecordsInTheOrderOfTheirLastChangeAndEnds() {
		String one = this.module.create();
		pass(60);
		String two = this.module.create();
		pass(60);
		this.module.change(one);
		pass(60);
		readUpToNow(feed(null).beginning(null));
		assertThat(emitted()).containsExactly("+" + two, "+" + one);
		assertThat(this.consumer.completed).isTrue();
	}

	@Test
	void anEmptyModuleHasNoChanges() {
		readUpToNow(feed(null).beginning(null));
		assertThat(emitted()).isEmpty();
		assertThat(this.consumer.completed).isTrue();
	}

	@Test
	void tellsWhatWasCreatedChangedAndDeletedSinceATime() {
		String old = this.module.create();
		String unchanged = this.module.create();
		String gone = this.module.create();
		pass(60);
		Instant since = this.module.now();
		pass(1);
		String young = this.module.create();
		pass(1);
		this.module.delete(gone);
		pass(1);
		this.module.change(old);
		pass(60);
		readUpToNow(feed(null).beginning(since));
		assertThat(emitted()).containsExactly("+" + young, "-" + gone, "~" + old).doesNotContain(unchanged);
	}

	@Test
	void tellsOfADeletionAfterWhichNothingElseHappens() {
		this.module.create();
		String last = this.module.create();
		pass(60);
		Instant since = this.module.now();
		pass(60);
		this.module.delete(last);
		pass(60);
		readUpToNow(feed(null).beginning(since));
		assertThat(emitted()).containsExactly("-" + last);
	}

	@Test
	void aFullReadTellsOfNoDeletionBeforeIt() {
		String gone = this.module.create();
		String kept = this.module.create();
		pass(60);
		this.module.delete(gone);
		pass(60);
		follow(feed(Duration.ofSeconds(30)), null);
		pass(60);
		assertThat(emitted()).containsExactly("+" + kept);
		this.module.delete(kept);
		pass(60);
		assertThat(emitted()).containsExactly("+" + kept, "-" + kept);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsAllAlthoughWritesNeverRest(boolean following) {
		String calm = this.module.create();
		String hot = this.module.create();
		pass(60);
		follow(feed(following ? Duration.ofSeconds(1) : null), null);
		for (int tenth = 0; tenth < 600; tenth++) {
			this.module.change(hot);
			if (tenth % 7 == 0) {
				this.module.delete(this.module.create());
			}
			this.module.advance(Duration.ofMillis(100));
		}
		assertThat(emitted()).contains("+" + calm);
		assertThat(this.consumer.completed).isEqualTo(!following);
		pass(60);
		assertThat(this.consumer.copy).containsKey(calm);
		if (following) {
			assertThat(this.consumer.copy).isEqualTo(this.module.state());
		}
	}

	@Test
	void leavesAChangeAloneUntilItsSecondHasSettled() {
		this.module.create();
		pass(60);
		follow(feed(Duration.ofSeconds(10)), null);
		pass(60);
		String hot = this.module.create();
		Instant changed = this.module.now();
		while (emitted().size() < 2) {
			this.module.advance(Duration.ofMillis(100));
			// many times a second, and each time it is another record
			if (Duration.between(changed, this.module.now()).toSeconds() < 3) {
				this.module.change(hot);
			}
		}
		Change.Saved<Integer> last = (Change.Saved<Integer>) this.consumer.handled.get(1);
		assertThat(last.record()).isEqualTo(this.module.state().get(hot));
		assertThat(Duration.between(changed, this.module.now())).isBetween(Duration.ofSeconds(8),
				Duration.ofSeconds(30));
	}

	@Test
	void seesWhatBecomesVisibleLate() {
		this.module.create();
		pass(60);
		follow(feed(Duration.ofSeconds(1)), null);
		pass(60);
		String late = this.module.create(Duration.ofMillis(4_900));
		pass(1);
		String early = this.module.create();
		pass(60);
		assertThat(emitted()).contains("+" + late, "+" + early);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsMoreRecordsOfOneSecondThanPageNumbersReach(boolean inclusive) {
		this.module.sinceIsInclusive = inclusive;
		String before = this.module.create();
		pass(1);
		List<String> crowd = IntStream.range(0, 2_500).mapToObj((i) -> this.module.create()).toList();
		pass(1);
		String after = this.module.create();
		pass(60);
		// in the middle of the crowd, while it is read
		follow(feed(Duration.ofSeconds(30)), null);
		this.module.advance(Duration.ofMillis(2_900));
		crowd.subList(0, 700).forEach(this.module::change);
		pass(300);
		assertThat(this.consumer.failure).isNull();
		assertThat(this.consumer.copy).isEqualTo(this.module.state()).containsKeys(before, after);
	}

	@Test
	void readsThousandsOfRecordsWithLittleOverlap() {
		for (int i = 0; i < 250; i++) {
			IntStream.range(0, 20).forEach((record) -> this.module.create());
			pass(1);
		}
		pass(60);
		readUpToNow(feed(null).beginning(null));
		assertThat(this.consumer.copy).hasSize(5_000);
		assertThat(this.module.calls.stream().filter("changed"::equals).count()).isBetween(25L, 30L);
	}

	@Test
	void goesOnInTheMiddleOfASecond() {
		List<String> ids = IntStream.range(0, 5).mapToObj((i) -> this.module.create()).toList();
		pass(60);
		readUpToNow(feed(null).beginning(null));
		Cursor third = this.consumer.handled.get(2).cursor();
		List<String> rest = emitted().subList(3, 5);
		this.consumer.handled.clear();
		readUpToNow(feed(null).startAfter(third.toString()));
		assertThat(emitted()).isEqualTo(rest).hasSize(ids.size() - 3);
	}

	@Test
	void goesOnWithinASecondWhereTheCursorWas() {
		IntStream.range(0, 1_000).forEach((i) -> this.module.create());
		pass(60);
		readUpToNow(feed(null).beginning(null));
		Cursor late = this.consumer.handled.get(900).cursor();
		this.consumer.handled.clear();
		readUpToNow(feed(null).startAfter(late));
		assertThat(emitted()).hasSize(99);
		assertThat(this.consumer.copy).hasSize(1_000);
	}

	@Test
	void aReadingThatFindsNothingCostsTwoCalls() {
		this.module.create();
		pass(60);
		follow(feed(Duration.ofMinutes(1)), null);
		pass(300);
		this.module.calls.clear();
		pass(600);
		assertThat(this.module.calls).hasSize(20).containsOnly("newest", "deleted");
	}

	@Test
	void readsNoFurtherThanAPageAheadOfTheConsumer() {
		IntStream.range(0, 1_500).forEach((i) -> {
			this.module.create();
			this.module.advance(Duration.ofMillis(100));
		});
		pass(60);
		ChangeFeed<Integer> feed = feed(null);
		StepVerifier.create(feed.steps(feed.beginning(null)), 0)
			.thenRequest(10)
			.then(() -> pass(60))
			.expectNextCount(10)
			.then(() -> assertThat(this.module.calls.stream().filter("changed"::equals)).hasSizeLessThanOrEqualTo(2))
			.thenCancel()
			.verify();
	}

	@Test
	void aSignIsFollowedAtOnce() {
		this.module.create();
		pass(60);
		Sinks.Many<String> signs = Sinks.many().multicast().directBestEffort();
		follow(feed(Duration.ofHours(1), signs.asFlux()), null);
		pass(60);
		String id = this.module.create();
		signs.tryEmitNext("something has happened");
		pass(10);
		assertThat(emitted()).hasSize(2).contains("+" + id);
	}

	@Test
	void aSignThatIsQuickerThanItsChangeIsFollowedOnceMore() {
		this.module.create();
		pass(60);
		Sinks.Many<String> signs = Sinks.many().multicast().directBestEffort();
		follow(feed(Duration.ofHours(1), signs.asFlux()), null);
		pass(60);
		String id = this.module.create(Duration.ofSeconds(3));
		signs.tryEmitNext("something will be seen");
		pass(20);
		assertThat(emitted()).hasSize(2).contains("+" + id);
	}

	@Test
	void aSignWhileItReadsIsKept() {
		this.module.create();
		pass(60);
		Sinks.Many<String> signs = Sinks.many().multicast().directBestEffort();
		follow(feed(Duration.ofHours(1), signs.asFlux()), null);
		pass(60);
		signs.tryEmitNext("the first");
		this.module.advance(Duration.ofMillis(350));
		String id = this.module.create();
		signs.tryEmitNext("the second, while the deletions are read");
		pass(20);
		assertThat(emitted()).hasSize(2).contains("+" + id);
	}

	@Test
	void signsThatFailEndTheReadingAndSignsThatEndDoNot() {
		this.module.create();
		pass(60);
		Sinks.Many<String> signs = Sinks.many().multicast().directBestEffort();
		follow(feed(Duration.ofMinutes(1), signs.asFlux()), null);
		pass(300);
		signs.tryEmitError(new IllegalStateException("no more signs"));
		pass(1);
		assertThat(this.consumer.failure).hasMessage("no more signs");
		VirtualConsumer other = new VirtualConsumer(this.module.scheduler, () -> Duration.ZERO);
		other.read(changes(feed(Duration.ofMinutes(1), Flux.empty()), null));
		this.module.create();
		pass(300);
		assertThat(other.failure).isNull();
		assertThat(other.handled).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no cursor" })
	void readsAllAgainFromAnUnreadableCursor(String text, CapturedLog output) {
		String id = this.module.create();
		pass(60);
		readUpToNow(feed(null).startAfter(text));
		assertThat(emitted()).containsExactly("UNREADABLE_CURSOR", "+" + id);
		assertThat(output).contains("All records of Contacts are read again")
			.contains("deletions may have been missed");
	}

	@Test
	void readsAllAgainFromACursorOfAnotherModule() {
		String id = this.module.create();
		pass(60);
		Instant now = this.module.timing().wallClock().instant();
		readUpToNow(feed(null).startAfter(new Cursor("Accounts", now, null, now, null)));
		assertThat(emitted()).containsExactly("CURSOR_OF_ANOTHER_MODULE", "+" + id);
	}

	@Test
	void readsAllAgainFromAnOldCursor() {
		String id = this.module.create();
		pass(60);
		readUpToNow(feed(null).beginning(null));
		String cursor = this.consumer.cursor;
		this.module.advance(Duration.ofDays(60).minusHours(1));
		this.consumer.handled.clear();
		readUpToNow(feed(null).startAfter(cursor));
		assertThat(emitted()).isEmpty();
		this.module.advance(Duration.ofHours(2));
		readUpToNow(feed(null).startAfter(cursor));
		assertThat(emitted()).containsExactly("OLD_CURSOR", "+" + id);
	}

	@Test
	void goesOnAfterARestartWithoutAnother() {
		String id = this.module.create();
		pass(60);
		readUpToNow(feed(null).startAfter("no cursor"));
		Cursor restarted = this.consumer.handled.get(0).cursor();
		this.consumer.handled.clear();
		readUpToNow(feed(null).startAfter(restarted.toString()));
		assertThat(emitted()).containsExactly("+" + id);
	}

	@Test
	void readsTheDeletionsToTheirEndOnlyOnceWhereTheLatestComeFirst() {
		// in no order of their ids
		List<String> ids = new ArrayList<>(IntStream.range(0, 1_000).mapToObj((i) -> this.module.create()).toList());
		Collections.shuffle(ids, new Random(1));
		ids.forEach((id) -> {
			this.module.delete(id);
			pass(2);
		});
		this.module.create();
		pass(60);
		follow(feed(Duration.ofMinutes(1)), null);
		pass(300);
		assertThat(this.module.calls.stream().filter("deleted"::equals)).hasSizeGreaterThan(9);
		this.module.calls.clear();
		pass(600);
		assertThat(this.module.calls).hasSize(20);
		this.module.deletionOrder = Comparator.comparing(Deletion::time);
		String last = this.module.ids().get(0);
		this.module.delete(last);
		pass(300);
		assertThat(emitted()).as("the order has changed").endsWith("-" + last);
	}

	@Test
	void refusesAListThatIsNotInOrder() {
		ChangeSource<Integer> unordered = new DelegatingSource(this.module) {

			@Override
			public Mono<RecordPage<ChangedRecord<Integer>>> changed(@Nullable Instant since, PageSpec request) {
				return super.changed(since, request).map((page) -> {
					List<ChangedRecord<Integer>> items = new ArrayList<>(page.items());
					Collections.reverse(items);
					return new RecordPage<>(items, page.info());
				});
			}

		};
		this.module.create();
		pass(10);
		this.module.create();
		pass(60);
		readUpToNow(feed(null).withSource(unordered), feed(null).beginning(null));
		assertThat(this.consumer.failure).hasMessageContaining("does not list Contacts in the order of Modified_Time");
	}

	@Test
	void waitsForNothingToSettleOnceCallsStop() {
		this.module.create();
		CallLifecycle lifecycle = new CallLifecycle();
		ChangeFeed<Integer> feed = feed(null, null, lifecycle);
		this.consumer.read(feed.steps(feed.beginning(null)).mapNotNull(ChangeOrCheckpoint::change));
		pass(2);
		List<String> calls = List.copyOf(this.module.calls);
		lifecycle.stop(() -> {
		});
		assertThat(calls).isNotEmpty();
		pass(1);
		assertThat(this.module.calls).hasSizeGreaterThan(calls.size());
	}

	private void readUpToNow(StartPosition start) {
		readUpToNow(feed(null), start);
	}

	private void readUpToNow(ChangeFeed<Integer> feed, StartPosition start) {
		this.consumer.read(feed.steps(start).mapNotNull(ChangeOrCheckpoint::change));
		pass(60);
	}

	private void follow(ChangeFeed<Integer> feed, @Nullable Instant since) {
		this.consumer.read(changes(feed, since));
	}

	private static Flux<Change<Integer>> changes(ChangeFeed<Integer> feed, @Nullable Instant since) {
		return feed.steps(feed.beginning(since)).mapNotNull(ChangeOrCheckpoint::change);
	}

	private ChangeFeed<Integer> feed(@Nullable Duration pollInterval) {
		return feed(pollInterval, null);
	}

	private ChangeFeed<Integer> feed(@Nullable Duration pollInterval, @Nullable Publisher<?> signs) {
		return feed(pollInterval, signs, new CallLifecycle());
	}

	private ChangeFeed<Integer> feed(@Nullable Duration pollInterval, @Nullable Publisher<?> signs,
			CallLifecycle lifecycle) {
		return new ChangeFeed<>(this.module, PageSizes.BIGIN, this.module.timing(), WATERMARK_DELAY,
				Duration.ofDays(60), pollInterval, signs, lifecycle);
	}

	private void pass(int seconds) {
		this.module.advance(Duration.ofSeconds(seconds));
	}

	private List<String> emitted() {
		return this.consumer.handled.stream().map(ChangeFeedTests::shown).toList();
	}

	private static String shown(Change<Integer> change) {
		if (change instanceof Change.Saved<Integer> saved) {
			return (saved.created() ? "+" : "~") + saved.id();
		}
		return (change instanceof Change.Deleted<Integer> deleted) ? "-" + deleted.id()
				: ((Change.Reset<Integer>) change).reason().name();
	}

}
