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

package io.github.biginspring.faults;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryListener;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.BiginTemplateBuilder;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.limit.RateLimit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Makes clients that lose no time between attempts, on event loops and connections of
 * their own.
 */
final class FaultClient implements BeforeEachCallback, AfterAllCallback {

	static final int MAX_ATTEMPTS = 3;

	/**
	 * In bytes.
	 */
	static final int MAX_RESPONSE_SIZE = 4096;

	/**
	 * Far beyond what any call takes, so that a call that never ends fails its test.
	 */
	static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ConnectionProvider connections = ConnectionProvider.create("faults", 100);

	private final LoopResources loops = LoopResources.create("faults", 2, true);

	private final AtomicInteger failedAttempts = new AtomicInteger();

	@Override
	public void beforeEach(ExtensionContext context) {
		this.failedAttempts.set(0);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.connections.disposeLater().block(PATIENCE);
		this.loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
	}

	BiginTemplate template(URI url) {
		return template(url, PATIENCE);
	}

	BiginTemplate template(URI url, Duration readTimeout) {
		return template(url, readTimeout, UnaryOperator.identity());
	}

	BiginTemplate template(URI url, UnaryOperator<BiginTemplateBuilder> customizer) {
		return template(url, PATIENCE, customizer);
	}

	private BiginTemplate template(URI url, Duration readTimeout, UnaryOperator<BiginTemplateBuilder> customizer) {
		HttpClient httpClient = HttpClient.create(this.connections).runOn(this.loops).responseTimeout(readTimeout);
		return customizer
			.apply(BiginTemplate.builder(ApiKey.of("api-key"))
				.endpoint(MatonEndpoint.of(url))
				.webClientBuilder(WebClient.builder().clientConnector(new ReactorClientHttpConnector(httpClient)))
				.maxResponseSize(DataSize.ofBytes(MAX_RESPONSE_SIZE))
				.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000).withMaxInFlight(100))
				.maxRetryAfter(Duration.ofMillis(1))
				.maxRateLimited(Duration.ZERO)
				.retryPolicy(new SimpleRetryPolicy(MAX_ATTEMPTS))
				.backOffPolicy(new NoBackOffPolicy())
				.retryListeners(List.of(new FailedAttempts())))
			.build();
	}

	/**
	 * How many attempts of the current test have failed.
	 * @return the number
	 */
	int failedAttempts() {
		return this.failedAttempts.get();
	}

	static BiginException failure(BiginTemplate bigin, OperationKind operation) {
		return catchThrowableOfType(BiginException.class, () -> operation.call(bigin).block(PATIENCE));
	}

	private final class FailedAttempts implements RetryListener {

		@Override
		public <T, E extends Throwable> void onError(RetryContext context, RetryCallback<T, E> callback,
				Throwable throwable) {
			FaultClient.this.failedAttempts.incrementAndGet();
		}

	}

}
