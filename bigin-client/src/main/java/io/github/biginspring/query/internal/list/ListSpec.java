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

package io.github.biginspring.query.internal.list;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.IdOrder;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.coql.CoqlStatement;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.internal.paging.PageParameters;
import io.github.biginspring.internal.paging.Paging;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.internal.paging.SmallerPages;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.internal.coql.CoqlRanges;

/**
 * The specification of a list. Immutable.
 *
 * @param mapping the module, and what its records become
 * @param calls makes the calls
 * @param fields the {@code fields} parameter
 * @param scope which records, and in which order
 * @param paging how it is cut into pages
 * @param all the statement that gives all records of the module in the list's order of
 * ids, or {@code null} where there is none
 * @param obstacle why COQL cannot give the records of the list, or {@code null} where it
 * can
 */
public record ListSpec<T>(RecordMapping<T> mapping, RecordCalls<T> calls, String fields, ListScope scope, Paging paging,
		@Nullable CoqlStatement all, @Nullable String obstacle) {

	static final String PATH = "/bigin/v2/{module}";

	/**
	 * Fetch a page.
	 * @param request which page
	 * @return the page; empty means that there is nothing
	 */
	public Mono<RecordPage<T>> page(PageSpec request) {
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, PATH, UriVariable.module(this.calls.module()))
			.query("fields", this.fields);
		this.scope.addTo(call);
		return this.calls.fetch(PageParameters.add(call, request));
	}

	/**
	 * Return the list as ranges of ids.
	 * @param atOnce how many calls may be in flight
	 * @return the ranges
	 * @throws IllegalStateException if there is an {@link #obstacle}
	 */
	public CoqlRanges<T> ranges(int atOnce) {
		IdOrder order = this.scope.idOrder();
		CoqlStatement statement = this.all;
		Assert.state(this.obstacle == null && order != null && statement != null,
				() -> "This list of " + this.mapping.module() + " cannot be read by COQL: " + this.obstacle);
		return new CoqlRanges<>(this.calls, this.mapping, order, statement, atOnce, new SmallerPages());
	}

}
