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

import io.github.biginspring.model.BiginRecord
import io.github.biginspring.write.WriteResult.Written
import kotlinx.coroutines.reactor.awaitSingle

/** Coroutines variant of [WriteOperations.create]. */
public suspend fun <T : Any> WriteOperations.createAndAwait(record: T): Written<T> = create(record).awaitSingle()

/** Coroutines variant of [WriteOperations.create] for a record without a type. */
public suspend fun WriteOperations.createAndAwait(module: String, record: BiginRecord): Written<BiginRecord> =
	create(module, record).awaitSingle()

/** Coroutines variant of [WriteOperations.createAll]. */
public suspend fun <T : Any> WriteOperations.createAllAndAwait(records: Collection<T>): WriteResults<T> =
	createAll(records).awaitSingle()

/** Coroutines variant of [WriteOperations.createAll] for records without a type. */
public suspend fun WriteOperations.createAllAndAwait(
	module: String,
	records: Collection<BiginRecord>,
): WriteResults<BiginRecord> = createAll(module, records).awaitSingle()

/** Coroutines variant of [WriteOperations.update]. */
public suspend fun <T : Any> WriteOperations.updateAndAwait(record: T): Written<T> = update(record).awaitSingle()

/** Coroutines variant of [WriteOperations.update] for a record without a type. */
public suspend fun WriteOperations.updateAndAwait(module: String, record: BiginRecord): Written<BiginRecord> =
	update(module, record).awaitSingle()

/** Coroutines variant of [WriteOperations.updateAll]. */
public suspend fun <T : Any> WriteOperations.updateAllAndAwait(records: Collection<T>): WriteResults<T> =
	updateAll(records).awaitSingle()

/** Coroutines variant of [WriteOperations.updateAll] for records without a type. */
public suspend fun WriteOperations.updateAllAndAwait(
	module: String,
	records: Collection<BiginRecord>,
): WriteResults<BiginRecord> = updateAll(module, records).awaitSingle()

/** Coroutines variant of [WriteOperations.upsert]. */
public suspend fun <T : Any> WriteOperations.upsertAndAwait(record: T, vararg checkFields: String): Written<T> =
	upsert(record, *checkFields).awaitSingle()

/** Coroutines variant of [WriteOperations.upsert] for a record without a type. */
public suspend fun WriteOperations.upsertAndAwait(
	module: String,
	record: BiginRecord,
	vararg checkFields: String,
): Written<BiginRecord> = upsert(module, record, *checkFields).awaitSingle()

/** Coroutines variant of [WriteOperations.upsertAll]. */
public suspend fun <T : Any> WriteOperations.upsertAllAndAwait(
	records: Collection<T>,
	vararg checkFields: String,
): WriteResults<T> = upsertAll(records, *checkFields).awaitSingle()

/** Coroutines variant of [WriteOperations.upsertAll] for records without a type. */
public suspend fun WriteOperations.upsertAllAndAwait(
	module: String,
	records: Collection<BiginRecord>,
	vararg checkFields: String,
): WriteResults<BiginRecord> = upsertAll(module, records, *checkFields).awaitSingle()

/** Coroutines variant of [WriteOperations.delete] in the module of a reified type. */
public suspend inline fun <reified T : Any> WriteOperations.deleteAndAwait(id: String): Written<String> =
	delete(T::class.java, id).awaitSingle()

/** Coroutines variant of [WriteOperations.delete]. */
public suspend fun WriteOperations.deleteAndAwait(module: String, id: String): Written<String> =
	delete(module, id).awaitSingle()

/** Coroutines variant of [WriteOperations.deleteAll] in the module of a reified type. */
public suspend inline fun <reified T : Any> WriteOperations.deleteAllAndAwait(ids: Collection<String>): WriteResults<String> =
	deleteAll(T::class.java, ids).awaitSingle()

/** Coroutines variant of [WriteOperations.deleteAll]. */
public suspend fun WriteOperations.deleteAllAndAwait(module: String, ids: Collection<String>): WriteResults<String> =
	deleteAll(module, ids).awaitSingle()

/** [WriteOperations.batch] of a reified type: `bigin.batch<Contact>()`. */
public inline fun <reified T : Any> WriteOperations.batch(): RecordWriter<T> = batch(T::class.java)
