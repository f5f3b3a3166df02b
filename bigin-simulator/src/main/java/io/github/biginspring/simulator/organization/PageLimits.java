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

package io.github.biginspring.simulator.organization;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The limits of lists and searches. Lower limits let a test reach them with few records.
 * Immutable: every step returns a copy.
 *
 * @since 0.1.0
 */
public final class PageLimits {

	private static final PageLimits DEFAULTS = new PageLimits(200, 2_000, 100_000, Duration.ofHours(24));

	private final int pageSize;

	private final int discreteRecords;

	private final int tokenRecords;

	private final Duration tokenLifetime;

	private PageLimits(int pageSize, int discreteRecords, int tokenRecords, Duration tokenLifetime) {
		this.pageSize = pageSize;
		this.discreteRecords = discreteRecords;
		this.tokenRecords = tokenRecords;
		this.tokenLifetime = tokenLifetime;
	}

	/**
	 * The limits of Bigin: pages of 200, 2,000 records by number, 100,000 by token, which
	 * is good for 24 hours.
	 * @return the limits
	 */
	public static PageLimits defaults() {
		return DEFAULTS;
	}

	/**
	 * The same limits with another page size.
	 * @param pageSize the greatest number of records on a page, and the number where none
	 * is asked for
	 * @return a copy
	 */
	public PageLimits withPageSize(int pageSize) {
		return new PageLimits(pageSize, this.discreteRecords, this.tokenRecords, this.tokenLifetime);
	}

	/**
	 * The same limits with another reach of page numbers and searches.
	 * @param discreteRecords how many records can be reached
	 * @return a copy
	 */
	public PageLimits withDiscreteRecords(int discreteRecords) {
		return new PageLimits(this.pageSize, discreteRecords, this.tokenRecords, this.tokenLifetime);
	}

	/**
	 * The same limits with another reach of page tokens.
	 * @param tokenRecords how many records can be reached
	 * @return a copy
	 */
	public PageLimits withTokenRecords(int tokenRecords) {
		return new PageLimits(this.pageSize, this.discreteRecords, tokenRecords, this.tokenLifetime);
	}

	/**
	 * The same limits with another lifetime of page tokens.
	 * @param tokenLifetime how long a page token is good
	 * @return a copy
	 */
	public PageLimits withTokenLifetime(Duration tokenLifetime) {
		return new PageLimits(this.pageSize, this.discreteRecords, this.tokenRecords, tokenLifetime);
	}

	/**
	 * The greatest number of records on a page, and the number where none is asked for.
	 * @return the number
	 */
	public int pageSize() {
		return this.pageSize;
	}

	/**
	 * How many records can be reached by page number; also how many a search can reach.
	 * @return the records
	 */
	public int discreteRecords() {
		return this.discreteRecords;
	}

	/**
	 * How many records can be reached by page token.
	 * @return the records
	 */
	public int tokenRecords() {
		return this.tokenRecords;
	}

	/**
	 * How long a page token is good.
	 * @return the time
	 */
	public Duration tokenLifetime() {
		return this.tokenLifetime;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof PageLimits limits && this.pageSize == limits.pageSize
				&& this.discreteRecords == limits.discreteRecords && this.tokenRecords == limits.tokenRecords
				&& this.tokenLifetime.equals(limits.tokenLifetime);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.pageSize, this.discreteRecords, this.tokenRecords, this.tokenLifetime);
	}

	@Override
	public String toString() {
		return "PageLimits[pageSize=" + this.pageSize + ", discreteRecords=" + this.discreteRecords + ", tokenRecords="
				+ this.tokenRecords + ", tokenLifetime=" + this.tokenLifetime + "]";
	}

}
