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

package io.github.biginspring.sample.live;

import java.time.Duration;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveController}.
 */
@SampleApplicationTest
class LiveControllerTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void tellsThatItIsTheSimulatorAndTheStateOfTheConnection() {
		LiveSnapshot snapshot = await((live) -> live.health().status().equals("UP"));
		assertThat(snapshot.simulator()).isTrue();
		assertThat(snapshot.credits().limit()).isEqualTo(5000);
		assertThat(snapshot.limiter().rate()).isPositive();
	}

	@Test
	void tellsWhatToDoWhereThereIsNoConnection() {
		this.simulator.account()
			.connections()
			.forEach((connection) -> this.simulator.account().deleteConnection(connection.id()));
		LiveSnapshot snapshot = await((live) -> live.health().status().equals("DOWN"));
		assertThat(snapshot.health().action()).contains("Create a connection");
	}

	@Test
	void countsCreditsAndRequests() {
		LiveSnapshot before = await((live) -> true);
		this.client.get().uri("/api/products").exchange().expectStatus().isOk();
		LiveSnapshot after = await((live) -> live.credits().used() > before.credits().used());
		assertThat(after.limiter().sent()).isGreaterThan(before.limiter().sent());
	}

	private LiveSnapshot await(Predicate<LiveSnapshot> condition) {
		return this.client.get()
			.uri("/api/live")
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(LiveSnapshot.class)
			.getResponseBody()
			.filter(condition)
			.blockFirst(Duration.ofSeconds(20));
	}

}
