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

import java.util.List;
import java.util.function.Supplier;

import io.github.biginspring.simulator.organization.Credits;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * Lets calls be paid for, and tells what remains once half of the credits are spent.
 */
final class CreditMeter {

	private static final String REMAINING = "X-API-CREDITS-REMAINING";

	private final Credits credits;

	CreditMeter(Credits credits) {
		this.credits = credits;
	}

	SimulatedResponse respond(ReceivedRequest request, Supplier<SimulatedResponse> call) {
		List<String> segments = request.segments();
		boolean paid = this.credits.spend(CallCost.of(request, segments.subList(2, segments.size())));
		SimulatedResponse response = paid ? call.get() : Refusals.respond(Refusals.tooManyRequests());
		return this.credits.isRunningLow() ? response.with(REMAINING, Long.toString(this.credits.remaining()))
				: response;
	}

}
