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

package io.github.biginspring.related;

import io.github.biginspring.query.TerminatingQuery;

/**
 * A query for the records of a related list. Immutable; each step returns a copy.
 *
 * <pre class="code">
 * Flux&lt;Deal&gt; deals = bigin.related(Contact.class, id).list("Pipelines", Deal.class).pipeline(pipelineId).all();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface RelatedQuery<T> extends TerminatingQuery<T> {

	/**
	 * List only the deals of a team pipeline. The deals of a contact cannot be listed
	 * without one (Bigin's documentation);
	 * {@link io.github.biginspring.metadata.MetadataOperations#pipelines()} tells which
	 * there are.
	 * @param id the id of the team pipeline, digits as text
	 * @return a copy
	 * @throws IllegalArgumentException if that cannot be an id
	 */
	RelatedQuery<T> pipeline(String id);

}
