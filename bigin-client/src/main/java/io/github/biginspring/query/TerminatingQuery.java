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

package io.github.biginspring.query;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The last step of a query, which reads its records. No call is made before the result is
 * subscribed to. A search that the client filters takes more than one call if a page has
 * too few matching records.
 *
 * <pre class="code">
 * Flux&lt;Contact&gt; all = bigin.query(Contact.class).all();
 * Mono&lt;Contact&gt; latest = bigin.query(Contact.class).first();
 * Mono&lt;Boolean&gt; known = bigin.query(Contact.class).matchingEmail("jo.watson@example.com").exists();
 * Mono&lt;RecordPage&lt;Contact&gt;&gt; second = bigin.query(Contact.class).page(2);
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface TerminatingQuery<T> {

	/**
	 * Read all records, page after page, each page when it is needed, or, for a long
	 * list, as its {@link ReadPlan} determines. A cancelled stream makes no further call.
	 * @return the records, with back-pressure
	 */
	Flux<T> all();

	/**
	 * Read one page.
	 * @param number the number of the page, from 1
	 * @return the page, without elements where there are none
	 * @throws IllegalArgumentException if the number is less than 1
	 */
	Mono<RecordPage<T>> page(int number);

	/**
	 * Read one page, for instance by the token from the previous page. A token is valid
	 * for 24 hours and for the same fields, order and page size.
	 * @param request which page
	 * @return the page, without elements where there are none. It keeps the requested
	 * size: a page that is larger than the client accepts is not split, but causes a
	 * {@link io.github.biginspring.error.BiginUnreadableResponseException}
	 */
	Mono<RecordPage<T>> page(PageSpec request);

	/**
	 * Read the first record, with one call.
	 * @return the record, or empty where there is none
	 */
	Mono<T> first();

	/**
	 * Read the only record, with one call.
	 * @return the record, or empty where there is none; a
	 * {@link NonUniqueResultException} where there is more than one
	 */
	default Mono<T> one() {
		return page(PageSpec.of(1, 2)).flatMap((page) -> (page.items().size() > 1)
				? Mono.error(new NonUniqueResultException()) : Mono.justOrEmpty(page.items().stream().findFirst()));
	}

	/**
	 * Count the records. Bigin reports no total, so all records are read: it costs as
	 * much as {@link #all()}, a call for 200 records. It is cheapest for a query of the
	 * field {@code id} alone.
	 * @return the number of records
	 */
	default Mono<Long> count() {
		return all().count();
	}

	/**
	 * Find out whether there is any record, with one call.
	 * @return whether there is
	 */
	default Mono<Boolean> exists() {
		return first().hasElement();
	}

}
