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
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserter;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * What a handler of observations may add headers to. Most add none, and the request is
 * copied only for one that does.
 */
final class ObservedRequest implements ClientRequest.Builder {

	private final ClientRequest original;

	private ClientRequest.@Nullable Builder changed;

	ObservedRequest(ClientRequest original) {
		this.original = original;
	}

	private ClientRequest.Builder change() {
		if (this.changed == null) {
			this.changed = ClientRequest.from(this.original);
		}
		return this.changed;
	}

	@Override
	public ClientRequest.Builder method(HttpMethod method) {
		change().method(method);
		return this;
	}

	@Override
	public ClientRequest.Builder url(URI url) {
		change().url(url);
		return this;
	}

	@Override
	public ClientRequest.Builder header(String headerName, String... headerValues) {
		change().header(headerName, headerValues);
		return this;
	}

	@Override
	public ClientRequest.Builder headers(Consumer<HttpHeaders> headersConsumer) {
		change().headers(headersConsumer);
		return this;
	}

	@Override
	public ClientRequest.Builder cookie(String name, String... values) {
		change().cookie(name, values);
		return this;
	}

	@Override
	public ClientRequest.Builder cookies(Consumer<MultiValueMap<String, String>> cookiesConsumer) {
		change().cookies(cookiesConsumer);
		return this;
	}

	@Override
	public ClientRequest.Builder body(BodyInserter<?, ? super ClientHttpRequest> inserter) {
		change().body(inserter);
		return this;
	}

	@Override
	public <S, P extends Publisher<S>> ClientRequest.Builder body(P publisher, Class<S> elementClass) {
		change().body(publisher, elementClass);
		return this;
	}

	@Override
	public <S, P extends Publisher<S>> ClientRequest.Builder body(P publisher,
			ParameterizedTypeReference<S> typeReference) {
		change().body(publisher, typeReference);
		return this;
	}

	@Override
	public ClientRequest.Builder attribute(String name, Object value) {
		change().attribute(name, value);
		return this;
	}

	@Override
	public ClientRequest.Builder attributes(Consumer<Map<String, Object>> attributesConsumer) {
		change().attributes(attributesConsumer);
		return this;
	}

	@Override
	public ClientRequest.Builder httpRequest(Consumer<ClientHttpRequest> requestConsumer) {
		change().httpRequest(requestConsumer);
		return this;
	}

	@Override
	public ClientRequest build() {
		return (this.changed != null) ? this.changed.build() : this.original;
	}

}
