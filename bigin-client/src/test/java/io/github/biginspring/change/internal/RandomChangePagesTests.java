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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever pages a service gives, a reading of changes ends, and says so where it did not
 * get what a page has promised.
 */
class RandomChangePagesTests {

	private static final int CASES = 100;

	private static final int MAX_CALLS = 50_000;

	private static final PageSizes SIZES = new PageSizes(5, 20);

	private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

	static Stream<Arguments> readings() {
		return Stream.of(
				reading("modified",
						(source) -> new ModifiedRecordsReader<>(source, SIZES, null, null, Instant.MAX).all()),
				reading("modified since",
						(source) -> new ModifiedRecordsReader<>(source, SIZES, BEGINNING, "3", Instant.MAX).all()),
				reading("deleted",
						(source) -> new DeletedRecordsReader(source, SIZES).since(Instant.MIN)
							.flatMapIterable((all) -> all)),
				reading("deleted since",
						(source) -> new DeletedRecordsReader(source, SIZES).since(BEGINNING.plusSeconds(2))
							.flatMapIterable((all) -> all)));
	}

	private static Arguments reading(String name, Function<ChangeSource<Integer>, Flux<?>> reading) {
		return Arguments.argumentSet(name, reading);
	}

	@ParameterizedTest
	@MethodSource("readings")
	void endsAndKeepsNoPromiseOpen(Function<ChangeSource<Integer>, Flux<?>> reading) {
		int completed = 0;
		for (long seed = 0; seed < CASES; seed++) {
			Service service = new Service(new Random(seed));
			List<Object> read = new ArrayList<>();
			Throwable[] failure = new Throwable[1];
			boolean[] complete = new boolean[1];
			reading.apply(service)
				.subscribe(
						(element) -> read.add((element instanceof ChangedRecord<?> record)
								? List.of(record.id(), record.modifiedTime()) : element),
						(ex) -> failure[0] = ex, () -> complete[0] = true);
			if (complete[0]) {
				completed++;
				assertThat(service.isPromiseOpen).as("seed %s: a promise is open after %s", seed, service.pages)
					.isFalse();
			}
			else {
				assertThat(failure[0]).as("seed %s: %s", seed, service.pages).isInstanceOf(BiginException.class);
			}
			assertThat(read).as("seed %s: %s", seed, service.pages).doesNotHaveDuplicates();
		}
		assertThat(completed).as("some complete").isPositive();
	}

	/**
	 * Gives random pages, and after some of them the same ones for ever.
	 */
	private static final class Service implements ChangeSource<Integer> {

		private final Random random;

		private final boolean orderly;

		private final int end;

		private final List<String> pages = new ArrayList<>();

		private final List<Content> round = new ArrayList<>();

		private int id;

		private int second;

		private boolean isPromiseOpen;

		private boolean isPromised;

		Service(Random random) {
			this.random = random;
			this.orderly = random.nextInt(5) > 0;
			this.end = 1 + random.nextInt(15);
		}

		@Override
		public String module() {
			return "Contacts";
		}

		@Override
		public Mono<Instant> newest(@Nullable Instant since) {
			return Mono.empty();
		}

		@Override
		public Mono<RecordPage<ChangedRecord<Integer>>> changed(@Nullable Instant since, PageSpec request) {
			return page(request,
					(element) -> new ChangedRecord<>(String.valueOf(element.id), null, element.time, element.id));
		}

		@Override
		public Mono<RecordPage<Deletion>> deleted(PageSpec request) {
			return page(request, (element) -> new Deletion(String.valueOf(element.id), element.time, null));
		}

		private <E> Mono<RecordPage<E>> page(PageSpec request, Function<Element, E> type) {
			return Mono.defer(() -> {
				if (this.pages.size() > MAX_CALLS) {
					return Mono.error(new AssertionError("asked without end"));
				}
				Content content = next();
				this.pages.add(content.elements.stream().map((element) -> element.id + "@" + element.time).toList()
						+ (content.more ? " and more" : ""));
				this.isPromiseOpen = content.elements.isEmpty()
						&& (content.more || this.isPromised && request.page() > 1);
				this.isPromised = content.more;
				return Mono.just(new RecordPage<>(content.elements.stream().map(type).toList(),
						new PageInfo(this.random.nextInt(4), this.random.nextInt(300), content.elements.size(),
								content.more, this.random.nextBoolean() ? "token" : null)));
			});
		}

		private Content next() {
			if (this.pages.size() >= this.end) {
				// what came before, again and again
				return this.round.get(this.pages.size() % this.round.size());
			}
			Content content = switch (this.random.nextInt(10)) {
				case 0 -> new Content(List.of(), this.random.nextBoolean());
				case 1 -> this.round.isEmpty() ? new Content(List.of(), false)
						: this.round.get(this.random.nextInt(this.round.size()));
				default -> new Content(elements(), this.random.nextInt(4) > 0);
			};
			this.round.add(content);
			return content;
		}

		private List<Element> elements() {
			List<Element> elements = new ArrayList<>();
			for (int i = this.random.nextInt(6); i > 0; i--) {
				if (this.orderly) {
					this.second += this.random.nextInt(2);
					elements.add(new Element(++this.id, BEGINNING.plusSeconds(this.second)));
				}
				else {
					elements.add(new Element(this.random.nextInt(9), BEGINNING.plusSeconds(this.random.nextInt(4))));
				}
			}
			return elements;
		}

	}

	private record Element(int id, Instant time) {

	}

	private record Content(List<Element> elements, boolean more) {

	}

}
