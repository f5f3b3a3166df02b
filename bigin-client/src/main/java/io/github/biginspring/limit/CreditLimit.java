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

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The limit of Bigin's API credits that calls may use. Immutable: every step returns a
 * copy, and throws an {@link IllegalArgumentException} for a number that is out of its
 * range, or if there is something to refuse and no limit.
 *
 * <pre class="code">
 * CreditLimit limit = CreditLimit.daily(5_000).withRefuse(true).withReserve(500);
 * </pre>
 *
 * @since 0.1.0
 */
public final class CreditLimit {

	private static final double DEFAULT_WARN_AT = 0.8;

	private static final CreditLimit NONE = new CreditLimit(null, DEFAULT_WARN_AT, false, 0);

	private final @Nullable Integer daily;

	private final double warnAt;

	private final boolean refuse;

	private final int reserve;

	private CreditLimit(@Nullable Integer daily, double warnAt, boolean refuse, int reserve) {
		this.daily = daily;
		this.warnAt = warnAt;
		this.refuse = refuse;
		this.reserve = reserve;
	}

	/**
	 * No limit: credits are only counted.
	 * @return the limit
	 */
	public static CreditLimit none() {
		return NONE;
	}

	/**
	 * A limit at 80% of which a warning is logged, and that refuses nothing.
	 * @param credits how many credits the organisation has for any 24 hours, 1 or more
	 * @return the limit
	 */
	public static CreditLimit daily(int credits) {
		check(credits >= 1, "'daily' must be 1 or more", credits);
		return new CreditLimit(credits, DEFAULT_WARN_AT, false, 0);
	}

	/**
	 * Change at which share a warning is logged.
	 * @param warnAt the share, above 0 and up to 1
	 * @return a copy
	 */
	public CreditLimit withWarnAt(double warnAt) {
		check(warnAt > 0 && warnAt <= 1, "'warnAt' must be above 0 and up to 1", warnAt);
		return new CreditLimit(this.daily, warnAt, this.refuse, this.reserve);
	}

	/**
	 * Change whether a call that would use more is rejected.
	 * @param refuse whether it is, which needs a limit
	 * @return a copy
	 */
	public CreditLimit withRefuse(boolean refuse) {
		checkLimitIsKnown(refuse);
		return new CreditLimit(this.daily, this.warnAt, refuse, this.reserve);
	}

	/**
	 * Change how many credits only interactive calls may use. Other calls are rejected
	 * earlier, whether or not interactive ones are.
	 * @param reserve the credits, from 0 and less than the limit; more than 0 need one
	 * @return a copy
	 */
	public CreditLimit withReserve(int reserve) {
		check(reserve >= 0 && reserve < ((this.daily != null) ? this.daily : Integer.MAX_VALUE),
				"'reserve' must be 0 or more and less than 'daily'", reserve);
		checkLimitIsKnown(reserve > 0);
		return new CreditLimit(this.daily, this.warnAt, this.refuse, reserve);
	}

	/**
	 * How many credits the organisation has for any 24 hours.
	 * @return the credits, or {@code null} where they are only counted
	 */
	public @Nullable Integer daily() {
		return this.daily;
	}

	/**
	 * At which share of the credits a warning is logged.
	 * @return the share, above 0 and up to 1
	 */
	public double warnAt() {
		return this.warnAt;
	}

	/**
	 * Whether a call that would use more is rejected.
	 * @return {@code true} if it is
	 */
	public boolean refuse() {
		return this.refuse;
	}

	/**
	 * How many credits only interactive calls may use.
	 * @return the credits
	 */
	public int reserve() {
		return this.reserve;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CreditLimit limit && Objects.equals(this.daily, limit.daily)
				&& this.warnAt == limit.warnAt && this.refuse == limit.refuse && this.reserve == limit.reserve;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.daily, this.warnAt, this.refuse, this.reserve);
	}

	@Override
	public String toString() {
		return "CreditLimit[daily=" + this.daily + ", warnAt=" + this.warnAt + ", refuse=" + this.refuse + ", reserve="
				+ this.reserve + "]";
	}

	private void checkLimitIsKnown(boolean needed) {
		Assert.isTrue(this.daily != null || !needed,
				"'refuse' and 'reserve' need to know the limit: 'daily' must not be null");
	}

	// no lambda for the message, as each start of an application comes here
	private static void check(boolean valid, String rule, Object value) {
		if (!valid) {
			throw new IllegalArgumentException(rule + ", not " + value);
		}
	}

}
