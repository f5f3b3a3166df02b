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

package io.github.biginspring.query.internal.bulk;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.internal.call.CallLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DownloadPaces}, in virtual time.
 */
class DownloadPacesTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	private final DownloadPaces paces = new DownloadPaces(new CallLifecycle());

	@AfterEach
	void resetTime() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void connectionsThatDownloadNothingMoreAreForgotten() {
		for (int i = 0; i < 10_000; i++) {
			this.paces.turn("c-" + i).subscribe();
		}
		assertThat(this.paces.size()).isEqualTo(10_000);
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(this.paces.size()).isZero();
		this.paces.turn(null).subscribe();
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(this.paces.size()).isZero();
	}

	@Test
	void aConnectionIsKnownForAMinuteAfterItsLastTurn() {
		for (int i = 0; i < 10; i++) {
			assertThat(turn("a")).isTrue();
		}
		assertThat(turn("a")).isFalse();
		this.time.advanceTimeBy(Duration.ofSeconds(60));
		// the eleventh has begun now
		for (int i = 0; i < 9; i++) {
			assertThat(turn("a")).isTrue();
		}
		assertThat(turn("a")).isFalse();
		this.time.advanceTimeBy(Duration.ofSeconds(60));
		assertThat(this.paces.size()).isEqualTo(1);
		this.time.advanceTimeBy(Duration.ofSeconds(60));
		assertThat(this.paces.size()).isZero();
	}

	private boolean turn(String connectionId) {
		AtomicBoolean begun = new AtomicBoolean();
		this.paces.turn(connectionId).subscribe(null, null, () -> begun.set(true));
		return begun.get();
	}

}
