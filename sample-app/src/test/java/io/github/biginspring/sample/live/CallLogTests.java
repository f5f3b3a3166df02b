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

package io.github.biginspring.sample.live;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.context.RetryContextSupport;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallLog}.
 */
class CallLogTests {

	private final CallLog log = new CallLog(10);

	@Test
	void tellsThatAFailureWasRepeated() {
		RetryContext context = new RetryContextSupport(null);
		this.log.open(context, call("POST /bigin/v2/{module}"));
		this.log.onError(context, call("POST /bigin/v2/{module}"), failure(500));
		this.log.onSuccess(context, call("POST /bigin/v2/{module}"), "done");
		this.log.close(context, call("POST /bigin/v2/{module}"), null);
		assertThat(this.log.latest()).extracting(LiveSnapshot.Entry::text)
			.containsExactly("Repeated, and done", "Bigin failed while writing contacts");
		assertThat(this.log.latency()).isNotNull();
	}

	@Test
	void tellsWhatWasGivenUpAndWhatToDo() {
		RetryContext context = new RetryContextSupport(null);
		context.setAttribute(RetryContext.EXHAUSTED, true);
		this.log.close(context, call("POST /bigin/v2/{module}"), failure(500));
		assertThat(this.log.latest()).singleElement()
			.extracting(LiveSnapshot.Entry::text)
			.isEqualTo(
					"Given up writing contacts: Bigin failed. It may have been carried out or not: look before you do"
							+ " it again.");
	}

	@Test
	void tellsNothingOfACallThatWasCancelled() {
		this.log.close(new RetryContextSupport(null), call("POST /bigin/v2/{module}"), failure(500));
		assertThat(this.log.latest()).isEmpty();
		assertThat(this.log.latency()).isNull();
	}

	@Test
	void countsFailuresThatAreAlikeAsOnePieceOfNews() {
		for (int i = 0; i < 3; i++) {
			this.log.onError(new RetryContextSupport(null), call("POST /bigin/v2/{module}"), failure(500));
		}
		assertThat(this.log.latest()).singleElement().extracting(LiveSnapshot.Entry::times).isEqualTo(3);
	}

	@Test
	void knowsNoFailureOfACallInA429() {
		this.log.onError(new RetryContextSupport(null), call("POST /bigin/v2/{module}"), failure(429));
		assertThat(this.log.refused()).isEqualTo(1);
		assertThat(this.log.latest()).isEmpty();
		assertThat(this.log.isFailing()).isFalse();
	}

	@Test
	void takesNoAnswerOfTheControlPlaneForOneOfBigin() {
		for (int i = 0; i < 3; i++) {
			this.log.onError(new RetryContextSupport(null), call("POST /bigin/v2/{module}"), failure(500));
		}
		this.log.onSuccess(new RetryContextSupport(null), call("GET /connections"), "done");
		assertThat(this.log.isFailing()).isTrue();
		this.log.onSuccess(new RetryContextSupport(null), call("GET /bigin/v2/{module}"), "done");
		assertThat(this.log.isFailing()).isFalse();
	}

	@Test
	void tellsPausesAndTheRateInWords() {
		this.log.paused(Duration.ofMillis(1500));
		this.log.rateChanged(7);
		this.log.rateChanged(8);
		this.log.rateChanged(10);
		assertThat(this.log.latest()).extracting(LiveSnapshot.Entry::text)
			.containsExactly("Rate back at 10.0 requests a second", "Rate cut to 7.0 requests a second",
					"429: all calls pause for 1.5\u00a0s");
	}

	@Test
	void keepsTheLatestOnly() {
		for (int i = 1; i <= 50; i++) {
			this.log.paused(Duration.ofSeconds(i));
		}
		assertThat(this.log.latest()).hasSize(12)
			.first()
			.extracting(LiveSnapshot.Entry::text)
			.isEqualTo("429: all calls pause for 50.0\u00a0s");
	}

	private static BiginException failure(int status) {
		return ErrorDetails.responded(HttpMethod.POST, "/bigin/v2/{module}", status)
			.operation("upsert")
			.module("Contacts")
			.build()
			.toException();
	}

	private static RetryCallback<Object, Exception> call(String label) {
		return new RetryCallback<>() {

			@Override
			public Object doWithRetry(RetryContext context) {
				throw new IllegalStateException("This is not called");
			}

			@Override
			public String getLabel() {
				return label;
			}

		};
	}

}
