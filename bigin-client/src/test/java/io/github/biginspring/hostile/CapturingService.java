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

package io.github.biginspring.hostile;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.AbstractClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.StubbedTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.WebClientExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.FieldNaming;

/**
 * Keeps the last request that WebClient would have sent, and responds to all of them
 * alike.
 */
final class CapturingService implements ExchangeFunction {

	private int status = 204;

	private byte[] body = {};

	private @Nullable ClientRequest request;

	BiginTemplate template() {
		RecordMapper mapper = RecordMapper.create(FieldNaming.BIGIN, (builder) -> {
		});
		WebClientExchange exchange = new WebClientExchange(WebClient.builder().exchangeFunction(this).build(),
				MatonEndpoint.defaults(), ApiKey.of("the-key"), mapper.jsonMapper(), InstantSource.system());
		return StubbedTemplate.of(exchange, OperationObserver.NONE, mapper);
	}

	void response(int status, byte[] body) {
		this.status = status;
		this.body = body;
	}

	@Override
	public Mono<ClientResponse> exchange(ClientRequest request) {
		WrittenRequest written = new WrittenRequest(request);
		return request.writeTo(written, ExchangeStrategies.withDefaults()).then(Mono.fromSupplier(() -> {
			this.request = ClientRequest.from(request).headers((headers) -> {
				headers.clear();
				headers.addAll(written.getHeaders());
			}).build();
			return ClientResponse.create(HttpStatusCode.valueOf(this.status))
				.header("Content-Type", "application/json")
				.body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(this.body)))
				.build();
		}));
	}

	@Nullable ClientRequest take() {
		ClientRequest taken = this.request;
		this.request = null;
		return taken;
	}

	static List<String> segments(URI uri) {
		List<String> segments = new ArrayList<>();
		for (String segment : uri.getRawPath().substring(1).split("/", -1)) {
			segments.add(decoded(segment));
		}
		return segments;
	}

	static List<Map.Entry<String, String>> query(URI uri) {
		List<Map.Entry<String, String>> query = new ArrayList<>();
		if (uri.getRawQuery() != null) {
			for (String parameter : uri.getRawQuery().split("&", -1)) {
				int equals = parameter.indexOf('=');
				query.add(Map.entry(decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1))));
			}
		}
		return query;
	}

	// a form's decoder, such as servers use: a bare plus sign would come out as a space
	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/**
	 * What an HTTP client would write, of which this one is none that is known.
	 */
	private static final class WrittenRequest extends AbstractClientHttpRequest {

		private final ClientRequest request;

		WrittenRequest(ClientRequest request) {
			this.request = request;
		}

		@Override
		public HttpMethod getMethod() {
			return this.request.method();
		}

		@Override
		public URI getURI() {
			return this.request.url();
		}

		@Override
		public DataBufferFactory bufferFactory() {
			return DefaultDataBufferFactory.sharedInstance;
		}

		@Override
		@SuppressWarnings("unchecked") // the one that asks takes anything
		public <T> T getNativeRequest() {
			return (T) this.request;
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return doCommit(() -> Flux.from(body).doOnNext(DataBufferUtils::release).then());
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return writeWith(Flux.from(body).concatMap((part) -> part));
		}

		@Override
		public Mono<Void> setComplete() {
			return doCommit();
		}

		@Override
		protected void applyHeaders() {
			// they are read when all is written
		}

		@Override
		protected void applyCookies() {
			// there are none
		}

	}

}
