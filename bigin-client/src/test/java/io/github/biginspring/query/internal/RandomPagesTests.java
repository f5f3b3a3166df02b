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

package io.github.biginspring.query.internal;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.connection.internal.ConnectionTemplate;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.metadata.UserInfo;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.metadata.internal.MetadataTemplate;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.related.internal.RelationTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever pages a service gives, a reading of all of them ends, and says so where it did
 * not get what a page has promised.
 */
class RandomPagesTests {

	private static final int CASES = 150;

	private static final int MAX_CALLS = 400;

	private static final RecordMapper MAPPER = RecordMapper.create();

	static Stream<Arguments> readings() {
		Coql coql = Coql.of("select Email from Contacts where Email = 'a'");
		return Stream.of(
				reading("list", true, false,
						(service) -> queries(service).query("Contacts").fields("Email").prefetch(0).all()),
				reading("list ahead", true, false,
						(service) -> queries(service).query("Contacts").fields("Email").prefetch(4).all()),
				reading("list of ids upwards", true, false,
						(service) -> queries(service).query("Contacts")
							.fields("Email")
							.sort(SortOrder.ascending("id"))
							.prefetch(0)
							.all()),
				reading("list in another order", false, true,
						(service) -> queries(service).query("Contacts")
							.fields("Email")
							.sort(SortOrder.ascending("Created_Time"))
							.prefetch(0)
							.all()),
				reading("list by ranges", true, false,
						(service) -> queries(service).query("Contacts").fields("Email").plan(ReadPlan.coql()).all()),
				reading("list by what is best", true, false,
						(service) -> queries(service).query("Contacts")
							.fields("Email")
							.plan(ReadPlan.automatic())
							.all()),
				reading("search", true, true,
						(service) -> queries(service).query("Contacts").matchingWord("Watson").prefetch(0).all()),
				reading("COQL", true, true, (service) -> queries(service).coql(coql).prefetch(0).all()),
				reading("COQL ahead", true, false, (service) -> queries(service).coql(coql).prefetch(4).all()),
				reading("deleted", false, true, (service) -> queries(service).deleted("Contacts").all()),
				reading("related", false, true,
						(service) -> new RelationTemplate(service, OperationObserver.NONE, MAPPER, 200)
							.related("Contacts", "5")
							.list("Products", "Product_Name")
							.all()),
				reading("users", false, true,
						(service) -> new MetadataTemplate(service, OperationObserver.NONE, MAPPER.jsonMapper())
							.users(UserType.ALL)),
				reading("connections", false, true, (service) -> new ConnectionTemplate(service, OperationObserver.NONE,
						MAPPER.jsonMapper(), new CallLifecycle())
					.list(null, null)));
	}

	private static Arguments reading(String name, boolean eachOnce, boolean oneByOne,
			Function<CallExchange, Flux<?>> reading) {
		return Arguments.argumentSet(name, eachOnce, oneByOne, reading);
	}

	private static QueryTemplate queries(CallExchange service) {
		return new QueryTemplate(service, OperationObserver.NONE, MAPPER, 200, InstantSource.system());
	}

	@ParameterizedTest
	@MethodSource("readings")
	void endsAndKeepsNoPromiseOpen(boolean eachOnce, boolean oneByOne, Function<CallExchange, Flux<?>> reading) {
		int completed = 0;
		for (long seed = 0; seed < CASES; seed++) {
			Service service = new Service(new Random(seed));
			List<String> read = new ArrayList<>();
			Throwable[] failure = new Throwable[1];
			boolean[] complete = new boolean[1];
			reading.apply(service)
				.subscribe((element) -> read.add(idOf(element)), (ex) -> failure[0] = ex, () -> complete[0] = true);
			if (complete[0]) {
				completed++;
				assertThat(oneByOne ? service.isPromiseOpen() : service.promisesAlways())
					.as("seed %s: a promise is open after %s", seed, service)
					.isFalse();
			}
			else {
				assertThat(failure[0]).as("seed %s: %s", seed, service).isInstanceOf(BiginException.class);
			}
			if (eachOnce) {
				assertThat(read).as("seed %s: %s", seed, service).doesNotHaveDuplicates();
			}
		}
		assertThat(completed).as("some complete, and some do not").isBetween(1, CASES - 1);
	}

	private static String idOf(Object element) {
		if (element instanceof BiginRecord record) {
			return String.valueOf(record.getId());
		}
		if (element instanceof DeletedRecord deleted) {
			return deleted.id();
		}
		return (element instanceof UserInfo user) ? user.id() : ((MatonConnection) element).connectionId();
	}

	/**
	 * Gives random pages, and after some of them the same ones for ever.
	 */
	private static final class Service implements CallExchange {

		private final Random random;

		private final int end;

		private final boolean downwards;

		private final boolean orderly;

		private final List<Page> pages = new ArrayList<>();

		private int nextId;

		private Page last = new Page(List.of(), false, "");

		Service(Random random) {
			this.random = random;
			this.end = 1 + random.nextInt(12);
			this.downwards = random.nextBoolean();
			this.orderly = random.nextInt(3) > 0;
			this.nextId = this.downwards ? 9_000 : 1_000;
		}

		@Override
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.defer(() -> {
				if (this.pages.size() > MAX_CALLS) {
					return Mono.error(new AssertionError("asked without end"));
				}
				Page page = (this.pages.size() < this.end) ? page() : lastPage();
				this.pages.add(page);
				byte[] body = page.body.getBytes(StandardCharsets.UTF_8);
				return Mono.justOrEmpty(call.reader().read(new BiginResponse(200, HttpHeaders.EMPTY, body, false)));
			});
		}

		boolean isPromiseOpen() {
			Page last = this.pages.get(this.pages.size() - 1);
			Page before = (this.pages.size() > 1) ? this.pages.get(this.pages.size() - 2) : null;
			return last.more || last.ids.isEmpty() && before != null && before.more;
		}

		boolean promisesAlways() {
			return this.pages.stream().allMatch(Page::more);
		}

		private Page page() {
			this.last = switch (this.random.nextInt(12)) {
				case 0 -> new Page(List.of(), false, "");
				case 1 -> this.last;
				case 2 -> page(List.of(), this.random.nextBoolean());
				default -> page(ids(), this.random.nextInt(5) > 0);
			};
			return this.last;
		}

		private Page lastPage() {
			int kind = (this.end + this.last.ids.size()) % 4;
			return switch (kind) {
				case 0 -> new Page(List.of(), false, "");
				case 1 -> page(List.of(), true);
				case 2 -> page(this.last.ids, true);
				default -> page(this.last.ids, false);
			};
		}

		private List<Integer> ids() {
			int count = 1 + this.random.nextInt(4);
			if (!this.orderly && this.random.nextInt(3) == 0) {
				return this.random.ints(count, 1_000, 1_030).boxed().toList();
			}
			int from = this.nextId;
			int step = this.downwards ? -1 : 1;
			// with the last one of the page before, as where pages overlap
			int start = this.random.nextBoolean() ? from - step : from;
			this.nextId = start + count * step;
			return IntStream.range(0, count).mapToObj((i) -> start + i * step).toList();
		}

		private Page page(List<Integer> ids, boolean more) {
			String items = ids.stream()
				.map((id) -> "{\"id\":\"" + id + "\",\"connection_id\":\"" + id + "\",\"deleted_time\":null}")
				.collect(Collectors.joining(",", "[", "]"));
			String token = switch (this.random.nextInt(4)) {
				case 0 -> "\"the same\"";
				case 1 -> "null";
				default -> "\"" + this.random.nextInt(1_000_000) + "\"";
			};
			String flag = more ? "\"more_records\":true,"
					: (this.random.nextBoolean() ? "\"more_records\":false," : "");
			String info = (!more && this.random.nextInt(3) == 0) ? ""
					: ",\"info\":{" + flag + "\"page\":" + this.random.nextInt(9) + ",\"per_page\":"
							+ this.random.nextInt(300) + ",\"count\":" + this.random.nextInt(5)
							+ ",\"next_page_token\":" + token + "}";
			return new Page(ids, more, "{\"data\":" + items + ",\"users\":" + items + ",\"connections\":" + items
					+ (more ? ",\"next_token\":" + (token.equals("null") ? "\"the same\"" : token) : "") + info + "}");
		}

		@Override
		public String toString() {
			return this.pages.stream().map(Page::toString).collect(Collectors.joining(", "));
		}

	}

	private record Page(List<Integer> ids, boolean more, String body) {

		@Override
		public String toString() {
			return this.ids + (this.more ? " and more" : "");
		}

	}

}
