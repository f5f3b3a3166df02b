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

package io.github.biginspring.change;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.change.CursorStore.StoredCursor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link CursorStore} does.
 */
public abstract class AbstractCursorStoreTests {

	// far beyond what a call takes
	public static final Duration PATIENCE = Duration.ofSeconds(30);

	abstract CursorStore store();

	@Test
	void hasNothingAtFirst() {
		assertThat(load("orders")).isNull();
	}

	@Test
	void keepsTheLatestOfEachName() {
		StoredCursor first = new StoredCursor("first", 1);
		assertThat(save("orders", first)).isTrue();
		assertThat(save("orders", first.next("second"))).isTrue();
		assertThat(save("invoices", new StoredCursor("other", 1))).isTrue();
		assertThat(load("orders")).isEqualTo(new StoredCursor("second", 2));
		assertThat(load("invoices")).isEqualTo(new StoredCursor("other", 1));
	}

	@Test
	void savesNoVersionButTheNext() {
		assertThat(save("orders", new StoredCursor("too early", 2))).isFalse();
		assertThat(load("orders")).isNull();
		assertThat(save("orders", new StoredCursor("first", 1))).isTrue();
		assertThat(save("orders", new StoredCursor("again", 1))).isFalse();
		assertThat(save("orders", new StoredCursor("too early", 3))).isFalse();
		assertThat(load("orders")).isEqualTo(new StoredCursor("first", 1));
	}

	@Test
	void oneOfManyWins() {
		for (int version = 1; version <= 3; version++) {
			int next = version;
			List<String> winners = Flux.range(0, 20)
				.flatMap((writer) -> store().save("orders", new StoredCursor("writer " + writer, next))
					.filter((saved) -> saved)
					.map((saved) -> "writer " + writer), 20)
				.collectList()
				.block(PATIENCE);
			assertThat(winners).hasSize(1);
			assertThat(load("orders")).isEqualTo(new StoredCursor(winners.get(0), version));
		}
	}

	@Test
	void keepsTheLongestNamesAndTexts() {
		String name = "'; {x} é".repeat(6);
		StoredCursor longest = new StoredCursor("x".repeat(3_000), 1);
		assertThat(save(name, longest)).isTrue();
		assertThat(load(name)).isEqualTo(longest);
	}

	@Test
	void savesAtEachSubscription() {
		Mono<Boolean> saving = store().save("orders", new StoredCursor("first", 1));
		assertThat(load("orders")).isNull();
		assertThat(saving.block(PATIENCE)).isTrue();
		assertThat(saving.block(PATIENCE)).isFalse();
	}

	private StoredCursor load(String name) {
		return store().load(name).block(PATIENCE);
	}

	private boolean save(String name, StoredCursor cursor) {
		return Boolean.TRUE.equals(store().save(name, cursor).block(PATIENCE));
	}

}
