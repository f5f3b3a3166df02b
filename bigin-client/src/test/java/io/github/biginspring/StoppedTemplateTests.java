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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A {@link BiginTemplate} that was stopped, whatever it is asked for.
 */
@Timeout(60)
class StoppedTemplateTests {

	private final AtomicInteger received = new AtomicInteger();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> request.receive()
			.then(response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
				.sendString(Mono.fromSupplier(() -> "{\"data\":[{\"id\":\"" + this.received.incrementAndGet()
						+ "\"}],\"info\":{\"more_records\":true,\"page\":1,\"per_page\":1,\"count\":1}}"))
				.then()))
		.bindNow();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("key"))
		.endpoint(MatonEndpoint.of(URI.create("http://127.0.0.1:" + this.server.port())))
		.build();

	private final AtomicInteger stopped = new AtomicInteger();

	@AfterEach
	void closeServer() {
		this.server.disposeNow();
	}

	static Stream<Arguments> operations() {
		return Stream
			.of(RetriedOperationsTests.aReadTellsItsLastFailureAndLeavesNothingOpen(),
					RetriedOperationsTests.whatMayBeMadeTwiceIsMadeAgainAndStaysOpen(),
					RetriedOperationsTests.whatWouldTakeEffectTwiceIsNotMadeAgain(), others())
			.flatMap(List::stream);
	}

	private static List<Arguments> others() {
		return List.of(other("deleted", (bigin) -> bigin.deleted("Contacts").all()),
				other("bulk read", (bigin) -> bigin.bulkRead("Contacts").fields("Last_Name").records()),
				other("changes", (bigin) -> bigin.changes("Contacts").fields("Last_Name").read()),
				other("download", (bigin) -> bigin.attachments("Contacts", "1").download("2")),
				other("photo", (bigin) -> bigin.photo("Contacts", "1").download()),
				other("related", (bigin) -> bigin.related("Contacts", "1").list("Products", "Product_Name").all()),
				other("other connection", (bigin) -> bigin.withConnection("a").findById("Contacts", "1")),
				other("other priority",
						(bigin) -> bigin.withPriority(CallPriority.BACKGROUND).findById("Contacts", "1")));
	}

	private static Arguments other(String name, RetriedOperationsTests.Operation operation) {
		return arguments(name, operation);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void sendsNothing(String name, RetriedOperationsTests.Operation operation) {
		this.bigin.stop(this.stopped::incrementAndGet);
		assertThat(this.stopped).hasValue(1);
		assertThat(this.bigin.isRunning()).isFalse();
		StepVerifier.create(Mono.from(operation.on(this.bigin)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(BiginShutdownException.class,
					(shutdown) -> {
						assertThat(shutdown.getErrorDetails().requestState()).isEqualTo(RequestState.NOT_SENT);
						assertThat(shutdown.isOutcomeUnknown()).isFalse();
						assertThat(shutdown.isTransient()).isTrue();
						assertThat(shutdown).hasMessageContaining(" was not sent: the application is stopping");
					}))
			.verify(Duration.ofSeconds(30));
		assertThat(this.received).hasValue(0);
	}

	@Test
	void theRecordsOfAWriteWereNotSent() {
		this.bigin.stop(this.stopped::incrementAndGet);
		Flux<BiginRecord> records = Flux.range(0, 150).map((i) -> new BiginRecord().set("Last_Name", "Ada"));
		StepVerifier.create(this.bigin.batch("Contacts").create(records))
			.thenConsumeWhile((result) -> result instanceof WriteResult.Rejected<BiginRecord> rejected
					&& rejected.error() instanceof BiginShutdownException)
			.verifyComplete();
	}

	@Test
	void noFurtherPageIsAskedFor() {
		StepVerifier.create(this.bigin.query("Contacts").fields("Last_Name").pageSize(1).all(), 1)
			.expectNextCount(1)
			.then(() -> this.bigin.stop(this.stopped::incrementAndGet))
			.thenRequest(10)
			.verifyError(BiginShutdownException.class);
		assertThat(this.received).hasValue(1);
		assertThat(this.stopped).hasValue(1);
	}

	@Test
	void makesCallsAgainWhenItIsStarted() {
		BiginOperations other = this.bigin.withConnection("a");
		this.bigin.stop(this.stopped::incrementAndGet);
		this.bigin.start();
		assertThat(this.bigin.isRunning()).isTrue();
		StepVerifier.create(other.query("Contacts").fields("Last_Name").first()).expectNextCount(1).verifyComplete();
		assertThat(this.received).hasValue(1);
	}

	@Test
	void wantsToKnowWhomToTell() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.stop(null))
			.withMessage("'whenStopped' must not be null");
	}

}
