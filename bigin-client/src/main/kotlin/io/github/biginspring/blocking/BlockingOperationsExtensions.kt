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

package io.github.biginspring.blocking

import io.github.biginspring.query.Coql
import io.github.biginspring.write.WriteResult.Written

/** [BlockingQueryOperations.query] of a reified type: `bigin.query<Contact>()`. */
public inline fun <reified T : Any> BlockingQueryOperations.query(): BlockingRecordQuery<T> = query(T::class.java)

/** [BlockingQueryOperations.coql] of a reified type. */
public inline fun <reified T : Any> BlockingQueryOperations.coql(): BlockingCoqlQuery<T> = coql(T::class.java)

/** [BlockingQueryOperations.coql] that reads the rows of [query] as a reified type. */
public inline fun <reified T : Any> BlockingQueryOperations.coqlAs(query: Coql): BlockingCoqlQuery<T> =
	coql(T::class.java, query)

/** [BlockingQueryOperations.deleted] of the module of a reified type. */
public inline fun <reified T : Any> BlockingQueryOperations.deleted(): BlockingDeletedQuery = deleted(T::class.java)

/**
 * [BlockingQueryOperations.findById] of a reified type.
 *
 * @return the record, or `null` where there is none
 */
public inline fun <reified T : Any> BlockingQueryOperations.findByIdOrNull(id: String): T? =
	findById(T::class.java, id).orElse(null)

/** [BlockingWriteOperations.batch] of a reified type: `bigin.batch<Contact>()`. */
public inline fun <reified T : Any> BlockingWriteOperations.batch(): BlockingRecordWriter<T> = batch(T::class.java)

/** [BlockingWriteOperations.delete] in the module of a reified type. */
public inline fun <reified T : Any> BlockingWriteOperations.delete(id: String): Written<String> = delete(T::class.java, id)
