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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Unknown;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In whatever order and number the results of a write come: no record has the result of
 * another one, and each has one, or the write as a whole fails.
 */
class RandomResultsTests {

	private static final int CASES = 600;

	private static final RecordMapper MAPPER = RecordMapper.create();

	private enum Verb {

		CREATE, UPDATE, UPSERT, DELETE

	}

	@ParameterizedTest
	@EnumSource
	void eachOfAListHasItsOwn(Verb verb) {
		int succeeded = 0;
		for (long seed = 0; seed < CASES; seed++) {
			Service service = new Service(new Random(seed), verb);
			List<Integer> sent = IntStream.range(0, 1 + new Random(seed).nextInt(12)).boxed().toList();
			WriteResults<?>[] results = new WriteResults<?>[1];
			Throwable[] failure = new Throwable[1];
			write(service, verb, sent).subscribe((result) -> results[0] = result, (ex) -> failure[0] = ex);
			if (results[0] == null) {
				assertThat(failure[0]).as("seed %s: %s", seed, service)
					.isInstanceOf(BiginUnreadableResponseException.class);
				assertThat(service.isAltered).as("seed %s: %s", seed, service).isTrue();
				continue;
			}
			succeeded++;
			assertThat(results[0].all()).as("seed %s: %s", seed, service).hasSameSizeAs(sent);
			for (int i = 0; i < sent.size(); i++) {
				assertIsOf(results[0].all().get(i), sent.get(i), seed, service);
			}
		}
		assertThat(succeeded).isBetween(CASES / 10, CASES - 1);
	}

	@ParameterizedTest
	@EnumSource
	void eachOfAStreamHasItsOwn(Verb verb) {
		for (long seed = 0; seed < CASES / 3; seed++) {
			Random random = new Random(seed);
			Service service = new Service(random, verb);
			List<Integer> sent = IntStream.range(0, random.nextInt(40)).boxed().toList();
			List<WriteResult<?>> results = new ArrayList<>();
			Throwable[] failure = new Throwable[1];
			stream(service, verb, sent, 1 + random.nextInt(12)).subscribe(results::add, (ex) -> failure[0] = ex);
			assertThat(failure[0]).as("seed %s: %s", seed, service).isNull();
			assertThat(results.stream().map((result) -> number(result.input())).toList())
				.as("seed %s: %s", seed, service)
				.containsExactlyElementsOf(sent);
			for (WriteResult<?> result : results) {
				assertIsOf(result, number(result.input()), seed, service);
			}
		}
	}

	private static void assertIsOf(WriteResult<?> result, int number, long seed, Service service) {
		assertThat(number(result.input())).as("seed %s: %s", seed, service).isEqualTo(number);
		if (result instanceof Written<?> written) {
			assertThat(written.details().get("of")).as("seed %s: %s", seed, service).isEqualTo(number);
			assertThat(written.id()).as("seed %s: %s", seed, service).isEqualTo(id(number));
			assertThat(Service.isRefused(number)).as("seed %s: %s", seed, service).isFalse();
		}
		else if (result instanceof Rejected<?> rejected) {
			assertThat(rejected.error().getDetails().get("of")).as("seed %s: %s", seed, service).isEqualTo(number);
			assertThat(Service.isRefused(number)).as("seed %s: %s", seed, service).isTrue();
		}
		else if (result instanceof Unknown<?> unknown) {
			assertThat(unknown.error()).as("seed %s: %s", seed, service).isInstanceOf(BiginException.class);
		}
	}

	private static String id(int number) {
		return String.valueOf(7_000 + number);
	}

	private static int number(Object input) {
		return (input instanceof BiginRecord record) ? Integer.parseInt(String.valueOf(record.getText("Last_Name")))
				: Integer.parseInt((String) input) - 7_000;
	}

	private static BiginRecord record(int number, boolean known) {
		BiginRecord record = known ? BiginRecord.withId(id(number)) : new BiginRecord();
		return record.set("Last_Name", String.valueOf(number));
	}

	private static Mono<? extends WriteResults<?>> write(CallExchange service, Verb verb, List<Integer> sent) {
		WriteTemplate template = new WriteTemplate(service, OperationObserver.NONE, MAPPER);
		return switch (verb) {
			case CREATE -> template.createAll("Contacts", records(sent, false));
			case UPDATE -> template.updateAll("Contacts", records(sent, true));
			case UPSERT -> template.upsertAll("Contacts", records(sent, false), "Last_Name");
			case DELETE -> template.deleteAll("Contacts", sent.stream().map(RandomResultsTests::id).toList());
		};
	}

	private static List<BiginRecord> records(List<Integer> numbers, boolean known) {
		return numbers.stream().map((number) -> record(number, known)).toList();
	}

	private static Flux<? extends WriteResult<?>> stream(CallExchange service, Verb verb, List<Integer> sent,
			int size) {
		var writer = new WriteTemplate(service, OperationObserver.NONE, MAPPER).batch("Contacts").batchSize(size);
		return switch (verb) {
			case CREATE -> writer.create(Flux.fromIterable(records(sent, false)));
			case UPDATE -> writer.update(Flux.fromIterable(records(sent, true)));
			case UPSERT -> writer.upsert(Flux.fromIterable(records(sent, false)), "Last_Name");
			case DELETE -> writer.delete(Flux.fromIterable(sent).map(RandomResultsTests::id));
		};
	}

	/**
	 * Gives each record its result, and hands the results over in disorder.
	 */
	private static final class Service implements CallExchange {

		private final Random random;

		private final Verb verb;

		private final List<String> responses = new ArrayList<>();

		private boolean isAltered;

		Service(Random random, Verb verb) {
			this.random = random;
			this.verb = verb;
		}

		static boolean isRefused(int number) {
			return number % 3 == 1;
		}

		@Override
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.fromCallable(() -> {
				String body = "{\"data\":" + response(numbers(call)) + "}";
				this.responses.add(body);
				return call.reader()
					.read(new BiginResponse(200, HttpHeaders.EMPTY, body.getBytes(StandardCharsets.UTF_8), false));
			});
		}

		private List<Integer> numbers(BiginCall<?> call) {
			if (this.verb == Verb.DELETE) {
				String ids = call.query()
					.stream()
					.filter((each) -> each.name().equals("ids"))
					.findFirst()
					.get()
					.value();
				return Stream.of(ids.split(",")).map(RandomResultsTests::number).toList();
			}
			return HeldService.records(call).stream().map(Integer::valueOf).toList();
		}

		private List<String> response(List<Integer> numbers) {
			// what names nothing stands where it belongs, and only there it can be told
			boolean named = this.random.nextBoolean();
			return alter(entries(numbers, named), named);
		}

		private List<String> entries(List<Integer> numbers, boolean named) {
			List<String> entries = new ArrayList<>();
			for (int i = 0; i < numbers.size(); i++) {
				entries.add(entry(numbers.get(i), i, named));
			}
			if (named && isTold() && this.random.nextBoolean()) {
				Collections.shuffle(entries, this.random);
			}
			return entries;
		}

		// the id of a new record tells nothing
		private boolean isTold() {
			return this.verb == Verb.UPDATE || this.verb == Verb.DELETE;
		}

		private String entry(int number, int index, boolean named) {
			if (!isRefused(number)) {
				return "{\"code\":\"SUCCESS\"," + ((this.verb == Verb.UPSERT) ? "\"action\":\"insert\"," : "")
						+ "\"status\":\"success\",\"details\":{\"id\":\"" + id(number) + "\",\"of\":" + number + "}}";
			}
			String name = !named ? "" : (isTold() && this.random.nextBoolean()) ? "\"id\":\"" + id(number) + "\","
					: "\"json_path\":\"$.data[" + index + "].Email\",";
			return "{\"code\":\"INVALID_DATA\",\"status\":\"error\",\"details\":{" + name + "\"of\":" + number + "}}";
		}

		private List<String> alter(List<String> entries, boolean named) {
			List<String> altered = new ArrayList<>(entries);
			int place = this.random.nextInt(altered.size());
			switch (this.random.nextInt(10)) {
				case 0 -> altered.remove(place);
				case 1 -> altered.add(place, entries.get(this.random.nextInt(entries.size())));
				case 2 ->
					altered.set(place, named ? entries.get(this.random.nextInt(entries.size())) : entries.get(place));
				case 3 -> altered.add(entry(99, altered.size(), true));
				case 4 -> altered.set(place, isTold() ? entry(99, place, true) : entries.get(place));
				case 5 -> altered.set(place, "null");
				case 6 -> altered.clear();
				default -> {
				}
			}
			this.isAltered |= !altered.equals(entries);
			return altered;
		}

		@Override
		public String toString() {
			return this.responses.toString();
		}

	}

}
