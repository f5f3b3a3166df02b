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

package io.github.biginspring.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the service responds, a call ends, with a value or a {@link BiginException}
 * that shows nothing of the values.
 */
class HostileResponseTests {

	private static final int CASES = 60;

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private static final List<Integer> STATUSES = List.of(200, 200, 200, 200, 201, 202, 204, 207, 304, 302, 400, 400,
			401, 403, 404, 409, 413, 429, 500, 503, 599);

	private static final List<Function<BiginTemplate, Publisher<?>>> OPERATIONS = List.of(
			(bigin) -> bigin.query("Contacts").fields("F").all().take(500),
			(bigin) -> bigin.query(Contact.class).all().take(500),
			(bigin) -> bigin.query(Contact.class).matching(Criteria.where("F").is("v")).first(),
			(bigin) -> bigin.query(Contact.class).page(1), (bigin) -> bigin.findById("Contacts", "1"),
			(bigin) -> bigin.findById(Contact.class, "1"),
			(bigin) -> bigin.create("Contacts", new BiginRecord().set("F", "v")),
			(bigin) -> bigin.createAll("Contacts",
					List.of(new BiginRecord().set("F", "v"), new BiginRecord().set("F", "w"))),
			(bigin) -> bigin.update("Contacts", BiginRecord.withId("1").set("F", "v")),
			(bigin) -> bigin.updateAll("Contacts",
					List.of(BiginRecord.withId("1").set("F", "v"), BiginRecord.withId("2").set("F", "v"))),
			(bigin) -> bigin.delete("Contacts", "1"), (bigin) -> bigin.deleteAll("Contacts", List.of("1", "2")),
			(bigin) -> bigin.metadata().modules(), (bigin) -> bigin.metadata().module("Contacts"),
			(bigin) -> bigin.metadata().fields("Contacts"), (bigin) -> bigin.metadata().users(UserType.ALL).take(500),
			(bigin) -> bigin.metadata().user("1"), (bigin) -> bigin.connections().list(),
			(bigin) -> bigin.connections().get("c-1"), (bigin) -> bigin.connections().create(),
			(bigin) -> bigin.connections().delete("c-1"));

	private final CapturingService service = new CapturingService();

	private final BiginTemplate bigin = this.service.template();

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 31, 32 })
	void endsWithAValueOrABiginException(long seed) {
		HostileText texts = new HostileText(seed);
		HostileJson json = new HostileJson(texts);
		for (int i = 0; i < CASES; i++) {
			byte[] document = json.document();
			this.service.response(texts.oneOf(STATUSES), document);
			for (Function<BiginTemplate, Publisher<?>> operation : OPERATIONS) {
				check(Flux.from(operation.apply(this.bigin)), document);
			}
		}
	}

	private static void check(Flux<?> response, byte[] document) {
		for (Signal<?> signal : response.materialize().collectList().block(LONGEST)) {
			if (signal.isOnError()) {
				assertThat(signal.getThrowable()).as(() -> shortened(document)).isInstanceOf(BiginException.class);
				assertShowsNothing(signal.getThrowable());
			}
			else if (signal.get() instanceof WriteResults<?> results) {
				for (WriteResult.Rejected<?> rejected : results.rejected()) {
					assertShowsNothing(rejected.error());
				}
			}
		}
	}

	private static void assertShowsNothing(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			assertThat(cause.toString()).doesNotContain(HostileJson.MARKER)
				.hasSizeLessThan(2000)
				.matches((text) -> text.chars().noneMatch(Character::isISOControl), "no control character");
		}
	}

	private static String shortened(byte[] document) {
		String text = new String(document, StandardCharsets.UTF_8);
		return text.substring(0, Math.min(text.length(), 500));
	}

}
