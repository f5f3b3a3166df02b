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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.AdmissionListener;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallListener;
import io.github.biginspring.internal.call.HealthProbe;
import io.github.biginspring.limit.internal.RateLimiter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateLimitInterceptor}.
 */
class RateLimitInterceptorTests {

	private static final BiginCall<String> CALL = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
		.read((response) -> "read");

	private final RecordingRateLimiter limiter = new RecordingRateLimiter();

	@Test
	void givesThePermitBackWhenTheResponseWasRead() {
		TestPublisher<String> service = TestPublisher.create();
		StepVerifier.create(limited(service.mono()))
			.then(() -> assertThat(this.limiter.news).containsExactly("acquired"))
			.then(() -> service.emit("pong"))
			.expectNext("pong")
			.verifyComplete();
		assertThat(this.limiter.news).containsExactly("acquired", "succeeded");
	}

	@Test
	void tellsAHealthCheckWhetherItWaitsForTheLimits() {
		HealthProbe probe = new HealthProbe();
		RateLimiter waits = (call) -> {
			this.limiter.news.add("probe " + call.isProbe() + ", waiting " + probe.isWaiting());
			return this.limiter.acquire(call);
		};
		CallExchange sending = new CallExchange() {
			@Override
			@SuppressWarnings("unchecked")
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.fromSupplier(() -> (T) ("waiting " + probe.isWaiting()));
			}
		};
		StepVerifier
			.create(new RateLimitInterceptor(waits).apply(sending)
				.exchange(CALL)
				.contextWrite((context) -> context.put(HealthProbe.class, probe)))
			.expectNext("waiting false")
			.verifyComplete();
		assertThat(this.limiter.news).containsExactly("probe true, waiting true", "acquired", "succeeded");
		StepVerifier
			.create(limited(Mono.error(ErrorDetails.responded(HttpMethod.GET, "/connections", 429).toException()))
				.contextWrite((context) -> context.put(HealthProbe.class, probe)))
			.verifyError(BiginRateLimitException.class);
		assertThat(probe.isWaiting()).as("until it is sent again").isTrue();
	}

	@Test
	void tellsWhenTheCallWaitsAndWhenItHasGotItsTurn() {
		List<String> news = this.limiter.news;
		AdmissionListener listener = () -> {
			news.add("waiting");
			return () -> news.add("turn");
		};
		StepVerifier
			.create(limited(Mono.<String>fromRunnable(() -> news.add("sent")))
				.contextWrite((context) -> context.put(AdmissionListener.class, listener)))
			.verifyComplete();
		assertThat(news).containsExactly("waiting", "acquired", "turn", "sent", "succeeded");
	}

	@Test
	void anEmptyResponseIsASuccess() {
		StepVerifier.create(limited(Mono.empty())).verifyComplete();
		assertThat(this.limiter.news).containsExactly("acquired", "succeeded");
	}

	@Test
	void tellsOf429AndWhatTheServiceAsksFor() {
		BiginException rateLimited = new BiginRateLimitException(
				ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/org", 429).retryAfter(Duration.ofSeconds(3)).build());
		StepVerifier.create(limited(Mono.error(rateLimited))).verifyErrorMatches(rateLimited::equals);
		assertThat(this.limiter.news).containsExactly("acquired", "rate limited PT3S");
	}

	@Test
	void tooManyBulkJobsPauseNoOtherCall() {
		BiginException tooManyJobs = ErrorDetails.responded(HttpMethod.POST, "/bigin/bulk/v2/read", 400)
			.code("TOO_MANY_REQUESTS")
			.toException();
		assertThat(tooManyJobs).isInstanceOf(BiginRateLimitException.class);
		StepVerifier.create(limited(Mono.error(tooManyJobs))).verifyErrorMatches(tooManyJobs::equals);
		assertThat(this.limiter.news).containsExactly("acquired", "succeeded");
	}

	@Test
	void aRefusalThatIsNoMatterOfLimitsSaysThatTheServiceLetsCallsThrough() {
		StepVerifier.create(limited(Mono.error(failure(404)))).verifyError(BiginException.class);
		assertThat(this.limiter.news).containsExactly("acquired", "succeeded");
	}

	@ParameterizedTest
	@CsvSource({ "200, true", "404, true", "429, false", "503, false" })
	void theStatusOfATrialSaysWhetherItWasLetThrough(int status, boolean letThrough) {
		this.limiter.trial = true;
		List<String> told = new ArrayList<>();
		CallListener outer = new CallListener() {
			@Override
			public void responded(int status, HttpHeaders headers) {
				told.add("status " + status);
			}
		};
		Mono<String> download = Mono.deferContextual((context) -> {
			context.get(CallListener.class).responded(status, HttpHeaders.EMPTY);
			return Mono.never();
		});
		StepVerifier.create(limited(download).contextWrite((context) -> context.put(CallListener.class, outer)))
			.thenCancel()
			.verify();
		assertThat(told).containsExactly("status " + status);
		assertThat(this.limiter.news).containsExactlyElementsOf(
				letThrough ? List.of("acquired", "let through", "abandoned") : List.of("acquired", "abandoned"));
	}

	@Test
	void aServerErrorOrALostResponseSaysNothingOfLimits() {
		StepVerifier.create(limited(Mono.error(failure(503)))).verifyError(BiginException.class);
		StepVerifier
			.create(limited(Mono.error(ErrorDetails.responseLost(HttpMethod.GET, "/bigin/v2/org").toException())))
			.verifyError(BiginException.class);
		StepVerifier.create(limited(Mono.error(new IllegalStateException()))).verifyError();
		assertThat(this.limiter.news).containsExactly("acquired", "abandoned", "acquired", "abandoned", "acquired",
				"abandoned");
	}

	@Test
	void givesThePermitBackWhenTheCallerGivesUp() {
		TestPublisher<String> service = TestPublisher.create();
		StepVerifier.create(limited(service.mono())).thenCancel().verify();
		service.assertCancelled();
		assertThat(this.limiter.news).containsExactly("acquired", "abandoned");
	}

	@Test
	void givesThePermitBackWhenTheCallCannotBeMade() {
		CallExchange broken = new CallExchange() {
			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				throw new IllegalStateException("no URI");
			}
		};
		StepVerifier.create(new RateLimitInterceptor(this.limiter).apply(broken).exchange(CALL))
			.verifyErrorMessage("no URI");
		assertThat(this.limiter.news).containsExactly("acquired", "abandoned");
	}

	@Test
	void eachSubscriptionIsACallOfItsOwn() {
		Mono<String> call = limited(Mono.just("pong"));
		call.block();
		call.block();
		assertThat(this.limiter.news).containsExactly("acquired", "succeeded", "acquired", "succeeded");
	}

	private static BiginException failure(int status) {
		return ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/org", status).toException();
	}

	private Mono<String> limited(Mono<String> response) {
		CallExchange service = new CallExchange() {
			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				@SuppressWarnings("unchecked") // the only call is one for a text
				Mono<T> result = (Mono<T>) response;
				return result;
			}
		};
		return new RateLimitInterceptor(this.limiter).apply(service).exchange(CALL);
	}

	private static final class RecordingRateLimiter implements RateLimiter {

		private final List<String> news = new ArrayList<>();

		private boolean trial;

		@Override
		public Mono<Permit> acquire(BiginCall<?> call) {
			return Mono.fromSupplier(() -> {
				this.news.add("acquired");
				return new RecordingPermit(this.news, this.trial);
			});
		}

	}

	private record RecordingPermit(List<String> news, boolean isTrial) implements RateLimiter.Permit {

		@Override
		public void letThrough() {
			this.news.add("let through");
		}

		@Override
		public void succeeded() {
			this.news.add("succeeded");
		}

		@Override
		public void rateLimited(BiginRateLimitException failure) {
			this.news.add("rate limited " + failure.getRetryAfter());
		}

		@Override
		public void abandoned() {
			this.news.add("abandoned");
		}

	}

}
