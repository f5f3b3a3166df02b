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

package io.github.biginspring.autoconfigure;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PooledConnector}.
 */
class PooledConnectorTests {

	private static final URI TARGET = URI.create("http://localhost");

	private final List<Boolean> openedWhereNothingMayBlock = Collections.synchronizedList(new ArrayList<>());

	private final ClientHttpConnector nothing = (method, uri, callback) -> Mono.empty();

	private final PooledConnector connector = new PooledConnector(() -> {
		this.openedWhereNothingMayBlock.add(Schedulers.isInNonBlockingThread());
		return new PooledConnector.Open(this.nothing, Mono.empty());
	});

	@Test
	void opensNothingBeforeTheFirstCall() {
		assertThat(this.openedWhereNothingMayBlock).isEmpty();
		call().block();
		call().block();
		assertThat(this.openedWhereNothingMayBlock).containsExactly(false);
	}

	@Test
	void opensWhereAThreadMayBlock() {
		Mono.defer(this::call).subscribeOn(Schedulers.parallel()).block();
		assertThat(this.openedWhereNothingMayBlock).containsExactly(false);
	}

	@Test
	void opensAnewAfterItWasClosed() {
		call().block();
		this.connector.close().block();
		assertThat(this.openedWhereNothingMayBlock).hasSize(1);
		call().block();
		assertThat(this.openedWhereNothingMayBlock).hasSize(2);
	}

	private Mono<?> call() {
		return this.connector.connect(HttpMethod.GET, TARGET, (request) -> Mono.empty());
	}

}
