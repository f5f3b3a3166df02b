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

package io.github.biginspring.write.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;

/**
 * A service that takes its time and fails at random, and remembers what it has accepted.
 * Which records it refuses depends on them alone.
 */
final class FlakyService implements CallExchange {

	private static final String PATH = "/bigin/v2/{module}";

	private final Random random;

	private final boolean lastingFailures;

	/**
	 * How often each record was accepted.
	 */
	final Map<String, Integer> accepted = new HashMap<>();

	int inFlight;

	int mostUnderWay;

	int largest;

	FlakyService(Random random, boolean lastingFailures) {
		this.random = random;
		this.lastingFailures = lastingFailures;
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return Mono.defer(() -> {
			this.mostUnderWay = Math.max(this.mostUnderWay, ++this.inFlight);
			Disposable ended = Disposables.composite(() -> this.inFlight--);
			Duration before = Duration.ofMillis(this.random.nextInt(500));
			Duration after = Duration.ofMillis(this.random.nextInt(500));
			return Mono.delay(before)
				.then(Mono.defer(() -> response(call)))
				.delayElement(after)
				.doOnTerminate(ended::dispose)
				.doOnCancel(ended::dispose);
		});
	}

	private <T> Mono<T> response(BiginCall<T> call) {
		List<String> records = HeldService.records(call);
		this.largest = Math.max(this.largest, records.size());
		BiginException failure = failure();
		if (failure != null && !failure.isOutcomeUnknown()) {
			return Mono.error(failure);
		}
		if (failure != null && this.random.nextBoolean()) {
			return Mono.error(failure);
		}
		List<String> entries = new ArrayList<>();
		for (String record : records) {
			if (isRefused(record)) {
				entries.add(HeldService.refusal());
			}
			else {
				this.accepted.merge(record, 1, Integer::sum);
				entries.add(HeldService.success("1"));
			}
		}
		return (failure != null) ? Mono.error(failure) : Mono.fromSupplier(() -> HeldService.read(call, entries));
	}

	static boolean isRefused(String record) {
		return record.hashCode() % 7 == 0;
	}

	private @Nullable BiginException failure() {
		return switch (this.random.nextInt(this.lastingFailures ? 22 : 20)) {
			case 0 -> ErrorDetails.responded(HttpMethod.POST, PATH, 400).code("INVALID_DATA").toException();
			case 1 -> ErrorDetails.responded(HttpMethod.POST, PATH, 429).toException();
			case 2 -> ErrorDetails.notSent(HttpMethod.POST, PATH).toException();
			case 3 -> new BiginOverloadException(ErrorDetails.notSent(HttpMethod.POST, PATH).build());
			case 4, 5 -> ErrorDetails.responded(HttpMethod.POST, PATH, 500).toException();
			case 6, 7 -> ErrorDetails.responseLost(HttpMethod.POST, PATH).toException();
			case 20 -> ErrorDetails.responded(HttpMethod.POST, PATH, 401).toException();
			case 21 -> ErrorDetails.responded(HttpMethod.POST, PATH, 403).toException();
			default -> null;
		};
	}

}
