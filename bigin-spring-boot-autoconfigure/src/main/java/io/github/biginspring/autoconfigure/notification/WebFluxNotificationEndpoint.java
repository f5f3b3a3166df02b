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

package io.github.biginspring.autoconfigure.notification;

import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.github.biginspring.notification.NotificationReceiver;
import io.github.biginspring.notification.ReceiveResult;

/**
 * Receives notifications in a reactive application. Reads the body itself: the codecs are
 * the application's, and may be set to anything.
 */
final class WebFluxNotificationEndpoint {

	private static final byte[] EMPTY = new byte[0];

	private final NotificationReceiver receiver;

	WebFluxNotificationEndpoint(NotificationReceiver receiver) {
		this.receiver = receiver;
	}

	RouterFunction<ServerResponse> at(String path) {
		return RouterFunctions.route().POST(path, this::receive).build();
	}

	private Mono<ServerResponse> receive(ServerRequest request) {
		return DataBufferUtils.join(request.exchange().getRequest().getBody(), this.receiver.maxBodySize())
			.map(WebFluxNotificationEndpoint::bytes)
			.defaultIfEmpty(EMPTY)
			.map(this.receiver::receive)
			.onErrorReturn(DataBufferLimitException.class, ReceiveResult.TOO_LARGE)
			.flatMap((reception) -> ServerResponse.status(reception.status()).build());
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
