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

package io.github.biginspring.validation;

import java.util.Collection;

import reactor.core.publisher.Mono;

/**
 * Checks mapped types against an organisation. It costs one call, and one more for each
 * module. Only what is certain counts as an error; that a value cannot be read is found
 * out by reading one, as records are read. Records of a type are made for that, by its
 * constructor and without most of their values.
 *
 * <pre class="code">
 * Mono&lt;MappingReport&gt; report = bigin.mappingValidator()
 *     .validate(List.of(Contact.class, Deal.class));
 * </pre>
 *
 * @since 0.1.0
 */
public interface MappingValidator {

	/**
	 * Check types.
	 * @param types types with {@link io.github.biginspring.model.BiginModule}; where
	 * there are none, nothing is called
	 * @return what does not fit; an error where the service cannot be asked
	 */
	Mono<MappingReport> validate(Collection<? extends Class<?>> types);

}
