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

package io.github.biginspring.blocking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.core.io.buffer.PooledDataBuffer;
import org.springframework.retry.policy.NeverRetryPolicy;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginPermissionException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.write.WriteResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Streams of what is read and written, and the content of files.
 */
class BlockingStreamTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalServer server = new LocalServer();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("key-0123456789"))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
		.retryPolicy(new NeverRetryPolicy())
		.build();

	private final BiginClient client = BiginClient.of(this.bigin);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void ofWhichThreeAreTakenAsksForOnePage() {
		this.server.respondsWith(200, page(5, true)).respondsWith(200, page(10, true));
		try (Stream<BiginRecord> records = this.client.query("Contacts")
			.fields("F")
			.sort(SortOrder.descending("Modified_Time"))
			.pageSize(5)
			.all()) {
			assertThat(records.limit(3).map(BiginRecord::getId)).containsExactly("5", "4", "3");
		}
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void asksForOneElementAtATime() {
		AtomicLong requested = new AtomicLong();
		Iterator<Integer> elements = this.client
			.stream((bigin) -> Flux.range(1, 1000).doOnRequest(requested::addAndGet))
			.iterator();
		assertThat(requested).hasValue(0);
		elements.next();
		elements.next();
		assertThat(requested).hasValue(2);
	}

	@Test
	void asksForSomeElementsAheadWhereThatIsWanted() {
		AtomicLong requested = new AtomicLong();
		Iterator<Integer> elements = Blocking.stream(Flux.range(1, 1000).doOnRequest(requested::addAndGet), 100)
			.iterator();
		elements.next();
		assertThat(requested).hasValue(100);
		for (int i = 2; i <= 1000; i++) {
			assertThat(elements.next()).isEqualTo(i);
			assertThat(requested.get() - i).isLessThanOrEqualTo(100);
		}
		assertThat(elements.hasNext()).isFalse();
	}

	@Test
	void readsPageAfterPageToTheEnd() {
		this.server.respondsWith(200, page(9, true)).respondsWith(200, page(4, false));
		try (Stream<BiginRecord> records = this.client.query("Contacts")
			.fields("F")
			.sort(SortOrder.descending("Modified_Time"))
			.pageSize(5)
			.all()) {
			assertThat(records.map(BiginRecord::getId)).containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1",
					"0", "-1");
		}
	}

	@Test
	void isNotSplitSoThatNothingIsReadAhead() {
		AtomicLong requested = new AtomicLong();
		assertThat(this.client.stream((bigin) -> Flux.range(1, 1000).doOnRequest(requested::addAndGet))
			.parallel()
			.limit(3)
			.toList()).containsExactly(1, 2, 3);
		assertThat(requested.get()).isLessThan(10);
	}

	@Test
	void asksForNothingBeforeItIsReadAndNothingWhenItIsClosed() {
		try (Stream<BiginRecord> records = this.client.query("Contacts").fields("F").all()) {
			assertThat(records).isNotNull();
		}
		assertThat(this.server.received()).isEmpty();
		Stream<Integer> stream = this.client.stream((bigin) -> Flux.just(1, 2));
		Iterator<Integer> elements = stream.iterator();
		elements.next();
		stream.close();
		assertThatIllegalStateException().isThrownBy(elements::next).withMessageContaining("closed");
	}

	@Test
	void cancelsTheReadingWhenItIsClosed() {
		AtomicBoolean cancelled = new AtomicBoolean();
		try (Stream<Integer> elements = this.client
			.stream((bigin) -> Flux.range(1, 10).doOnCancel(() -> cancelled.set(true)))) {
			assertThat(elements.findFirst()).contains(1);
			assertThat(cancelled).isFalse();
		}
		assertThat(cancelled).isTrue();
	}

	@Test
	void abortsTheCallInFlightWhenItIsClosedByAnotherThread() {
		this.server.neverResponds();
		Stream<BiginRecord> records = this.client.query("Contacts").fields("F").all();
		this.server.requestReceived().subscribe((nothing) -> {
		}, (ex) -> {
		}, records::close);
		Throwable failure = catchThrowable(() -> records.forEach((record) -> {
		}));
		assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
		this.server.connectionClosed().block(LONG);
	}

	@Test
	void releasesTheBuffersThatWereNotTaken() {
		NettyDataBufferFactory buffers = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
		List<DataBuffer> made = new ArrayList<>();
		Flux<DataBuffer> source = Flux.range(0, 8).map((number) -> {
			DataBuffer buffer = buffers.allocateBuffer(4).write(new byte[] { 1 });
			made.add(buffer);
			return buffer;
		});
		Stream<DataBuffer> stream = Blocking.stream(source, 8);
		stream.iterator().next();
		((PooledDataBuffer) made.get(0)).release();
		assertThat(made).hasSize(8);
		stream.close();
		assertThat(made).allSatisfy((buffer) -> assertThat(((PooledDataBuffer) buffer).isAllocated()).isFalse());
	}

	@Test
	void failsWhereAPageFailsAfterTheRecordsBefore() {
		this.server.respondsWith(200, page(9, true))
			.respondsWith(403, "{\"code\":\"NO_PERMISSION\",\"message\":\"m\"}");
		List<String> read = new ArrayList<>();
		Stream<BiginRecord> records = this.client.query("Contacts")
			.fields("F")
			.sort(SortOrder.descending("Modified_Time"))
			.prefetch(0)
			.pageSize(5)
			.all();
		Iterator<BiginRecord> elements = records.iterator();
		assertThatExceptionOfType(BiginPermissionException.class)
			.isThrownBy(() -> elements.forEachRemaining((record) -> read.add(String.valueOf(record.getId()))));
		assertThat(read).hasSize(5);
		assertThatExceptionOfType(BiginPermissionException.class).as("it has not ended").isThrownBy(elements::next);
	}

	@Test
	void isRefusedOnAThreadThatMustNotWait() {
		Throwable failure = Mono
			.fromCallable(() -> catchThrowable(() -> this.client.query("Contacts").fields("F").all().findFirst()))
			.subscribeOn(Schedulers.parallel())
			.block(LONG);
		assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageContaining("Nothing was sent");
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void takesTheRecordsToWriteFromTheThreadThatTakesTheResults() {
		this.server.respondsWith(201, written(2));
		Set<Thread> threads = ConcurrentHashMap.newKeySet();
		AtomicInteger closed = new AtomicInteger();
		Stream<BiginRecord> source = IntStream.range(0, 10)
			.mapToObj((number) -> new BiginRecord().set("Last_Name", "W" + number))
			.peek((record) -> threads.add(Thread.currentThread()))
			.onClose(closed::incrementAndGet);
		try (Stream<WriteResult<BiginRecord>> results = this.client.batch("Contacts").batchSize(2).create(source)) {
			assertThat(results).hasSize(10)
				.allSatisfy((result) -> assertThat(result).isInstanceOf(WriteResult.Written.class));
		}
		assertThat(threads).containsExactly(Thread.currentThread());
		assertThat(closed).hasPositiveValue();
		assertThat(this.server.received()).hasSize(5);
	}

	@Test
	void writesNoMoreThanItsTakerKeepsUpWith() {
		this.server.respondsWith(201, written(2));
		AtomicInteger taken = new AtomicInteger();
		Iterable<BiginRecord> endless = () -> Stream
			.generate(() -> new BiginRecord().set("Last_Name", "W" + taken.incrementAndGet()))
			.iterator();
		try (Stream<WriteResult<BiginRecord>> results = this.client.batch("Contacts")
			.batchSize(2)
			.concurrency(2)
			.create(endless)) {
			assertThat(results.limit(3)).hasSize(3);
		}
		assertThat(taken.get()).isLessThan(20);
	}

	@Test
	void reportsWhatItsSourceThrowsAfterTheResultsBefore() {
		this.server.respondsWith(201, written(2));
		Iterable<BiginRecord> broken = () -> Stream.of(1, 2, 3)
			.map((number) -> new BiginRecord().set("Last_Name", "W" + 6 / (3 - number)))
			.iterator();
		List<WriteResult<BiginRecord>> results = new ArrayList<>();
		assertThatExceptionOfType(ArithmeticException.class)
			.isThrownBy(() -> this.client.batch("Contacts").create(broken).forEach(results::add));
		assertThat(results).hasSize(2);
	}

	@Test
	void refusesNullAmongTheRecordsToWrite() {
		List<BiginRecord> records = Arrays.asList(new BiginRecord().set("F", "v"), null);
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.batch("Contacts").create(records))
			.withMessageContaining("'records'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.batch("Contacts").update(records.stream()).toList())
			.withMessageContaining("'records'");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.client.batch("Contacts").delete(() -> Arrays.asList((String) null).iterator()).toList())
			.withMessageContaining("'ids'");
	}

	@Test
	void readsTheContentOfAFile() throws IOException {
		this.server.streams(200, Flux.just("the ", "", "contract"));
		try (InputStream content = this.client.attachments("Contacts", "1").download("2")) {
			assertThat(content.read()).isEqualTo('t');
			assertThat(content.read(new byte[0])).isZero();
			assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("he contract");
			assertThat(content.read()).isEqualTo(-1);
		}
	}

	@Test
	void failsWhereADownloadIsRefusedOrBreaksOff() {
		this.server.respondsWith(403, "{\"code\":\"NO_PERMISSION\",\"message\":\"m\"}");
		assertThatExceptionOfType(BiginPermissionException.class)
			.isThrownBy(() -> this.client.attachments("Contacts", "1").download("2"));
		this.server.forget().streams(200, Flux.just("the ").concatWith(Mono.error(new IOException("broken"))));
		InputStream content = this.client.attachments("Contacts", "1").download("2");
		assertThatExceptionOfType(BiginUnreadableResponseException.class).isThrownBy(content::readAllBytes);
		assertThatExceptionOfType(BiginUnreadableResponseException.class).as("it has not ended")
			.isThrownBy(content::read);
	}

	@Test
	void abortsADownloadThatIsClosed() throws IOException {
		this.server.streams(200, Flux.just("the ").concatWith(Mono.never()));
		InputStream content = this.client.attachments("Contacts", "1").download("2");
		assertThat(content.read()).isEqualTo('t');
		content.close();
		assertThatExceptionOfType(IOException.class).isThrownBy(content::read);
		this.server.connectionClosed().block(LONG);
	}

	private static String page(int first, boolean more) {
		int count = more ? 5 : 6;
		return IntStream.range(0, count)
			.mapToObj((index) -> "{\"id\":\"" + (first - index) + "\"}")
			.collect(Collectors.joining(",", "{\"data\":[", "],\"info\":{\"more_records\":" + more + ",\"count\":"
					+ count + ",\"next_page_token\":" + (more ? "\"t\"" : "null") + "}}"));
	}

	private static String written(int count) {
		return Stream.iterate(1, (id) -> id + 1)
			.limit(count)
			.map((id) -> "{\"code\":\"SUCCESS\",\"details\":{\"id\":\"" + id + "\"},\"status\":\"success\"}")
			.collect(Collectors.joining(",", "{\"data\":[", "]}"));
	}

}
