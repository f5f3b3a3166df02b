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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.retry.policy.NeverRetryPolicy;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link BiginClient} on virtual threads: each that waits frees its carrier.
 */
@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
class VirtualThreadTests {

	private static final int THREADS = 200;

	private final LocalServer server = new LocalServer();

	private final BiginClient client = BiginClient.of(BiginTemplate.builder(ApiKey.of("key-0123456789"))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
		.retryPolicy(new NeverRetryPolicy())
		.build());

	private final ExecutorService threads = newVirtualThreadPerTaskExecutor();

	@AfterEach
	void close() {
		this.threads.shutdownNow();
		this.server.close();
	}

	@Test
	void waitWithoutTheirCarrier() throws Exception {
		this.server.respondsWith(200,
				"{\"data\":[{\"id\":\"1\",\"Last_Name\":\"Watson\"}],\"info\":{\"more_records\":false}}");
		findAndStream(); // a thread that loads a class keeps its carrier
		List<RecordedEvent> pinned = new CopyOnWriteArrayList<>();
		try (RecordingStream events = new RecordingStream()) {
			events.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO).withStackTrace();
			events.onEvent("jdk.VirtualThreadPinned", pinned::add);
			events.startAsync();
			List<CompletableFuture<?>> calls = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				calls.add(CompletableFuture.runAsync(this::findAndStream, this.threads));
			}
			CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
			stop(events);
		}
		assertThat(this.server.received()).hasSize(2 * THREADS + 2);
		assertThat(pinned).map(Object::toString).noneMatch((event) -> event.contains("io.github.biginspring.blocking"));
	}

	private void findAndStream() {
		Optional<BiginRecord> found = this.client.findById("Contacts", "1", "Last_Name");
		assertThat(found).map((record) -> record.getText("Last_Name")).hasValue("Watson");
		try (Stream<BiginRecord> records = this.client.query("Contacts").fields("Last_Name").all()) {
			assertThat(records).hasSize(1);
		}
	}

	// not part of JDK 17, which this is compiled for
	private static ExecutorService newVirtualThreadPerTaskExecutor() {
		try {
			return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// nor this: only after it have all events come
	private static void stop(RecordingStream events) throws ReflectiveOperationException {
		RecordingStream.class.getMethod("stop").invoke(events);
	}

}
