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

package io.github.biginspring.request.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;

import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.ResponseReader;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.request.BiginRequest;

/**
 * A request that is being built.
 */
record DefaultBiginRequest(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper, CallEffect effect,
		HttpMethod method, RequestPath path, Consumer<BiginCallBuilder> steps) implements BiginRequest {

	private static final Operation OPERATION = Operation.of("request");

	/**
	 * Return what a request does where nobody says so.
	 * @param method its HTTP method
	 * @return the effect that HTTP gives the method
	 */
	static CallEffect effectOf(HttpMethod method) {
		if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
			return CallEffect.READ;
		}
		return (method == HttpMethod.POST || method == HttpMethod.PATCH) ? CallEffect.ONCE : CallEffect.IDEMPOTENT;
	}

	@Override
	public BiginRequest query(String name, @Nullable Object value) {
		Assert.hasText(name, "'name' of a query parameter must not be empty");
		return with((call) -> call.query(name, value));
	}

	@Override
	public BiginRequest header(String name, String value) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(value, "'value' must not be null");
		RequestHeader header = RequestHeader.of(name, value);
		return with((call) -> call.header(header.name(), header.value()));
	}

	@Override
	public BiginRequest body(Object json) {
		Assert.notNull(json, "'json' must not be null");
		Assert.isTrue(!(json instanceof byte[] || json instanceof CharSequence),
				"'json' must be an object to be written as JSON: call body(content, type) for a body that is ready");
		Assert.isTrue(!(json instanceof Publisher<?>), "'json' must be a value, not a Publisher of it");
		byte[] content = write(json);
		return with((call) -> call.body(content));
	}

	private byte[] write(Object json) {
		try {
			return this.jsonMapper.writeValueAsBytes(json);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("'json' cannot be written as JSON: " + ex.getOriginalMessage(), ex);
		}
	}

	@Override
	public BiginRequest body(byte[] content, MediaType type) {
		Assert.notNull(content, "'content' must not be null");
		Assert.notNull(type, "'type' must not be null");
		Assert.isTrue(type.isConcrete(), () -> "A body needs a type without wildcards, not " + type);
		return with((call) -> call.body(content, type));
	}

	@Override
	public BiginRequest file(String name, FileContent file) {
		Assert.notNull(file, "'file' must not be null");
		Assert.hasText(name, "'name' of a part must not be empty");
		return with((call) -> call.multipart(name, file));
	}

	@Override
	public BiginRequest idempotent(boolean idempotent) {
		CallEffect declared = !idempotent ? CallEffect.ONCE
				: (this.effect == CallEffect.ONCE) ? CallEffect.IDEMPOTENT : this.effect;
		return new DefaultBiginRequest(this.exchange, this.observer, this.jsonMapper, declared, this.method, this.path,
				this.steps);
	}

	@Override
	public BiginRequest credits(int credits) {
		Assert.isTrue(credits >= 0, () -> "'credits' must not be negative, not " + credits);
		return with((call) -> call.credits(credits));
	}

	private BiginRequest with(Consumer<BiginCallBuilder> step) {
		return new DefaultBiginRequest(this.exchange, this.observer, this.jsonMapper, this.effect, this.method,
				this.path, this.steps.andThen(step));
	}

	@Override
	public <T> Mono<T> retrieve(Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		ResponseReader<T> reader = reader(type);
		return this.observer.observe(OPERATION, this.exchange.exchange(call(type).read(reader)));
	}

	@Override
	public Flux<DataBuffer> stream() {
		return this.observer.observe(OPERATION, call().stream(this.exchange));
	}

	@Override
	public <T> Mono<ResponseEntity<T>> toEntity(Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		ResponseReader<T> reader = reader(type);
		return this.observer.observe(OPERATION,
				this.exchange.exchange(call(type).read((response) -> new ResponseEntity<>(reader.read(response),
						response.headers(), HttpStatusCode.valueOf(response.status())))));
	}

	// bytes, a text or nothing may well be empty, JSON never is
	private BiginCallBuilder call(Class<?> type) {
		boolean optional = type == byte[].class || type == String.class || type == Void.class;
		return optional ? call().bodyOptional() : call();
	}

	private BiginCallBuilder call() {
		BiginCallBuilder call = BiginCall.gateway(this.effect, this.method, this.path.template(),
				this.path.variables().toArray(UriVariable[]::new));
		this.steps.accept(call);
		return call;
	}

	@SuppressWarnings("unchecked") // T is what the class says
	private <T> ResponseReader<T> reader(Class<T> type) {
		if (type == byte[].class) {
			return (response) -> response.isEmpty() ? null : (T) response.body();
		}
		if (type == String.class) {
			return (response) -> response.isEmpty() ? null : (T) text(response);
		}
		if (type == Void.class) {
			return (response) -> null;
		}
		ObjectReader json = this.jsonMapper.readerFor(type);
		return (response) -> response.isEmpty() ? null : json.readValue(response.body());
	}

	private static String text(BiginResponse response) {
		return new String(response.body(), charset(response.headers()));
	}

	private static Charset charset(HttpHeaders headers) {
		try {
			MediaType type = headers.getContentType();
			return (type != null && type.getCharset() != null) ? type.getCharset() : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			// no media type, or no charset that Java knows
			return StandardCharsets.UTF_8;
		}
	}

	@Override
	public String toString() {
		return this.method + " " + this.path.template();
	}

}
