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

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties of the limit of Bigin's credits.
 *
 * @since 0.1.0
 */
public class CreditProperties {

	/**
	 * Credits of the organisation for any 24 hours. If it is not set, credits are only
	 * counted. Bigin grants 5000 in the free edition, otherwise 50000 plus 250 for each
	 * user, up to 100000.
	 */
	private @Nullable Integer dailyLimit;

	/**
	 * Share of the daily limit at which a warning is logged, once until fewer are used.
	 */
	private double warnAt = 0.8;

	/**
	 * Whether calls that would exceed the daily limit are rejected and not sent.
	 */
	private boolean refuse;

	/**
	 * Credits of the daily limit that only interactive calls may use. Calls of priority
	 * BACKGROUND that would use them are rejected, whether or not 'refuse' is set.
	 */
	private int reserve;

	public @Nullable Integer getDailyLimit() {
		return this.dailyLimit;
	}

	public void setDailyLimit(@Nullable Integer dailyLimit) {
		this.dailyLimit = dailyLimit;
	}

	public double getWarnAt() {
		return this.warnAt;
	}

	public void setWarnAt(double warnAt) {
		this.warnAt = warnAt;
	}

	public boolean isRefuse() {
		return this.refuse;
	}

	public void setRefuse(boolean refuse) {
		this.refuse = refuse;
	}

	public int getReserve() {
		return this.reserve;
	}

	public void setReserve(int reserve) {
		this.reserve = reserve;
	}

}
