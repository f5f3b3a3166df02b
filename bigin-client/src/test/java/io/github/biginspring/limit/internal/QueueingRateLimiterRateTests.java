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

package io.github.biginspring.limit.internal;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the rate at which {@link QueueingRateLimiter} admits.
 */
class QueueingRateLimiterRateTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	@Test
	void flowsEvenly() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		limiter.enter(100);
		limiter.pass(Duration.ofSeconds(8));
		Duration previous = limiter.admissions.get(0);
		assertThat(previous).isZero();
		for (Duration admission : limiter.admissions.subList(1, limiter.admissions.size())) {
			assertThat(admission.minus(previous)).isBetween(Duration.ofMillis(100), Duration.ofMillis(105));
			previous = admission;
		}
	}

	@Test
	void letsACallThatComesAloneGoAtOnce() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		limiter.pass(Duration.ofMinutes(10));
		assertThat(limiter.enter().isAdmitted()).isTrue();
		limiter.pass(SECOND);
		assertThat(limiter.enter().isAdmitted()).isTrue();
	}

	@Test
	void doesNotSaveUpWhatWasNotUsed() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		limiter.pass(Duration.ofHours(1));
		limiter.enter(20);
		assertThat(limiter.admissions).hasSize(1);
		limiter.pass(SECOND);
		assertThat(limiter.admissions).hasSizeLessThanOrEqualTo(10);
	}

	@Test
	void letsABurstGoAtOnceWhereThatIsWanted() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10).withBurst(5));
		limiter.enter(20);
		assertThat(limiter.admissions).hasSize(6);
	}

	static Stream<Arguments> limitsAndSeeds() {
		return Stream.of(10.0, 100.0, 7.5, 1.0)
			.flatMap((limit) -> Stream.of(0, 3)
				.flatMap((burst) -> Stream.of(1L, 2L, 3L, 4L, 5L).map((seed) -> arguments(limit, burst, seed))));
	}

	@ParameterizedTest
	@MethodSource("limitsAndSeeds")
	void noSecondSeesMoreThanTheLimit(double limit, int burst, long seed) {
		Random random = new Random(seed);
		VirtualRateLimiter limiter = new VirtualRateLimiter(
				VirtualRateLimiter.limit(limit).withBurst(burst).withMaxInFlight(Integer.MAX_VALUE), new Random(seed));
		Duration end = Duration.ofSeconds(120);
		while (limiter.now().compareTo(end) < 0) {
			arrive(limiter, limit, random);
		}
		limiter.pass(Duration.ofSeconds(30));
		// half a request is none: 7.5 a second are 15 in two
		assertThat(mostInASecond(limiter.admissions)).isLessThanOrEqualTo((int) Math.ceil(limit) + burst);
		assertThat(limiter.admissions).hasSizeGreaterThan((int) (limit * 30));
	}

	// now in crowds, now one by one at about the limit, now nobody for a while
	private static void arrive(VirtualRateLimiter limiter, double limit, Random random) {
		switch (random.nextInt(3)) {
			case 0 -> limiter.enter(1 + random.nextInt((int) Math.ceil(limit * 5)));
			case 1 -> {
				for (int i = 0; i < limit * 3; i++) {
					limiter.enter();
					limiter.pass(Duration.ofNanos((long) (-Math.log(1 - random.nextDouble()) * 1e9 / limit)));
				}
			}
			default -> limiter.pass(Duration.ofMillis(random.nextInt(3000)));
		}
	}

	private static int mostInASecond(List<Duration> admissions) {
		int most = 0;
		int first = 0;
		for (int last = 0; last < admissions.size(); last++) {
			while (admissions.get(last).minus(admissions.get(first)).compareTo(SECOND) > 0) {
				first++;
			}
			most = Math.max(most, last - first + 1);
		}
		return most;
	}

	@ParameterizedTest
	@ValueSource(doubles = { 10, 100, 7.5, 1 })
	void usesTheLimitUnderLoadAlsoWhenTimersAreLate(double limit) {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(limit), new Random(1));
		VirtualService service = new VirtualService(limiter, Duration.ofMillis(200), (now) -> true, null);
		service.call(64);
		limiter.pass(Duration.ofSeconds(200));
		assertThat(service.accepted / 200.0).isGreaterThanOrEqualTo(0.97 * limit).isLessThanOrEqualTo(limit);
	}

}
