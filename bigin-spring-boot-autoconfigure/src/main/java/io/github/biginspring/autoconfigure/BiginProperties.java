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

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * How the Bigin client works.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("bigin")
public class BiginProperties {

	/**
	 * How many records a page holds where a query does not say, 1 to 200.
	 */
	private int pageSize = 200;

	/**
	 * How large an answer may be. A full page is over 180 KB.
	 */
	private DataSize maxAnswerSize = DataSize.ofMegabytes(4);

	@NestedConfigurationProperty
	private final Retry retry = new Retry();

	public int getPageSize() {
		return this.pageSize;
	}

	public void setPageSize(int pageSize) {
		this.pageSize = pageSize;
	}

	public DataSize getMaxAnswerSize() {
		return this.maxAnswerSize;
	}

	public void setMaxAnswerSize(DataSize maxAnswerSize) {
		this.maxAnswerSize = maxAnswerSize;
	}

	public Retry getRetry() {
		return this.retry;
	}

	/**
	 * Retry.
	 */
	public static class Retry {

		/**
		 * Whether a failed call that may be repeated is repeated.
		 */
		private boolean enabled = true;

		/**
		 * How often a call is made at most, the first time included.
		 */
		private int maxAttempts = 5;

		/**
		 * Pause before the first repetition, where the service does not ask for one. With
		 * jitter, it is up to twice as long.
		 */
		private Duration initialInterval = Duration.ofMillis(500);

		/**
		 * By how much each pause is longer than the one before it.
		 */
		private double multiplier = 2;

		/**
		 * Longest pause.
		 */
		private Duration maxInterval = Duration.ofSeconds(30);

		/**
		 * How long the pause that the service asks for (Retry-After) is obeyed at most.
		 */
		private Duration maxRetryAfter = Duration.ofMinutes(1);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getMaxAttempts() {
			return this.maxAttempts;
		}

		public void setMaxAttempts(int maxAttempts) {
			this.maxAttempts = maxAttempts;
		}

		public Duration getInitialInterval() {
			return this.initialInterval;
		}

		public void setInitialInterval(Duration initialInterval) {
			this.initialInterval = initialInterval;
		}

		public double getMultiplier() {
			return this.multiplier;
		}

		public void setMultiplier(double multiplier) {
			this.multiplier = multiplier;
		}

		public Duration getMaxInterval() {
			return this.maxInterval;
		}

		public void setMaxInterval(Duration maxInterval) {
			this.maxInterval = maxInterval;
		}

		public Duration getMaxRetryAfter() {
			return this.maxRetryAfter;
		}

		public void setMaxRetryAfter(Duration maxRetryAfter) {
			this.maxRetryAfter = maxRetryAfter;
		}

	}

}
