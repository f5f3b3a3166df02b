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

import java.net.URI;
import java.time.InstantSource;

import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractDataBufferDecoder;
import org.springframework.http.codec.DecoderHttpMessageReader;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallListener;
import io.github.biginspring.internal.call.RequestBody;
import io.github.biginspring.internal.call.SecretMask;

/**
 * Sends calls by a {@link WebClient}, each just once, and turns every failure into a
 * {@link io.github.biginspring.error.BiginException}.
 */
public final class WebClientExchange implements CallExchange {

	// where WebClient's own observation looks for the template
	private static final String URI_TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	private static final ResolvableType BYTES = ResolvableType.forClass(byte[].class);

	private final WebClient webClient;

	private final CallUri uris;

	private final CallHeaders headers;

	private final SecretMask mask;

	private final ResponseReading reading;

	// the same for all responses; 0 before the first one
	private volatile int limit;

	/**
	 * Create an exchange.
	 * @param webClient sends the calls; it must not follow redirects, which would carry
	 * the calls elsewhere, and must take bodies of a full page, over 180 kB
	 * @param endpoint where Maton is
	 * @param apiKey the key that every call carries
	 * @param jsonMapper reads the bodies of failures
	 * @param clock tells how far away a date in a Retry-After header is
	 */
	public WebClientExchange(WebClient webClient, MatonEndpoint endpoint, ApiKey apiKey, JsonMapper jsonMapper,
			InstantSource clock) {
		Assert.notNull(webClient, "'webClient' must not be null");
		this.webClient = FilterGuard.guard(webClient);
		this.uris = new CallUri(endpoint);
		this.headers = new CallHeaders(apiKey);
		this.mask = SecretMask.of(apiKey);
		this.reading = new ResponseReading(new ResponseFailures(jsonMapper, clock));
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return Mono.deferContextual((context) -> send(call, context));
	}

	private <T> Mono<T> send(BiginCall<T> call, ContextView context) {
		BodyProgress bodyProgress = context.getOrDefault(BodyProgress.class, null);
		CallListener listener = context.getOrDefault(CallListener.class, null);
		CallAttempt<T> attempt = new CallAttempt<>(call, this, context.getOrDefault(CallProgress.class, null),
				bodyProgress, (listener != null) ? listener : CallListener.NONE);
		WebClient.RequestBodySpec request = this.webClient.method(call.method())
			.uri(uri(call))
			.attribute(URI_TEMPLATE_ATTRIBUTE, call.pathTemplate())
			.httpRequest(attempt::begin);
		this.headers.addOwn(request, call);
		RequestBody body = call.requestBody();
		if (body != null) {
			body.writeTo(request, (content) -> (bodyProgress != null) ? bodyProgress.sending(content) : content);
		}
		return new SentCall<>(request.exchangeToMono(attempt), attempt::failed);
	}

	URI uri(BiginCall<?> call) {
		return this.uris.of(call);
	}

	CallHeaders headers() {
		return this.headers;
	}

	SecretMask mask() {
		return this.mask;
	}

	ResponseReading reading() {
		return this.reading;
	}

	/**
	 * Return how large a body may be that is kept in memory.
	 * @param response the response, which knows the codecs that it comes through
	 * @return how many bytes, or {@link BufferedBody#UNLIMITED}
	 */
	int limit(ClientResponse response) {
		int known = this.limit;
		if (known == 0) {
			known = limitOf(response.strategies());
			this.limit = known;
		}
		return known;
	}

	private static int limitOf(ExchangeStrategies strategies) {
		for (HttpMessageReader<?> reader : strategies.messageReaders()) {
			if (reader instanceof DecoderHttpMessageReader<?> decoding && decoding.canRead(BYTES, null)
					&& decoding.getDecoder() instanceof AbstractDataBufferDecoder<?> decoder) {
				return decoder.getMaxInMemorySize();
			}
		}
		return BufferedBody.UNLIMITED;
	}

}
