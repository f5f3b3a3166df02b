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

import java.util.List;

import reactor.core.publisher.Flux;

import io.github.biginspring.mapping.RecordMapping;

/**
 * Reads all records of a module at once, for the plans that do.
 *
 * @since 0.1.0
 */
public interface BulkSource {

	/**
	 * Read all records. Neither an operation nor a record is told to an observer.
	 * @param mapping the module, and what its records become
	 * @param fields the API names of the fields that are wanted
	 * @param <T> the type of a record
	 * @return the records, with back-pressure
	 * @throws IllegalStateException if something is missing that it needs
	 */
	<T> Flux<T> records(RecordMapping<T> mapping, List<String> fields);

}
