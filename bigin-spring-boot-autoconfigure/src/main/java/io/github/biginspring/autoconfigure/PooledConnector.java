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
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Has connections of its own, which can be closed. The first call, and the first one
 * after that, opens new ones, by the resources that are there by then.
 */
final class PooledConnector implements ClientHttpConnector {

	private final Supplier<Open> opener;

	private volatile @Nullable Open open;

	PooledConnector(Supplier<Open> opener) {
		this.opener = opener;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		Open current = this.open;
		if (current == null && Schedulers.isInNonBlockingThread()) {
			// Netty reads the system's files of names and servers first
			return Mono.fromCallable(this::open)
				.subscribeOn(Schedulers.boundedElastic())
				.flatMap((opened) -> opened.connector().connect(method, uri, requestCallback));
		}
		return ((current != null) ? current : open()).connector().connect(method, uri, requestCallback);
	}

	/**
	 * Open connections where none are.
	 * @return what makes calls on them
	 */
	synchronized Open open() {
		Open current = this.open;
		if (current == null) {
			current = this.opener.get();
			this.open = current;
		}
		return current;
	}

	/**
	 * Close the connections.
	 * @return completes when they are closed
	 */
	synchronized Mono<Void> close() {
		Open current = this.open;
		this.open = null;
		return (current != null) ? current.close() : Mono.empty();
	}

	/**
	 * Connections that are open.
	 *
	 * @param connector makes calls on them
	 * @param close closes them
	 */
	record Open(ClientHttpConnector connector, Mono<Void> close) {
	}

}
