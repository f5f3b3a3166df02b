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

import java.io.IOException;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.github.biginspring.notification.NotificationReceiver;

/**
 * Receives notifications in a servlet application. Reads the body itself: the converters
 * are the application's, and may be set to anything.
 */
final class WebMvcNotificationEndpoint {

	private final NotificationReceiver receiver;

	WebMvcNotificationEndpoint(NotificationReceiver receiver) {
		this.receiver = receiver;
	}

	RouterFunction<ServerResponse> at(String path) {
		return RouterFunctions.route().POST(path, this::receive).build();
	}

	private ServerResponse receive(ServerRequest request) throws IOException {
		// one more than allowed tells what is too large
		byte[] body = request.servletRequest().getInputStream().readNBytes(this.receiver.maxBodySize() + 1);
		return ServerResponse.status(this.receiver.receive(body).status()).build();
	}

}
