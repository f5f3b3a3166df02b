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

package io.github.biginspring.observation.internal;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallObservationFilter}.
 */
class CallObservationFilterTests {

	private final ClientRequest request = ClientRequest.create(HttpMethod.GET, URI.create("http://localhost/1"))
		.header("Accept", "application/json")
		.build();

	private final AtomicReference<ClientRequest> sent = new AtomicReference<>();

	private final AtomicReference<ClientRequestObservationContext> observed = new AtomicReference<>();

	@Test
	void whatAHandlerAddsIsSent() {
		call(new Handler(true));
		assertThat(this.sent.get().headers().getFirst("traceparent")).isEqualTo("00-1-2-01");
		assertThat(this.sent.get().headers().getFirst("Accept")).isEqualTo("application/json");
		assertThat(this.request.headers().getFirst("traceparent")).isNull();
	}

	@Test
	void isNotCopiedWhereNoHandlerAddsAnything() {
		call(new Handler(false));
		assertThat(this.sent.get()).isSameAs(this.request);
	}

	@Test
	void handlersKnowRequestAndResponse() {
		call(new Handler(true));
		assertThat(this.observed.get().getRequest()).isSameAs(this.sent.get());
		assertThat(this.observed.get().getResponse()).isNotNull();
	}

	private void call(Handler handler) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(handler);
		new CallObservationFilter(registry).filter(this.request, (request) -> {
			this.sent.set(request);
			return Mono.just(ClientResponse.create(HttpStatus.NO_CONTENT).build());
		}).block();
	}

	/**
	 * Does what tracing does.
	 */
	private final class Handler implements ObservationHandler<RequestReplySenderContext<ClientRequest.Builder, ?>> {

		private final boolean adding;

		Handler(boolean adding) {
			this.adding = adding;
		}

		@Override
		public void onStart(RequestReplySenderContext<ClientRequest.Builder, ?> context) {
			ClientRequest.Builder carrier = context.getCarrier();
			assertThat(carrier).isNotNull();
			if (this.adding) {
				context.getSetter().set(carrier, "traceparent", "00-1-2-01");
			}
		}

		@Override
		public void onStop(RequestReplySenderContext<ClientRequest.Builder, ?> context) {
			CallObservationFilterTests.this.observed.set((ClientRequestObservationContext) context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ClientRequestObservationContext;
		}

	}

}
