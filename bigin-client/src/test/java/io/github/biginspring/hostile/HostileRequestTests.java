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

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;

import static io.github.biginspring.criteria.Criteria.where;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Whatever a caller hands over is refused at once, or goes out as itself and as nothing
 * else.
 */
class HostileRequestTests {

	private static final int CASES = 1000;

	private static final int MAX_MESSAGE_LENGTH = 400;

	private final CapturingService service = new CapturingService();

	private final BiginTemplate bigin = this.service.template();

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3 })
	void aModuleIsOneSegmentOfThePathOrRefused(long seed) {
		HostileText texts = new HostileText(seed);
		for (int i = 0; i < CASES; i++) {
			String name = texts.nearlyName();
			boolean valid = name.matches("[A-Za-z][A-Za-z0-9_]{0,99}");
			check(valid, () -> this.bigin.query(name).fields("F").page(1), "zoho-bigin", "bigin", "v2", name);
			check(valid, () -> this.bigin.query(name).matchingWord("word").page(1), "zoho-bigin", "bigin", "v2", name,
					"search");
			check(valid, () -> this.bigin.findById(name, "1"), "zoho-bigin", "bigin", "v2", name, "1");
			check(valid, () -> this.bigin.delete(name, "1"), "zoho-bigin", "bigin", "v2", name, "1");
			check(valid, () -> this.bigin.create(name, new BiginRecord().set("F", "v")), "zoho-bigin", "bigin", "v2",
					name);
			check(valid, () -> this.bigin.metadata().module(name), "zoho-bigin", "bigin", "v2", "settings", "modules",
					name);
			check(valid, () -> this.bigin.metadata().fields(name), "zoho-bigin", "bigin", "v2", "settings", "fields");
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 4, 5, 6 })
	void anIdIsOneSegmentOfThePathOrRefused(long seed) {
		HostileText texts = new HostileText(seed);
		for (int i = 0; i < CASES; i++) {
			String id = texts.nearlyName();
			boolean valid = id.matches("[0-9]{1,30}");
			check(valid, () -> this.bigin.findById("Contacts", id), "zoho-bigin", "bigin", "v2", "Contacts", id);
			check(valid, () -> this.bigin.delete("Contacts", id), "zoho-bigin", "bigin", "v2", "Contacts", id);
			check(valid, () -> this.bigin.update("Contacts", BiginRecord.withId(id).set("F", "v")), "zoho-bigin",
					"bigin", "v2", "Contacts", id);
			check(valid, () -> this.bigin.metadata().user(id), "zoho-bigin", "bigin", "v2", "users", id);
			check(valid, () -> this.bigin.query("Contacts").fields("F").customView(id).pipeline(id).page(1),
					"zoho-bigin", "bigin", "v2", "Contacts");
			check(valid, () -> this.bigin.deleteAll("Contacts", List.of("1", id)), "zoho-bigin", "bigin", "v2",
					"Contacts");
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 7, 8, 9 })
	void aConnectionIsOneSegmentOfThePathAndOneHeaderOrRefused(long seed) {
		HostileText texts = new HostileText(seed);
		for (int i = 0; i < CASES; i++) {
			String id = texts.nearlyName();
			boolean valid = id.matches("[A-Za-z0-9_-]{1,128}");
			check(valid, () -> this.bigin.connections().get(id), "connections", id);
			check(valid, () -> this.bigin.connections().delete(id), "connections", id);
			ClientRequest request = check(valid, () -> this.bigin.withConnection(id).findById("Contacts", "1"),
					"zoho-bigin", "bigin", "v2", "Contacts", "1");
			if (valid) {
				assertThat(request.headers().get("Maton-Connection")).containsExactly(id);
			}
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 10, 11, 12 })
	void aSearchedTextArrivesAsItself(long seed) {
		HostileText texts = new HostileText(seed);
		RecordQuery<BiginRecord> query = this.bigin.query("Contacts").fields("F", "G");
		for (int i = 0; i < CASES; i++) {
			String text = texts.text();
			boolean sent = text.chars().noneMatch(Character::isISOControl) && !text.strip().startsWith("${");
			boolean valid = sent && !text.isBlank();
			search("email", text, check(valid, () -> query.matchingEmail(text).page(1), SEARCH));
			search("phone", text, check(valid, () -> query.matchingPhone(text).page(1), SEARCH));
			search("word", text,
					check(sent && text.strip().length() >= 2, () -> query.matchingWord(text).page(1), SEARCH));
		}
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "a\ud83d", "\ude00b", "a\ude00\ud83db", "\ud83d\ud83d\ude00" })
	void refusesHalfASurrogatePairAsItCannotArriveAsItself(String text) {
		RecordQuery<BiginRecord> query = this.bigin.query("Contacts").fields("F");
		check(false, () -> query.matchingEmail(text).all());
		check(false, () -> query.matchingPhone(text).all());
		check(false, () -> query.matchingWord(text).all());
		check(false, () -> query.matching(where("F").is(text)).all());
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 13, 14, 15 })
	void fieldsAndOrderArriveAsThemselvesOrAreRefused(long seed) {
		HostileText texts = new HostileText(seed);
		for (int i = 0; i < CASES; i++) {
			String field = texts.nearlyName();
			String other = texts.name(5);
			boolean valid = field.length() <= 100 && field.matches("[A-Za-z0-9_$]+(\\.[A-Za-z0-9_$]+)*");
			ClientRequest request = check(valid,
					() -> this.bigin.query("Contacts").fields(other, field).sort(SortOrder.descending(field)).page(1),
					"zoho-bigin", "bigin", "v2", "Contacts");
			if (valid) {
				assertThat(CapturingService.query(request.url())).containsExactlyInAnyOrder(
						entry("fields", other + "," + field), entry("sort_by", field), entry("sort_order", "desc"),
						entry("per_page", "200"), entry("page", "1"));
			}
			assertRefused(() -> new SortOrder("F", field + "x"));
		}
	}

	private static final String[] SEARCH = { "zoho-bigin", "bigin", "v2", "Contacts", "search" };

	private static void search(String parameter, String value, ClientRequest request) {
		if (request != null) {
			assertThat(CapturingService.query(request.url())).containsExactlyInAnyOrder(entry(parameter, value),
					entry("fields", "F,G"), entry("per_page", "200"), entry("page", "1"));
		}
	}

	private ClientRequest check(boolean valid, Supplier<Publisher<?>> operation, String... segments) {
		if (!valid) {
			assertRefused(operation::get);
			assertThat(this.service.take()).isNull();
			return null;
		}
		Flux.from(operation.get()).onErrorResume((ex) -> Mono.empty()).blockLast();
		ClientRequest request = this.service.take();
		assertThat(request).isNotNull();
		URI uri = request.url();
		assertThat(uri.getScheme()).isEqualTo("https");
		assertThat(uri.getRawAuthority())
			.isEqualTo("connections".equals(segments[0]) ? "ctrl.maton.ai" : "gateway.maton.ai");
		assertThat(uri.getRawFragment()).isNull();
		assertThat(CapturingService.segments(uri)).containsExactly(segments);
		request.headers()
			.forEach((name, values) -> assertThat(values)
				.allSatisfy((value) -> assertThat(value).matches("[\\x20-\\x7e]*")));
		return request;
	}

	private static void assertRefused(ThrowingCallable operation) {
		assertThatIllegalArgumentException().isThrownBy(operation)
			.satisfies((ex) -> assertThat(ex.getMessage()).isNotBlank()
				.hasSizeLessThanOrEqualTo(MAX_MESSAGE_LENGTH)
				.matches((message) -> message.chars().noneMatch(Character::isISOControl), "no control character"));
	}

}
