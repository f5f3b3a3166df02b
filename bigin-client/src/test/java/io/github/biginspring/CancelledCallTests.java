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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.retry.backoff.NoBackOffPolicy;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A caller may give up whenever it likes, and nothing of that is a warning in the log.
 */
class CancelledCallTests {

	private static final int CANCELS = 300;

	private final LocalServer server = new LocalServer();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void captureTheLog() {
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void releaseTheLog() {
		this.root.detachAppender(this.log);
		this.server.close();
	}

	static Stream<Arguments> calls() {
		return Stream.of(argument("get", 200, (bigin) -> bigin.findById("Contacts", "7")),
				argument("list", 200, (bigin) -> bigin.query("Contacts").fields("Email").all()),
				argument("create", 200, (bigin) -> bigin.create("Contacts", new BiginRecord().set("Email", "a"))),
				argument("refused", 404, (bigin) -> bigin.findById("Contacts", "7")),
				argument("forbidden", 403, (bigin) -> bigin.findById("Contacts", "7")),
				argument("download", 200, (bigin) -> bigin.attachments("Contacts", "7").download("8")));
	}

	// between the cancel of the subscriber and the client's hearing of it, a failure may
	// still reach the subscriber, which drops it
	private void overtookTheCancel(Throwable failure) {
		if (!(failure instanceof BiginException)) {
			this.root.error("Dropped", failure);
		}
	}

	private static Arguments argument(String name, int status, Function<BiginOperations, Publisher<?>> call) {
		return Arguments.argumentSet(name, status, call);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isNoneOfTheLogs(int status, Function<BiginOperations, Publisher<?>> call) {
		String record = "{\"id\":\"7\",\"code\":\"SUCCESS\",\"status\":\"success\",\"details\":{\"id\":\"7\"},\"Email\":\""
				+ "a".repeat(20_000) + "\"}";
		this.server.respondsWith(status, "application/json",
				"{\"data\":[" + record + "],\"info\":{\"more_records\":false}}", Map.of());
		BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("the-key"))
			.endpoint(MatonEndpoint.of(this.server.url()))
			.backOffPolicy(new NoBackOffPolicy())
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000))
			.build();
		complete(call.apply(bigin));
		for (int i = 0; i < CANCELS; i++) {
			Disposable running = Flux.from(call.apply(bigin)).subscribe(CancelledCallTests::release, (failure) -> {
			}, () -> {
			}, Context.of("reactor.onErrorDropped.local", (Consumer<Throwable>) this::overtookTheCancel));
			for (int j = 0; j < i * 40; j++) {
				Thread.onSpinWait();
			}
			running.dispose();
		}
		// one that is not cancelled comes after them on the same connections
		complete(call.apply(bigin));
		List<String> shown = List.copyOf(this.log.list)
			.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.filter((event) -> !isOfTheCall(event))
			.map((event) -> event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
					+ ((event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
							: ""))
			.toList();
		assertThat(shown).isEmpty();
	}

	private static void complete(Publisher<?> call) {
		Flux.from(call).doOnNext(CancelledCallTests::release).onErrorComplete().blockLast(Duration.ofSeconds(20));
	}

	private static void release(Object value) {
		if (value instanceof DataBuffer buffer) {
			DataBufferUtils.release(buffer);
		}
	}

	// dropped by Reactor's own subscriber, see overtookTheCancel
	private static boolean isOfTheCall(ILoggingEvent event) {
		return event.getThrowableProxy() != null
				&& event.getThrowableProxy().getClassName().startsWith(BiginException.class.getPackageName());
	}

}
