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

package io.github.biginspring.change

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingleOrNull
import kotlinx.coroutines.reactor.mono

/** [ChangeOperations.changes] of a reified type: `bigin.changes<Contact>()`. */
public inline fun <reified T : Any> ChangeOperations.changes(): ChangeQuery<T> = changes(T::class.java)

/** Coroutines [Flow] variant of [ChangeQuery.read]. */
public fun <T : Any> ChangeQuery<T>.flow(): Flow<Change<T>> = read().asFlow()

/**
 * Coroutines variant of [StoredChanges.handle], with a handler that suspends. It goes on
 * until there are no changes left, or, where the query polls, until it is cancelled.
 */
public suspend fun <T : Any> StoredChanges<T>.handleAndAwait(handler: suspend (Change<T>) -> Unit) {
	handle { change -> mono { handler(change) }.then() }.awaitSingleOrNull()
}

/** Coroutines variant of [StoredChanges.handleBatches], with a handler that suspends. */
public suspend fun <T : Any> StoredChanges<T>.handleBatchesAndAwait(size: Int, handler: suspend (List<Change<T>>) -> Unit) {
	handleBatches(size) { changes -> mono { handler(changes) }.then() }.awaitSingleOrNull()
}
