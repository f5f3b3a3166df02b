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

package io.github.biginspring.write

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.asFlux

/**
 * Coroutines [Flow] variant of [RecordWriter.create]. The flow of records is collected no
 * faster than they are written.
 */
public fun <T : Any> RecordWriter<T>.create(records: Flow<T>): Flow<WriteResult<T>> = create(records.asFlux()).asFlow()

/** Coroutines [Flow] variant of [RecordWriter.update]. */
public fun <T : Any> RecordWriter<T>.update(records: Flow<T>): Flow<WriteResult<T>> = update(records.asFlux()).asFlow()

/** Coroutines [Flow] variant of [RecordWriter.upsert]. */
public fun <T : Any> RecordWriter<T>.upsert(records: Flow<T>, vararg checkFields: String): Flow<WriteResult<T>> =
	upsert(records.asFlux(), *checkFields).asFlow()

/** Coroutines [Flow] variant of [RecordWriter.delete]. */
public fun RecordWriter<*>.delete(ids: Flow<String>): Flow<WriteResult<String>> = delete(ids.asFlux()).asFlow()
