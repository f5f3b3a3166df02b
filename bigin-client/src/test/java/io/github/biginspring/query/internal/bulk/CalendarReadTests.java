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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkJobState;
import io.github.biginspring.query.CalendarRead;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Bulk reads of events as calendars.
 */
class CalendarReadTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final BulkJob COMPLETED = new BulkJob("5", BulkJobState.COMPLETED, null);

	private final StubExchange service = new StubExchange();

	private final CallLifecycle lifecycle = new CallLifecycle();

	private final CalendarRead calendar = new BulkReadTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create(), new DownloadPaces(this.lifecycle), this.lifecycle, null)
		.calendarRead();

	private static String text(DataBuffer buffer) {
		return buffer.toString(StandardCharsets.UTF_8);
	}

	@Test
	void asksForEventsAsACalendar() {
		added("1");
		StepVerifier.create(this.calendar.matching(where("Venue").is("Leeds")).page(2).create())
			.expectNextCount(1)
			.verifyComplete();
		BiginCall<?> call = this.service.call();
		assertThat(call.pathTemplate()).isEqualTo("/bigin/bulk/v2/read");
		assertThat(call.credits()).isEqualTo(50);
		assertThat(JsonMapper.shared().readTree(this.service.body())).isEqualTo(JsonMapper.shared().readTree("""
				{"query":{"module":"Events","criteria":{"group":[{"api_name":"Venue","comparator":"equal",
				"value":"Leeds"}],"group_operator":"and"},"page":2},"file_type":"ics"}"""));
	}

	@Test
	void readsPageAfterPage() {
		added("1").completed("1", true).content("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
		added("2").completed("2", false).content("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
		StepVerifier.create(this.calendar.content().map(CalendarReadTests::text).reduce("", String::concat))
			.expectNext("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".repeat(2))
			.expectComplete()
			.verify(LONG);
		assertThat(this.service.calls()).hasSize(6);
		assertThat(new String(this.service.calls().get(3).body(), StandardCharsets.UTF_8)).contains("\"page\":2");
	}

	@Test
	void readsTheContentOfAJob() {
		this.service.response(200, ZippedCsv.of("BEGIN")).response(204, "");
		StepVerifier.create(this.calendar.content(COMPLETED).map(CalendarReadTests::text))
			.expectNext("BEGIN")
			.expectComplete()
			.verify(LONG);
		StepVerifier.create(this.calendar.content(COMPLETED)).expectComplete().verify(LONG);
		completed("7", false).content("BEGIN");
		StepVerifier.create(this.calendar.content("7").map(CalendarReadTests::text))
			.expectNext("BEGIN")
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void holdsNoMoreThanIsAskedFor() {
		byte[] noise = new byte[1_000_000];
		new Random(1).nextBytes(noise);
		byte[] zipped = ZippedCsv.of(new String(noise, StandardCharsets.ISO_8859_1));
		AtomicLong requested = new AtomicLong();
		Flux<DataBuffer> pieces = ZippedCsv.pieces(zipped, 1024).doOnNext((piece) -> requested.incrementAndGet());
		StepVerifier.create(UnzippedStream.of(pieces, "Events"), 2)
			.expectNextCount(2)
			.then(() -> assertThat(requested.get()).isLessThan(200))
			.thenRequest(Long.MAX_VALUE)
			.thenConsumeWhile((buffer) -> true)
			.expectComplete()
			.verify(LONG);
		assertThat(requested.get()).isEqualTo((zipped.length + 1023) / 1024);
	}

	@Test
	void aFileThatIsCutOrNotOneIsAnErrorAfterWhatCame() {
		byte[] whole = ZippedCsv.of("BEGIN".repeat(20_000));
		for (byte[] broken : new byte[][] { Arrays.copyOf(whole, whole.length / 2), ZippedCsv.of("BEGIN", "second"),
				"no ZIP file".getBytes(StandardCharsets.UTF_8) }) {
			this.service.response(200, broken);
			StepVerifier.create(this.calendar.content(COMPLETED))
				.thenConsumeWhile((buffer) -> true)
				.expectErrorSatisfies(
						(failure) -> assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
							.hasMessageContaining("the ZIP file is damaged or cut short after ")
							.hasMessageContaining("Read the content of the job again"))
				.verify(LONG);
		}
	}

	@Test
	void refusesWhatCannotBeAskedFor() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.calendar.page(0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.calendar.timeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> this.calendar.content("x"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.calendar.content(new BulkJob("1", BulkJobState.QUEUED, null)))
			.withMessageContaining("QUEUED: await it first");
		assertThat(this.service.calls()).isEmpty();
	}

	private CalendarReadTests added(String id) {
		this.service.response(201, "{\"data\":[{\"status\":\"success\",\"code\":\"ADDED_SUCCESSFULLY\",\"details\":"
				+ "{\"id\":\"" + id + "\",\"state\":\"ADDED\"}}]}");
		return this;
	}

	private CalendarReadTests completed(String id, boolean more) {
		this.service.response(200, "{\"data\":[{\"id\":\"" + id + "\",\"state\":\"COMPLETED\",\"result\":{\"page\":1,"
				+ "\"count\":1,\"more_records\":" + more + "}}]}");
		return this;
	}

	private void content(String calendar) {
		this.service.response(200, ZippedCsv.of(calendar));
	}

}
