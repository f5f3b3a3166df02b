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

package io.github.biginspring.related

/** [RelationOperations.related] of a record of a reified type. */
public inline fun <reified T : Any> RelationOperations.related(id: String): RelatedOperations = related(T::class.java, id)

/** [RelationOperations.notes] of a record of a reified type. */
public inline fun <reified T : Any> RelationOperations.notes(id: String): NoteOperations = notes(T::class.java, id)

/** [RelatedOperations.list] of records of a reified type. */
public inline fun <reified T : Any> RelatedOperations.list(relatedList: String): RelatedQuery<T> =
	list(relatedList, T::class.java)
