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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * The specification of a search. Immutable.
 *
 * @param mapping tells the id of a record
 * @param calls makes the calls, and leaves out what does not match
 * @param fields the {@code fields} parameter, or {@code null} for all
 * @param approved whether approved records are wanted, or {@code null} for any
 * @param parameter what is searched by
 * @param value what is searched for
 * @param conditions how many conditions its criteria have, 0 without criteria
 */
public record SearchSpec<T>(RecordMapping<T> mapping, RecordCalls<T> calls, @Nullable String fields,
		@Nullable Boolean approved, String parameter, String value, int conditions) {

	static final String PATH = "/bigin/v2/{module}/search";

	/**
	 * How many records a search gives.
	 */
	static final int MAX_RECORDS = 2000;

	/**
	 * How many conditions a search has that can be split: two fewer than Bigin takes.
	 */
	static final int MAX_CONDITIONS = 8;

	/**
	 * Return the same search for records of some times of creation.
	 * @param times the times
	 * @return a copy
	 */
	SearchSpec<T> within(CreationTimes times) {
		return new SearchSpec<>(this.mapping, this.calls, this.fields, this.approved, this.parameter,
				times.restrict(this.value), this.conditions);
	}

	/**
	 * Fetch a page.
	 * @param request the page, by number
	 * @return the page; empty means that there is nothing
	 */
	public Mono<RecordPage<T>> page(PageSpec request) {
		return this.calls
			.fetch(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, PATH, UriVariable.module(this.calls.module()))
				.query(this.parameter, this.value)
				.query("fields", this.fields)
				.query("approved", this.approved)
				.query("per_page", request.perPage())
				.query("page", request.page()));
	}

	// what is searched for may be personal
	@Override
	public String toString() {
		return "search of " + this.calls.module() + " by " + this.parameter;
	}

}
