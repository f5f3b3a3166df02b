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

/**
 * The limits of lists and searches. Lower limits let a test reach them with few records.
 *
 * @param pageSize the greatest number of records on a page, and the number where none is
 * asked for
 * @param discreteRecords how many records can be reached by page number; also how many a
 * search can reach
 * @param tokenRecords how many records can be reached by page token
 * @param tokenLifetime how long a page token is good
 * @since 0.1.0
 */
public record PageLimits(int pageSize, int discreteRecords, int tokenRecords, Duration tokenLifetime) {

	/**
	 * The limits of Bigin: pages of 200, 2,000 records by number, 100,000 by token, which
	 * is good for 24 hours.
	 * @return the limits
	 */
	public static PageLimits defaults() {
		return new PageLimits(200, 2_000, 100_000, Duration.ofHours(24));
	}

	/**
	 * The same limits with another page size.
	 * @param pageSize the greatest number of records on a page
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

}
