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
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.biginspring.internal.call.CallLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records are created, changed, deleted and restored at random while they are read page
 * by page, by a reader that dies at random and goes on from what it has handled. In the
 * end its copy is the same as the original.
 */
class NothingIsMissedTests {

	private static final Duration WATERMARK_DELAY = Duration.ofSeconds(3);

	// many: a fault has shown in one of 400 only
	static LongStream seeds() {
		return LongStream.range(0, 400);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void followingKeepsACopyTheSame(long seed) {
		run(seed, true, false);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aFollowerThatDiesAndGoesOnKeepsACopyTheSame(long seed) {
		run(seed, true, true);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void oneReadingAfterAnotherKeepsACopyTheSame(long seed) {
		run(seed, false, true);
	}

	private static void run(long seed, boolean following, boolean mortal) {
		Random random = new Random(seed);
		VirtualModule module = module(random);
		ChangeFeed<Integer> feed = feed(module, following ? Duration.ofSeconds(1 + random.nextInt(20)) : null);
		int slowness = random.nextBoolean() ? 1 : 400;
		VirtualConsumer consumer = new VirtualConsumer(module.scheduler,
				() -> Duration.ofMillis(random.nextInt(slowness)));
		for (int i = random.nextInt(60); i > 0; i--) {
			module.create();
			module.advance(Duration.ofMillis(random.nextInt(slowness * 3)));
		}
		begin(feed, consumer);
		for (int step = 0; step < 300; step++) {
			mutate(module, random);
			module.advance(Duration.ofMillis(random.nextInt(random.nextInt(20) == 0 ? 5_000 : 300)));
			if (mortal && random.nextInt(25) == 0 || consumer.completed) {
				consumer.die();
				begin(feed, consumer);
			}
			assertThat(consumer.failure).isNull();
		}
		finish(module, feed, consumer, following);
		assertThat(consumer.failure).isNull();
		assertThat(consumer.copy).isEqualTo(module.state());
	}

	// all has come to rest, and time enough goes by
	private static void finish(VirtualModule module, ChangeFeed<Integer> feed, VirtualConsumer consumer,
			boolean following) {
		for (int i = 0; i < 3; i++) {
			if (!following) {
				consumer.die();
				begin(feed, consumer);
			}
			module.advance(Duration.ofMinutes(10));
		}
	}

	private static void begin(ChangeFeed<Integer> feed, VirtualConsumer consumer) {
		StartPosition start = (consumer.cursor != null) ? feed.startAfter(consumer.cursor) : feed.beginning(null);
		consumer.read(feed.steps(start).mapNotNull(ChangeOrCheckpoint::change));
	}

	private static VirtualModule module(Random random) {
		VirtualModule module = new VirtualModule();
		module.sizes = new PageSizes(2 + random.nextInt(7), 10 + random.nextInt(30));
		module.sinceIsInclusive = random.nextBoolean();
		module.deletionOrder = switch (random.nextInt(3)) {
			case 0 -> Comparator.comparing(Deletion::time).reversed();
			case 1 -> Comparator.comparing(Deletion::time);
			default -> Comparator.comparing(Deletion::id);
		};
		int slow = 1 + random.nextInt(400);
		module.latency = () -> Duration.ofMillis(random.nextInt(slow));
		return module;
	}

	private static ChangeFeed<Integer> feed(VirtualModule module, Duration pollInterval) {
		return new ChangeFeed<>(module, module.sizes, module.timing(), WATERMARK_DELAY, Duration.ofDays(60),
				pollInterval, null, new CallLifecycle());
	}

	private static void mutate(VirtualModule module, Random random) {
		List<String> ids = module.ids();
		List<String> deleted = module.deletedIds();
		Duration lag = random.nextBoolean() ? Duration.ZERO : Duration.ofMillis(random.nextInt(2_900));
		switch (random.nextInt(12)) {
			case 0, 1 -> module.create(lag);
			case 2, 3, 4 -> some(ids, random, 1, (id) -> module.change(id, lag));
			case 5 -> some(ids, random, 1, module::delete);
			case 6 -> some(deleted, random, 1, module::restore);
			// many in one second, or one many times
			case 7 -> some(ids, random, (random.nextInt(4) == 0) ? ids.size() : 5, module::change);
			case 8 -> some(ids, random, 3, module::delete);
			case 9 -> some(deleted, random, 3, module::restore);
			default -> {
			}
		}
	}

	private static void some(List<String> ids, Random random, int most, Consumer<String> action) {
		for (int i = 0; i < most && !ids.isEmpty(); i++) {
			action.accept(ids.get(random.nextInt(ids.size())));
		}
	}

}
