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

/** [BulkReadOperations.bulkRead] of a reified type: `bigin.bulkRead<Contact>()`. */
public inline fun <reified T : Any> BulkReadOperations.bulkRead(): BulkRead<T> = bulkRead(T::class.java)

/** Coroutines [Flow] variant of [BulkRead.records]. */
public fun <T : Any> BulkRead<T>.flow(): Flow<T> = records().asFlow()

/** Coroutines [Flow] variant of [BulkRead.rows]. */
public fun <T : Any> BulkRead<T>.rowsAsFlow(job: BulkJob): Flow<T> = rows(job).asFlow()

/** Coroutines variant of [BulkRead.create]. */
public suspend fun <T : Any> BulkRead<T>.createAndAwait(): BulkJob = create().awaitSingle()

/** Coroutines variant of [BulkRead.await]: suspends until Bigin has finished the job. */
public suspend fun <T : Any> BulkRead<T>.awaitJob(job: BulkJob): BulkJob = await(job).awaitSingle()
