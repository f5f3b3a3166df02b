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

package io.github.biginspring.autoconfigure;

import java.time.Duration;

/**
 * Configuration properties of the circuit breaker, which rejects calls to Bigin while the
 * service is down. Needs Resilience4j.
 *
 * @since 0.1.0
 */
public class CircuitBreakerProperties {

	/**
	 * Whether calls to Bigin are rejected while the service is down. Needs Resilience4j
	 * on the class path.
	 */
	private boolean enabled = true;

	/**
	 * Percentage of failed calls at which the circuit breaker opens. A call has failed if
	 * it returned a 5xx or no response.
	 */
	private float failureRateThreshold = 50;

	/**
	 * Number of latest calls that are considered.
	 */
	private int slidingWindowSize = 50;

	/**
	 * Number of calls before the circuit breaker can open.
	 */
	private int minimumNumberOfCalls = 20;

	/**
	 * How long the circuit breaker stays open before it lets a few calls through to test
	 * the service.
	 */
	private Duration waitDurationInOpenState = Duration.ofSeconds(30);

	/**
	 * Number of calls that are let through to test the service.
	 */
	private int permittedNumberOfCallsInHalfOpenState = 5;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public float getFailureRateThreshold() {
		return this.failureRateThreshold;
	}

	public void setFailureRateThreshold(float failureRateThreshold) {
		this.failureRateThreshold = failureRateThreshold;
	}

	public int getSlidingWindowSize() {
		return this.slidingWindowSize;
	}

	public void setSlidingWindowSize(int slidingWindowSize) {
		this.slidingWindowSize = slidingWindowSize;
	}

	public int getMinimumNumberOfCalls() {
		return this.minimumNumberOfCalls;
	}

	public void setMinimumNumberOfCalls(int minimumNumberOfCalls) {
		this.minimumNumberOfCalls = minimumNumberOfCalls;
	}

	public Duration getWaitDurationInOpenState() {
		return this.waitDurationInOpenState;
	}

	public void setWaitDurationInOpenState(Duration waitDurationInOpenState) {
		this.waitDurationInOpenState = waitDurationInOpenState;
	}

	public int getPermittedNumberOfCallsInHalfOpenState() {
		return this.permittedNumberOfCallsInHalfOpenState;
	}

	public void setPermittedNumberOfCallsInHalfOpenState(int permittedNumberOfCallsInHalfOpenState) {
		this.permittedNumberOfCallsInHalfOpenState = permittedNumberOfCallsInHalfOpenState;
	}

}
