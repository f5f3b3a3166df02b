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

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.web.reactive.function.BodyExtractor;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.support.ClientResponseWrapper;

/**
 * A response that knows whether its body has been asked for. WebClient releases the body
 * of each response when the response has been handled, which takes as much as reading it
 * and is in vain where it was read to its end.
 */
final class ReceivedResponse extends ClientResponseWrapper {

	// neither a Mono nor a Flux, which would be decorated
	private static final BodyExtractor<ClientHttpResponse, ClientHttpResponse> MESSAGE = (message, context) -> message;

	private volatile boolean taken;

	ReceivedResponse(ClientResponse delegate) {
		super(delegate);
	}

	/**
	 * Return the body, which is read to its end from now on, or cancelled.
	 * @return the buffers, each of them to be released
	 */
	Flux<DataBuffer> takeContent() {
		this.taken = true;
		return body(MESSAGE).getBody();
	}

	@Override
	public Mono<Void> releaseBody() {
		return this.taken ? Mono.empty() : super.releaseBody();
	}

}
