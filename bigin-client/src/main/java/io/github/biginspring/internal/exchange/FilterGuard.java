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

package io.github.biginspring.internal.exchange;

import java.util.List;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.internal.ForwardingSubscriber;

/**
 * Turns whatever the application's filters throw into a signal. Reactor throws what it
 * takes for fatal, such as a {@link LinkageError}, past the subscriber, which would then
 * wait for ever.
 */
final class FilterGuard {

	private FilterGuard() {
	}

	/**
	 * Guard the filters of a client.
	 * @param webClient the client
	 * @return a client whose responses are {@linkplain ReceivedResponse received} ones
	 */
	static WebClient guard(WebClient webClient) {
		return webClient.mutate().filters(FilterGuard::surround).build();
	}

	private static void surround(List<ExchangeFilterFunction> filters) {
		if (!filters.isEmpty()) {
			filters.add((request, next) -> new GuardedResponse(next.exchange(request)));
		}
		filters.add(0, FilterGuard::receive);
	}

	private static Mono<ClientResponse> receive(ClientRequest request, ExchangeFunction next) {
		try {
			return new Received(next.exchange(request));
		}
		catch (Throwable ex) {
			return Mono.error(ex);
		}
	}

	private static final class Received extends MonoOperator<ClientResponse, ClientResponse> {

		Received(Mono<ClientResponse> source) {
			super(source);
		}

		@Override
		public void subscribe(CoreSubscriber<? super ClientResponse> actual) {
			this.source.subscribe(new ReceivingSubscriber(actual));
		}

	}

	private static final class ReceivingSubscriber extends ForwardingSubscriber<ClientResponse> {

		ReceivingSubscriber(CoreSubscriber<? super ClientResponse> actual) {
			super(actual);
		}

		@Override
		public void onNext(ClientResponse response) {
			actual().onNext(new ReceivedResponse(response));
		}

	}

	private static final class GuardedResponse extends MonoOperator<ClientResponse, ClientResponse> {

		GuardedResponse(Mono<ClientResponse> source) {
			super(source);
		}

		@Override
		public void subscribe(CoreSubscriber<? super ClientResponse> actual) {
			this.source.subscribe(new GuardingSubscriber(actual));
		}

	}

	private static final class GuardingSubscriber extends ForwardingSubscriber<ClientResponse> {

		GuardingSubscriber(CoreSubscriber<? super ClientResponse> actual) {
			super(actual);
		}

		@Override
		public void onNext(ClientResponse response) {
			try {
				actual().onNext(response);
			}
			catch (Throwable ex) {
				response.releaseBody().onErrorComplete().subscribe();
				onError(ex);
			}
		}

	}

}
