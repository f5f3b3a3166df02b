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

package io.github.biginspring.readme

import io.github.biginspring.BiginTemplate
import io.github.biginspring.change.changes
import io.github.biginspring.change.handleAndAwait
import io.github.biginspring.write.WriteResult
import io.github.biginspring.write.batch
import io.github.biginspring.write.create
import kotlinx.coroutines.flow.Flow

/** What docs/kotlin.md shows without a class around it. */
internal class KotlinExamples(private val bigin: BiginTemplate) {

	suspend fun import(people: Flow<Person>) {
		bigin.batch<Person>().create(people).collect { result ->
			if (result !is WriteResult.Written) {
				println("Not written: ${result.input().lastName}")
			}
		}
	}

	suspend fun copy(save: suspend (Any) -> Unit) {
		bigin.changes<Person>().checkpointName("people").handleAndAwait { change -> save(change) }
	}

}
