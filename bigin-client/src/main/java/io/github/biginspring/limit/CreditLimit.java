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

package io.github.biginspring.limit;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The limit of Bigin's API credits that calls may use. Immutable: every step returns a
 * copy.
 *
 * @param daily how many credits the organisation has for any 24 hours, or {@code null}
 * where they are only counted
 * @param warnAt at which share of them a warning is logged, above 0 and up to 1
 * @param refuse whether a call that would use more is rejected
 * @param reserve how many of them only interactive calls may use; others are rejected
 * earlier, whether or not interactive ones are
 * @since 0.1.0
 */
public record CreditLimit(@Nullable Integer daily, double warnAt, boolean refuse, int reserve) {

	/**
	 * Check the numbers.
	 * @param daily how many credits the organisation has for any 24 hours, or
	 * {@code null} where they are only counted
	 * @param warnAt at which share of them a warning is logged, above 0 and up to 1
	 * @param refuse whether a call that would use more is rejected
	 * @param reserve how many of them only interactive calls may use; others are rejected
	 * earlier, whether or not interactive ones are
	 * @throws IllegalArgumentException if one is out of its range, or there is something
	 * to refuse and no limit
	 */
	public CreditLimit {
		Assert.isTrue(daily == null || daily >= 1, () -> "'daily' must be 1 or more, not " + daily);
		Assert.isTrue(warnAt > 0 && warnAt <= 1, () -> "'warnAt' must be above 0 and up to 1, not " + warnAt);
		Assert.isTrue(reserve >= 0 && reserve < ((daily != null) ? daily : Integer.MAX_VALUE),
				() -> "'reserve' must be 0 or more and less than 'daily', not " + reserve);
		Assert.isTrue(daily != null || !refuse && reserve == 0,
				"'refuse' and 'reserve' need to know the limit: 'daily' must not be null");
	}

	/**
	 * No limit: credits are only counted.
	 * @return the limit
	 */
	public static CreditLimit none() {
		return new CreditLimit(null, 0.8, false, 0);
	}

	/**
	 * A limit at 80% of which a warning is logged, and that refuses nothing.
	 * @param credits the credits of 24 hours
	 * @return the limit
	 */
	public static CreditLimit daily(int credits) {
		return new CreditLimit(credits, 0.8, false, 0);
	}

	/**
	 * Change at which share a warning is logged.
	 * @param warnAt the share, above 0 and up to 1
	 * @return a copy
	 */
	public CreditLimit withWarnAt(double warnAt) {
		return new CreditLimit(this.daily, warnAt, this.refuse, this.reserve);
	}

	/**
	 * Change whether a call that would use more is rejected.
	 * @param refuse whether it is
	 * @return a copy
	 */
	public CreditLimit withRefuse(boolean refuse) {
		return new CreditLimit(this.daily, this.warnAt, refuse, this.reserve);
	}

	/**
	 * Change how many credits only interactive calls may use.
	 * @param reserve the credits
	 * @return a copy
	 */
	public CreditLimit withReserve(int reserve) {
		return new CreditLimit(this.daily, this.warnAt, this.refuse, reserve);
	}

}
