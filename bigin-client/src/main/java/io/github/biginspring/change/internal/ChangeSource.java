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

package io.github.biginspring.change.internal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * Where changes are read from. A page may be another one the next moment.
 */
public interface ChangeSource<T> {

	String module();

	/**
	 * Read a page of the records that were changed since a time, in the order of their
	 * changes.
	 * @param since the time, or {@code null} for all records; whether a change at that
	 * time is among them is not known
	 * @param request which page
	 * @return the page
	 */
	Mono<RecordPage<ChangedRecord<T>>> changed(@Nullable Instant since, PageSpec request);

	/**
	 * Read the time of the last change.
	 * @param since as above
	 * @return the time, or empty where nothing was changed since then
	 */
	Mono<Instant> newest(@Nullable Instant since);

	/**
	 * Read a page of the deletions, in an order that is not known.
	 * @param request which page
	 * @return the page
	 */
	Mono<RecordPage<Deletion>> deleted(PageSpec request);

	/**
	 * Return the failure of a reading whose records or pages cannot be made sense of.
	 * @param message what is wrong with them
	 * @return the failure
	 */
	default BiginException unreadable(String message) {
		return new BiginUnreadableResponseException(ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", 200)
			.module(module())
			.message(message)
			.build());
	}

}
