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

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.reactor.awaitSingleOrNull

/**
 * Coroutines [Flow] variant of [TerminatingQuery.all]. Pages are read as the flow is
 * collected; a flow that is cancelled makes no further call.
 */
public fun <T : Any> TerminatingQuery<T>.flow(): Flow<T> = all().asFlow()

/** Coroutines variant of [TerminatingQuery.page] by number, from 1. */
public suspend fun <T : Any> TerminatingQuery<T>.awaitPage(number: Int): RecordPage<T> = page(number).awaitSingle()

/** Coroutines variant of [TerminatingQuery.page]. */
public suspend fun <T : Any> TerminatingQuery<T>.awaitPage(request: PageSpec): RecordPage<T> = page(request).awaitSingle()

/** Coroutines variant of [TerminatingQuery.first]: `null` where there is no record. */
public suspend fun <T : Any> TerminatingQuery<T>.awaitFirstOrNull(): T? = first().awaitSingleOrNull()

/**
 * Coroutines variant of [TerminatingQuery.one]: `null` where there is no record.
 *
 * @throws NonUniqueResultException if there is more than one
 */
public suspend fun <T : Any> TerminatingQuery<T>.awaitOneOrNull(): T? = one().awaitSingleOrNull()

/** Coroutines variant of [TerminatingQuery.count]. */
public suspend fun <T : Any> TerminatingQuery<T>.awaitCount(): Long = count().awaitSingle()

/** Coroutines variant of [TerminatingQuery.exists]. */
public suspend fun <T : Any> TerminatingQuery<T>.awaitExists(): Boolean = exists().awaitSingle()
