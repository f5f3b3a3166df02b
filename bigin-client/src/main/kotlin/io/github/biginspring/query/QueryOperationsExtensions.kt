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

package io.github.biginspring.query

import io.github.biginspring.model.BiginRecord
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingleOrNull

/** [QueryOperations.query] of a reified type: `bigin.query<Contact>()`. */
public inline fun <reified T : Any> QueryOperations.query(): RecordQuery<T> = query(T::class.java)

/** [QueryOperations.coql] of a reified type: `bigin.coql<Contact>()`. */
public inline fun <reified T : Any> QueryOperations.coql(): CoqlQuery<T> = coql(T::class.java)

/** [QueryOperations.coql] that reads the rows of [query] as a reified type. */
public inline fun <reified T : Any> QueryOperations.coqlAs(query: Coql): CoqlQuery<T> = coql(T::class.java, query)

/** [QueryOperations.deleted] of the module of a reified type. */
public inline fun <reified T : Any> QueryOperations.deleted(): DeletedQuery = deleted(T::class.java)

/**
 * Coroutines variant of [QueryOperations.findById].
 *
 * @return the record, or `null` where there is none
 */
public suspend inline fun <reified T : Any> QueryOperations.findByIdOrNull(id: String): T? =
	findById(T::class.java, id).awaitSingleOrNull()

/**
 * Coroutines variant of [QueryOperations.findById] for a record without a type.
 *
 * @return the record, or `null` where there is none
 */
public suspend fun QueryOperations.findByIdOrNull(module: String, id: String, vararg fields: String): BiginRecord? =
	findById(module, id, *fields).awaitSingleOrNull()

/** Coroutines [Flow] variant of [QueryOperations.findAllById]. */
public inline fun <reified T : Any> QueryOperations.findAllByIdAsFlow(ids: Collection<String>): Flow<T> =
	findAllById(T::class.java, ids).asFlow()
