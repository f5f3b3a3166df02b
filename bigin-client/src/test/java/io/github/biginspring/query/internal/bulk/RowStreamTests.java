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

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.query.BulkJob;

import static org.assertj.core.api.Assertions.assertThat;

class RowStreamTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String SECRET = "jo@zylker.com";

	private final RecordMapper mapper = RecordMapper.create();

	@Test
	void readsUntypedRecordsAsTexts() {
		String csv = "\uFEFFId,Last_Name,Description\n1,\"Wat\"\"son\",\"two\nlines, one cell\"\n2,Höl🦊mes,\n\n3,,\n";
		StepVerifier.create(untyped(csv)).assertNext((record) -> {
			assertThat(record.getId()).isEqualTo("1");
			assertThat(record.get("Last_Name")).isEqualTo("Wat\"son");
			assertThat(record.get("Description")).isEqualTo("two\nlines, one cell");
			assertThat(record.changes()).as("read, not set").isEmpty();
		}).assertNext((record) -> {
			assertThat(record.get("Last_Name")).isEqualTo("Höl🦊mes");
			assertThat(record.has("Description")).isTrue();
			assertThat(record.get("Description")).as("empty is null").isNull();
		})
			.assertNext((record) -> assertThat(record.asMap()).containsOnlyKeys("id", "Last_Name", "Description")
				.containsEntry("id", "3"))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void convertsTextsToWhatAJavaRecordWants() {
		String csv = "id,Deal_Name,Amount,Count,Open,Closing_Date,Created_Time,Contact_Name,Labels,Tag,Unknown\n"
				+ "7255024000000596045,Big,1234.50,3,TRUE,2026-02-06,2026-02-06T00:28:53-08:00,725,a;b; c,\"x,y\",?\n"
				+ "2,,,,,,,,,,\n";
		StepVerifier.create(rows(Deal.class, csv))
			.expectNext(new Deal("7255024000000596045", "Big", new BigDecimal("1234.50"), 3, true,
					LocalDate.of(2026, 2, 6), OffsetDateTime.parse("2026-02-06T00:28:53-08:00"), Lookup.of("725"),
					List.of("a", "b", "c"), List.of(Tag.of("x"), Tag.of("y"))))
			.expectNext(new Deal("2", null, null, 0, null, null, null, null, null, null))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void convertsTextsToWhatTheAccessorsOfAReadyMadeTypeWant() {
		String csv = "id,Last_Name,Account_Name,Owner,Email_Opt_Out,Created_Time,Tag,Own_Field\n"
				+ "1,Watson,725,99,false,2026-02-06T00:28:53-08:00,x;y,5\n";
		StepVerifier.create(rows(Contact.class, csv)).assertNext((contact) -> {
			assertThat(contact.getLastName()).isEqualTo("Watson");
			assertThat(contact.getLookup("Account_Name")).isEqualTo(Lookup.of("725"));
			assertThat(contact.getUser("Owner").id()).isEqualTo("99");
			assertThat(contact.get("Email_Opt_Out")).isEqualTo(false);
			assertThat(contact.getDateTime("Created_Time")).isEqualTo("2026-02-06T00:28:53-08:00");
			assertThat(contact.getTags("Tag")).containsExactly(Tag.of("x"), Tag.of("y"));
			assertThat(contact.get("Own_Field")).isEqualTo("5");
		}).expectComplete().verify(LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "id,Last_Name\n", "id,Last_Name" })
	void aFileWithoutRowsHasNoRecords(String csv) {
		StepVerifier.create(untyped(csv)).expectComplete().verify(LONG);
	}

	@Test
	void noContentAtAllMeansNoRecords() {
		StepVerifier.create(stream(Flux.empty(), BiginRecord.class)).expectComplete().verify(LONG);
	}

	@Test
	void readsAQuotedHeaderAfterAByteOrderMark() {
		StepVerifier.create(untyped("\uFEFF\"Id\",\"Last_Name\"\n\"1\",\"W\"\n"))
			.assertNext((record) -> assertThat(record.asMap()).containsOnly(Map.entry("id", "1"),
					Map.entry("Last_Name", "W")))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void refusesAFurtherFile() {
		byte[] zip = ZippedCsv.of("id\n1\n", "id\n2\n");
		StepVerifier.create(stream(ZippedCsv.pieces(zip, 10), BiginRecord.class))
			.expectNextCount(1)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("more than one file in it"))
			.verify(LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "3", "3,a,b,c", "3,a,b,", "," })
	void refusesARowOfAnotherWidth(String row) {
		StepVerifier.create(untyped("id,Last_Name,Email\n1,a,b\n" + row + "\n"))
			.expectNextCount(1)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("under a header of 3"))
			.verify(LONG);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void refusesAnotherNumberOfRowsThanWasAnnounced(int announced) {
		StepVerifier.create(announcing(announced, ZippedCsv.pieces(ZippedCsv.of("id\n1\n2\n"), 10)))
			.expectNextCount(2)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("the file holds 2 rows of the " + announced + " that the job announced"))
			.verify(LONG);
	}

	@Test
	void noContentIsNotWhatAJobWithRowsAnnounced() {
		StepVerifier.create(announcing(2, Flux.empty()))
			.expectError(BiginUnreadableResponseException.class)
			.verify(LONG);
		StepVerifier.create(announcing(0, Flux.empty())).expectComplete().verify(LONG);
	}

	private Flux<BiginRecord> announcing(int rows, Flux<DataBuffer> content) {
		return RowStream.of(content, this.mapper.untyped("Contacts"), OperationObserver.NONE,
				new BulkJob.Result(1, rows, false, null));
	}

	@Test
	void tellsOfAFileThatIsCutShortAfterTheRowsThatCame() {
		byte[] zip = ZippedCsv.of(csv(5000));
		StepVerifier
			.create(stream(ZippedCsv.pieces(Arrays.copyOf(zip, zip.length / 2), 1000), BiginRecord.class).count())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("GET /bigin/bulk/v2/read/{id}/result")
				.hasMessageMatching("(?s).*cut short after [1-9][0-9]{3} rows.*"))
			.verify(LONG);
		AtomicInteger rows = new AtomicInteger();
		StepVerifier
			.create(stream(ZippedCsv.pieces(Arrays.copyOf(zip, zip.length / 2), 1000), BiginRecord.class)
				.doOnNext((row) -> rows.incrementAndGet())
				.then())
			.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining("after " + rows + " rows"))
			.verify(LONG);
	}

	@Test
	void tellsOfAFileThatIsDamaged() {
		byte[] zip = ZippedCsv.of(csv(50));
		int checksum = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0007\u0008") + 4;
		zip[checksum] ^= 1;
		StepVerifier.create(stream(ZippedCsv.pieces(zip, 1000), BiginRecord.class).then())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("damaged"))
			.verify(LONG);
	}

	@Test
	void tellsOfWhatIsNoZipFile() {
		Flux<DataBuffer> content = ZippedCsv.pieces(("{\"data\":\"" + SECRET + "\"}").getBytes(StandardCharsets.UTF_8),
				100);
		StepVerifier.create(stream(content, BiginRecord.class))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("the ZIP file is damaged or cut short after 0 rows")
				.hasMessageNotContaining(SECRET))
			.verify(LONG);
	}

	@Test
	void tellsWhereATextIsNotWhatItsPropertyIsWithoutShowingIt() {
		StepVerifier.create(rows(Deal.class, "id,Deal_Name,Amount\n1,Big,5\n2,Big," + SECRET + "\n"))
			.expectNextCount(1)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("row 2, record 2, cannot be read: field Amount does not fit")
				.hasNoCause())
			.verify(LONG);
	}

	@Test
	void aCellThatNeverEndsIsToldWithoutShowingIt() {
		StepVerifier.create(untyped("id,Last_Name\n1,\"" + SECRET + "\n2,b\n"))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("row 1 is not as expected")
				.hasNoCause())
			.verify(LONG);
	}

	@Test
	void aFailureOfTheDownloadIsPassedOnAsItIs() {
		BiginException failure = ErrorDetails.responded(HttpMethod.GET, "/bigin/bulk/v2/read/{id}/result", 429)
			.toException();
		StepVerifier.create(stream(Flux.error(failure), BiginRecord.class))
			.expectErrorSatisfies((ex) -> assertThat(ex).isSameAs(failure))
			.verify(LONG);
		byte[] zip = ZippedCsv.of(csv(5000));
		Flux<DataBuffer> broken = ZippedCsv.pieces(Arrays.copyOf(zip, zip.length / 2), 1000)
			.concatWith(Mono.error(failure));
		StepVerifier.create(stream(broken, BiginRecord.class).then())
			.expectErrorSatisfies((ex) -> assertThat(ex).isSameAs(failure))
			.verify(LONG);
	}

	@Test
	void downloadsNoMoreThanTheRowsNeed() {
		byte[] zip = ZippedCsv.of(csv(20_000));
		assertThat(zip.length).isGreaterThan(500_000);
		AtomicInteger pieces = new AtomicInteger();
		Flux<DataBuffer> content = ZippedCsv.pieces(zip, 1000).doOnNext((piece) -> pieces.incrementAndGet());
		StepVerifier.create(stream(content, BiginRecord.class), 0)
			.expectSubscription()
			.thenRequest(10)
			.expectNextCount(10)
			.then(() -> assertThat(pieces.get()).isLessThan(40))
			.thenRequest(Long.MAX_VALUE)
			.expectNextCount(19_990)
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void aReadingThatIsCancelledEndsTheDownloadAlsoWhileItWaitsForBytes() {
		Sinks.Empty<Void> ended = Sinks.empty();
		Sinks.Empty<Void> waiting = Sinks.empty();
		byte[] zip = ZippedCsv.of(csv(5000));
		Flux<DataBuffer> content = ZippedCsv.pieces(Arrays.copyOf(zip, zip.length / 2), 1000)
			.concatWith(Flux.<DataBuffer>never().doOnSubscribe((subscription) -> waiting.tryEmitEmpty()))
			.doOnCancel(ended::tryEmitEmpty);
		Flux<BiginRecord> rows = stream(content, BiginRecord.class);
		StepVerifier.create(rows.takeUntilOther(waiting.asMono()).then().then(ended.asMono()))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void aReadingThatIsCancelledEndsTheDownloadAlsoWhileNobodyAsks() {
		Sinks.Empty<Void> ended = Sinks.empty();
		Flux<DataBuffer> content = ZippedCsv.pieces(ZippedCsv.of(csv(5000)), 1000).doOnCancel(ended::tryEmitEmpty);
		StepVerifier.create(stream(content, BiginRecord.class), 3).expectNextCount(3).thenCancel().verify(LONG);
		StepVerifier.create(ended.asMono()).expectComplete().verify(LONG);
	}

	@Test
	void neverBlocksTheThreadThatSubscribesOrAsks() {
		// many small pieces, so that one comes while another is taken
		byte[] zip = ZippedCsv.of(csv(5_000));
		Flux<BiginRecord> rows = stream(ZippedCsv.pieces(zip, 3).publishOn(Schedulers.parallel()), BiginRecord.class)
			.publishOn(Schedulers.parallel(), 2);
		StepVerifier.create(Mono.defer(rows::count).subscribeOn(Schedulers.parallel()))
			.expectNext(5_000L)
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void theDownloadSeesTheContextOfTheCaller() {
		Flux<DataBuffer> content = Flux
			.deferContextual((context) -> ZippedCsv.pieces(ZippedCsv.of("id\n" + context.get("id") + "\n"), 100));
		StepVerifier
			.create(stream(content, BiginRecord.class).map(BiginRecord::getId)
				.contextWrite((context) -> context.put("id", "7")))
			.expectNext("7")
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void countsTheRecords() {
		List<Integer> counts = new ArrayList<>();
		OperationObserver observer = new OperationObserver() {

			@Override
			public void records(@Nullable String module, RecordOutcome outcome, int count) {
				assertThat(module).isEqualTo("Contacts");
				counts.add(count);
			}

		};
		StepVerifier
			.create(RowStream.of(ZippedCsv.pieces(ZippedCsv.of(csv(2500)), 1000), this.mapper.untyped("Contacts"),
					observer, null))
			.expectNextCount(2500)
			.expectComplete()
			.verify(LONG);
		assertThat(counts).containsExactly(1000, 1000, 500);
	}

	private Flux<BiginRecord> untyped(String csv) {
		return stream(ZippedCsv.pieces(ZippedCsv.of(csv), 7), BiginRecord.class);
	}

	private <T> Flux<T> rows(Class<T> type, String csv) {
		return stream(ZippedCsv.pieces(ZippedCsv.of(csv), 7), type);
	}

	@SuppressWarnings("unchecked")
	private <T> Flux<T> stream(Flux<DataBuffer> content, Class<T> type) {
		if (type == BiginRecord.class) {
			return (Flux<T>) RowStream.of(content, this.mapper.untyped("Contacts"), OperationObserver.NONE, null);
		}
		return RowStream.of(content, this.mapper.forType(type), OperationObserver.NONE, null);
	}

	private static String csv(int rows) {
		Random random = new Random(1);
		StringBuilder csv = new StringBuilder("id,Last_Name\n");
		for (int i = 1; i <= rows; i++) {
			csv.append(i);
			for (int j = 0; j < 4; j++) {
				csv.append((j == 0) ? ',' : '-').append(Long.toHexString(random.nextLong()));
			}
			csv.append('\n');
		}
		return csv.toString();
	}

	@BiginModule("Pipelines")
	record Deal(String id, @Nullable String dealName, @Nullable BigDecimal amount, int count, @Nullable Boolean open,
			@Nullable LocalDate closingDate, @Nullable OffsetDateTime createdTime, @Nullable Lookup contactName,
			@Nullable List<String> labels, @Nullable List<Tag> tag) {

	}

}
