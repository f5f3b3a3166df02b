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

package io.github.biginspring;

import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.RateLimitInterceptor;
import io.github.biginspring.internal.exchange.RetryInterceptor;
import io.github.biginspring.internal.exchange.TimeoutInterceptor;
import io.github.biginspring.internal.exchange.WebClientExchange;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.internal.LocalTokenBucket;
import io.github.biginspring.limit.internal.QueueingRateLimiter;
import io.github.biginspring.retry.RetryBudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

/**
 * Bodies that are streamed, through timeout, retry and rate limiter, by HTTP.
 */
@Timeout(60)
class StreamedCallTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final RateLimit ONE_AT_A_TIME = RateLimit.defaults()
		.withRequestsPerSecond(10_000)
		.withBurst(1000)
		.withMaxInFlight(1);

	private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

	private final ConnectionProvider connections = ConnectionProvider.create("streamed");

	private final LocalServer server = new LocalServer();

	private final CallExchange exchange = exchange(Duration.ofMinutes(2), Duration.ofSeconds(30));

	@AfterEach
	void closeServerAndFindLeaks() {
		this.server.close();
		this.connections.dispose();
		await().until(() -> this.allocator.metric().usedDirectMemory() + this.allocator.metric().usedHeapMemory() == 0);
	}

	@Test
	void streamsABodyThatIsLargerThanAResponseMayBe() {
		String piece = "x".repeat(64 * 1024);
		this.server.streams(200, Flux.range(0, 128).map((i) -> piece));
		StepVerifier.create(download().map(StreamedCallTests::length).reduce(0, Integer::sum))
			.expectNext(128 * 64 * 1024)
			.expectComplete()
			.verify(LONG);
		assertThat(this.server.request().headers().getFirst("Accept")).isEqualTo("*/*");
	}

	@Test
	void holdsItsPlaceUntilTheBodyWasRead() {
		Sinks.Many<String> pieces = Sinks.many().unicast().onBackpressureBuffer();
		this.server.streams(200, pieces.asFlux()).respondsWith(200, "{}");
		AtomicInteger done = new AtomicInteger();
		StepVerifier.create(download().map(StreamedCallTests::length))
			.then(() -> pieces.tryEmitNext("abc"))
			.expectNext(3)
			.then(() -> this.exchange.exchange(get().read((response) -> "second"))
				.subscribe((x) -> done.incrementAndGet()))
			.then(() -> pieces.tryEmitNext("de"))
			.expectNext(2)
			.then(() -> assertThat(this.server.received()).as("the second call waits").hasSize(1))
			.then(pieces::tryEmitComplete)
			.expectComplete()
			.verify(LONG);
		await().untilAtomic(done, is(1));
	}

	@Test
	void aCancelledBodyClosesItsConnectionAndFreesItsPlace() {
		this.server.streams(200, Flux.range(0, 10_000).map((i) -> "x".repeat(16 * 1024))).respondsWith(200, "{}");
		StepVerifier.create(download().map(StreamedCallTests::length), 2).expectNextCount(2).thenCancel().verify(LONG);
		StepVerifier.create(this.server.connectionClosed()).expectComplete().verify(LONG);
		StepVerifier.create(this.exchange.exchange(get().read((response) -> "second")))
			.expectNext("second")
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void aResponseThatBreaksBeforeItsFirstByteIsAskedForAgain() {
		this.server.closesTheConnection().respondsWith(503, "").streams(200, Flux.just("abc"));
		StepVerifier.create(download().map(StreamedCallTests::length)).expectNext(3).expectComplete().verify(LONG);
		assertThat(this.server.received()).hasSize(3);
	}

	@Test
	void aResponseThatBreaksAfterItsFirstByteIsNotAskedForAgain() {
		this.server.truncates(200, "abc").streams(200, Flux.just("abc"));
		StepVerifier.create(download().map(StreamedCallTests::length))
			.expectNext(3)
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("broke off after 3 bytes"))
			.verify(LONG);
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void aFailureIsReadAsEver() {
		this.server.respondsWith(404, "{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"none\"}");
		StepVerifier.create(download())
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginNotFoundException.class)
				.hasMessageContaining("404 RESOURCE_NOT_FOUND: none"))
			.verify(LONG);
	}

	@Test
	void a204IsEmpty() {
		this.server.respondsWith(204);
		StepVerifier.create(download()).expectComplete().verify(LONG);
	}

	@Test
	void aCallerThatTakesItsTimeIsWaitedFor() {
		CallExchange exchange = exchange(Duration.ofMinutes(2), Duration.ofMillis(300));
		String piece = "x".repeat(1024);
		this.server.streams(200, Flux.range(0, 20_000).map((i) -> piece));
		AtomicInteger first = new AtomicInteger();
		StepVerifier
			.create(get().stream(exchange)
				.map(StreamedCallTests::length)
				.concatMap((length) -> (first.getAndIncrement() == 0)
						? Mono.just(length).delayElement(Duration.ofSeconds(1)) : Mono.just(length), 1)
				.reduce(0, Integer::sum))
			.expectNext(20_000 * 1024)
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void sendsAFileAsAForm() {
		this.server.respondsWith(200, "{}");
		upload(FileContent.of("Ada's \"list\" – grüße;.txt",
				new ByteArrayResource("a,b\n".getBytes(StandardCharsets.UTF_8))))
			.block(LONG);
		LocalServer.Received request = this.server.request();
		assertThat(request.headers().getFirst("Content-Type")).startsWith("multipart/form-data;boundary=");
		assertThat(request.headers().getFirst("Accept")).isEqualTo("application/json");
		assertThat(request.body()).contains("\r\n\r\na,b\n\r\n--")
			.contains("Content-Type: text/plain\r\n")
			.contains(
					"Content-Disposition: form-data; name=\"file\"; filename=\"Ada's \\\"list\\\" – grüße;.txt\"\r\n");
	}

	@Test
	void sendsSeveralFilesAsAForm() {
		this.server.respondsWith(200, "{}").respondsWith(200, "{}");
		FileContent known = FileContent.of("a.csv", new ByteArrayResource("a,b\n".getBytes(StandardCharsets.UTF_8)));
		FileContent streamed = FileContent.of("b.txt", Flux.just(buffer("b"), buffer("c")));
		upload(known, known).block(LONG);
		upload(known, streamed).block(LONG);
		LocalServer.Received request = this.server.received().get(0);
		String body = request.body();
		assertThat(request.headers().getFirst("Content-Length"))
			.isEqualTo(String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
		String boundary = body.substring(0, body.indexOf("\r\n"));
		String part = boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\na,b\n\r\n";
		assertThat(body).isEqualTo(part + part + boundary + "--\r\n");
		assertThat(this.server.received().get(1).headers().getFirst("Content-Length")).isNull();
		assertThat(this.server.received().get(1).body()).contains("filename=\"a.csv\"")
			.contains("Content-Type: text/plain\r\n\r\nbc\r\n--");
	}

	@Test
	void aFormWithAPublisherIsNotSentAgain() {
		this.server.respondsWith(429, "application/json", "", Map.of("Retry-After", "0")).respondsWith(200, "{}");
		FileContent known = FileContent.of("a.txt", new ByteArrayResource("abc".getBytes(StandardCharsets.UTF_8)));
		StepVerifier.create(upload(known, FileContent.of("b.txt", Flux.just(buffer("b")))))
			.expectError(BiginRateLimitException.class)
			.verify(LONG);
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void aResourceIsSentAgainAfter429() {
		this.server.respondsWith(429, "application/json", "", Map.of("Retry-After", "0")).respondsWith(200, "{}");
		upload(FileContent.of("a.txt", new ByteArrayResource("abc".getBytes(StandardCharsets.UTF_8)))).block(LONG);
		assertThat(this.server.received()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.body()).contains("\r\n\r\nabc\r\n"));
	}

	@Test
	void aPublisherIsNotSentAgain() {
		this.server.respondsWith(429, "application/json", "", Map.of("Retry-After", "0")).respondsWith(200, "{}");
		AtomicInteger subscriptions = new AtomicInteger();
		StepVerifier
			.create(upload(FileContent.of("a.txt",
					Flux.just(buffer("abc")).doOnSubscribe((subscription) -> subscriptions.incrementAndGet()))))
			.expectError(BiginRateLimitException.class)
			.verify(LONG);
		assertThat(subscriptions).hasValue(1);
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void anUploadWhoseResponseIsLostIsNotSentAgain() {
		this.server.closesTheConnection().respondsWith(200, "{}");
		StepVerifier
			.create(upload(FileContent.of("a.txt", new ByteArrayResource("abc".getBytes(StandardCharsets.UTF_8)))))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(BiginTransportException.class,
					(lost) -> assertThat(lost.isOutcomeUnknown()).isTrue()))
			.verify(LONG);
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void aFailureOfTheContentReachesTheCallerAsItIs() {
		this.server.respondsWith(200, "{}");
		StepVerifier
			.create(upload(FileContent.of("a.txt",
					Flux.just(buffer("abc")).concatWith(Flux.error(new NoSuchFileException("a.txt"))))))
			.expectError(NoSuchFileException.class)
			.verify(LONG);
	}

	@Test
	void aFailureOfTheReaderReachesTheCallerAsItIs() {
		this.server.streams(200, Flux.just("abc"));
		BiginCall<String> call = get().readStreamed((response) -> Mono.error(new NoSuchFileException("a.txt")));
		StepVerifier.create(this.exchange.exchange(call)).expectError(NoSuchFileException.class).verify(LONG);
		assertThat(this.server.received()).hasSize(1);
	}

	private Flux<DataBuffer> download() {
		return get().stream(this.exchange);
	}

	private Mono<String> upload(FileContent... files) {
		return this.exchange.exchange(BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/files")
			.multipart("file", List.of(files))
			.read((response) -> "sent"));
	}

	private static BiginCallBuilder get() {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/files");
	}

	private static int length(DataBuffer buffer) {
		int length = buffer.readableByteCount();
		DataBufferUtils.release(buffer);
		return length;
	}

	private static DataBuffer buffer(String text) {
		return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	private CallExchange exchange(Duration callTimeout, Duration responseTimeout) {
		HttpClient client = HttpClient.create(this.connections)
			.option(ChannelOption.ALLOCATOR, this.allocator)
			.responseTimeout(responseTimeout);
		CallExchange exchange = new WebClientExchange(
				WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build(),
				MatonEndpoint.of(this.server.url()), ApiKey.of("key"), JsonMapper.shared(), InstantSource.system());
		exchange = new RateLimitInterceptor(
				new QueueingRateLimiter(ONE_AT_A_TIME, new LocalTokenBucket(ONE_AT_A_TIME, System::nanoTime),
						Schedulers.parallel(), System::nanoTime, Duration.ofMinutes(1), List.of()))
			.apply(exchange);
		exchange = new RetryInterceptor(new SimpleRetryPolicy(5), new NoBackOffPolicy(), Duration.ofMinutes(1),
				Duration.ZERO, new RetryBudget(500), List.of(), OperationObserver.NONE, new CallLifecycle())
			.apply(exchange);
		return new TimeoutInterceptor(callTimeout, Duration.ofMinutes(10)).apply(exchange);
	}

}
