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

package io.github.biginspring.criteria;

import java.util.Map;

/**
 * Renders criteria for a search, COQL or a bulk read, and rejects criteria that the
 * target does not support.
 * <p>
 * Queries do this themselves. Use it to build a call by hand, such as a
 * {@linkplain io.github.biginspring.request.BiginRequest request} to any path.
 *
 * @param <R> the form
 * @since 0.1.0
 */
public sealed interface CriteriaRenderer<R> permits SearchRenderer, CoqlRenderer, BulkRenderer {

	/**
	 * The {@code criteria} parameter of a search.
	 */
	CriteriaRenderer<SearchExpression> SEARCH = new SearchRenderer();

	/**
	 * The conditions of a COQL query.
	 */
	CriteriaRenderer<CoqlConditions> COQL = new CoqlRenderer();

	/**
	 * The {@code criteria} of the body of a bulk read, always a group.
	 */
	CriteriaRenderer<Map<String, Object>> BULK = new BulkRenderer();

	/**
	 * The criteria in this form.
	 * @param criteria the criteria
	 * @return the form
	 * @throws IllegalArgumentException if they are {@code null} or cannot be expressed
	 */
	R render(Criteria criteria);

}
