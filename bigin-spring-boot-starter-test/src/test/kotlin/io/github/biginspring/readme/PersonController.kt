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
import io.github.biginspring.model.BiginModule
import io.github.biginspring.query.findByIdOrNull
import io.github.biginspring.query.flow
import io.github.biginspring.query.query
import io.github.biginspring.write.createAndAwait
import kotlinx.coroutines.flow.Flow
import org.springframework.http.HttpStatus
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.server.ResponseStatusException

@BiginModule("Contacts")
data class Person(val id: String? = null, val lastName: String, val email: String? = null)

@RestController
@RequestMapping("/people")
class PersonController(private val bigin: BiginTemplate) {

	@GetMapping
	fun all(): Flow<Person> = bigin.query<Person>().flow()

	@GetMapping("/{id}")
	suspend fun one(@PathVariable id: String): Person =
		bigin.findByIdOrNull<Person>(id) ?: throw ResponseStatusException(HttpStatus.NOT_FOUND)

	@PostMapping
	suspend fun create(@RequestBody person: Person): Map<String, String> =
		mapOf("id" to bigin.createAndAwait(person).id())

}
