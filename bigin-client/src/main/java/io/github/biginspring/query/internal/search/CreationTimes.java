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

package io.github.biginspring.query.internal.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.DateTimeFormat;

/**
 * When the records of a part of a search were created.
 *
 * @param from the first time, or {@code null} for any before the other one
 * @param to the first time after, or {@code null} for any after the other one
 */
record CreationTimes(@Nullable Instant from, @Nullable Instant to) {

	static final CreationTimes ALL = new CreationTimes(null, null);

	// before the service was
	private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	/**
	 * Return criteria that match only records of these times.
	 * @param criteria the criteria as Bigin reads them
	 * @return the criteria, with up to two conditions more
	 */
	String restrict(String criteria) {
		String restricted = criteria;
		if (this.from != null) {
			restricted = and(restricted, "greater_equal", this.from);
		}
		return (this.to != null) ? and(restricted, "less_than", this.to) : restricted;
	}

	private static String and(String criteria, String operator, Instant time) {
		return "(" + criteria + "and(Created_Time:" + operator + ":"
				+ DateTimeFormat.format(time.atOffset(ZoneOffset.UTC)) + "))";
	}

	/**
	 * Return two parts that together have the same times.
	 * @param now the present
	 * @return the earlier and the later part
	 * @throws BiginInvalidRequestException if it is one second only
	 */
	List<CreationTimes> halves(Instant now) {
		long begin = ((this.from != null) ? this.from : EARLIEST).getEpochSecond();
		long end = ((this.to != null) ? this.to : now.plus(Duration.ofDays(1))).getEpochSecond();
		if (end - begin < 2) {
			throw new BiginInvalidRequestException(ErrorDetails.notSent(HttpMethod.GET, "/bigin/v2/{module}/search")
				.message("More than " + SearchSpec.MAX_RECORDS + " records match that were created at about "
						+ Instant.ofEpochSecond(begin) + ": search for something narrower, or query by COQL")
				.build());
		}
		Instant middle = Instant.ofEpochSecond(begin + (end - begin) / 2);
		return List.of(new CreationTimes(this.from, middle), new CreationTimes(middle, this.to));
	}

}
