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

package io.github.biginspring.simulator.http;

import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * What all endpoints of Bigin refuse alike.
 */
final class Refusals {

	private Refusals() {
	}

	static void requireMethod(ReceivedRequest request, String method) {
		if (!method.equals(request.method())) {
			throw wrongMethod();
		}
	}

	static RefusedException wrongMethod() {
		return RefusedException.of(405, "INVALID_REQUEST_METHOD", "The http request method type is not a valid one");
	}

	static RefusedException tooManyRequests() {
		return RefusedException.of(429, "TOO_MANY_REQUESTS", "too many requests. please try again after some time");
	}

	static SimulatedResponse respond(RefusedException refusal) {
		return SimulatedResponse.json(refusal.status(), refusal.toMap());
	}

	static RefusedException unknownPath() {
		return RefusedException.of(404, "INVALID_URL_PATTERN",
				"Please check if the URL trying to access is a correct one");
	}

}
