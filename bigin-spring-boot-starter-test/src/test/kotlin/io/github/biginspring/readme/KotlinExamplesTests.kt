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
import io.github.biginspring.change.ChangeSettings
import io.github.biginspring.change.InMemoryCursorStore
import io.github.biginspring.connection.ApiKey
import io.github.biginspring.connection.MatonEndpoint
import io.github.biginspring.simulator.BiginSimulator
import java.net.URI
import java.time.Duration
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.springframework.web.server.ResponseStatusException

/** Runs what docs/kotlin.md shows. */
class KotlinExamplesTests {

	private val simulator = BiginSimulator.builder().empty().start()

	private val bigin = BiginTemplate.builder(ApiKey.of(simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(simulator.url())))
		.changes(ChangeSettings.defaults().withCursorStore(InMemoryCursorStore()))
		.build()

	@AfterEach
	fun stop() = simulator.close()

	@Test
	fun controllerReadsAndWrites(): Unit = runBlocking {
		val controller = PersonController(bigin)
		val id = controller.create(Person(lastName = "Watson"))["id"]!!
		assertThat(controller.one(id)).isEqualTo(Person(id, "Watson"))
		assertThat(controller.all().toList()).containsExactly(Person(id, "Watson"))
		simulator.organization().records("Contacts").delete(id)
		assertThatExceptionOfType(ResponseStatusException::class.java)
			.isThrownBy { runBlocking { controller.one(id) } }
	}

	@Test
	fun flowsAreImportedAndChangesCopied(): Unit = runBlocking {
		val examples = KotlinExamples(bigin)
		examples.import(listOf(Person(lastName = "Watson"), Person(lastName = "Holmes")).asFlow())
		assertThat(simulator.organization().records("Contacts").count()).isEqualTo(2)
		simulator.clock().advance(Duration.ofMinutes(5))
		val saved = mutableListOf<Any>()
		examples.copy { saved += it }
		assertThat(saved).hasSize(2)
	}

}
