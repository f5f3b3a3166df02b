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

package io.github.biginspring.kotlin

import io.github.biginspring.BiginTemplate
import io.github.biginspring.blocking.BiginClient
import io.github.biginspring.blocking.delete
import io.github.biginspring.blocking.query
import io.github.biginspring.change.Change
import io.github.biginspring.change.ChangeSettings
import io.github.biginspring.change.InMemoryCursorStore
import io.github.biginspring.change.changes
import io.github.biginspring.change.handleAndAwait
import io.github.biginspring.connection.ApiKey
import io.github.biginspring.connection.MatonEndpoint
import io.github.biginspring.criteria.Criteria
import io.github.biginspring.error.BiginException
import io.github.biginspring.error.BiginUnreadableResponseException
import io.github.biginspring.file.attachments
import io.github.biginspring.model.BiginField
import io.github.biginspring.model.BiginModule
import io.github.biginspring.model.BiginRecord
import io.github.biginspring.model.Note
import io.github.biginspring.query.NonUniqueResultException
import io.github.biginspring.query.awaitCount
import io.github.biginspring.query.awaitExists
import io.github.biginspring.query.awaitFirstOrNull
import io.github.biginspring.query.awaitOneOrNull
import io.github.biginspring.query.awaitPage
import io.github.biginspring.query.bulkRead
import io.github.biginspring.query.coql
import io.github.biginspring.query.deleted
import io.github.biginspring.query.findAllByIdAsFlow
import io.github.biginspring.query.findByIdOrNull
import io.github.biginspring.query.flow
import io.github.biginspring.query.query
import io.github.biginspring.related.notes
import io.github.biginspring.request.awaitBodyOrNull
import io.github.biginspring.simulator.BiginSimulator
import io.github.biginspring.simulator.fault.Fault
import io.github.biginspring.write.WriteResult
import io.github.biginspring.write.batch
import io.github.biginspring.write.create
import io.github.biginspring.write.createAndAwait
import io.github.biginspring.write.delete
import io.github.biginspring.write.deleteAndAwait
import io.github.biginspring.write.updateAndAwait
import java.net.URI
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow as publisherAsFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.awaitility.Awaitility
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.springframework.http.HttpMethod
import org.springframework.web.reactive.function.client.WebClient
import tools.jackson.databind.JsonNode

/** The extensions for Kotlin, against the simulator. */
class CoroutineContractTests {

	private val simulator = BiginSimulator.builder().empty().start()

	private val contacts = simulator.organization().records("Contacts")

	private val cancelled = CompletableFuture<Void>()

	private val bigin = BiginTemplate.builder(ApiKey.of(simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(simulator.url())))
		.webClientBuilder(WebClient.builder().filter { request, next ->
			next.exchange(request).doOnCancel { cancelled.complete(null) }
		})
		.changes(ChangeSettings.defaults().withCursorStore(InMemoryCursorStore()))
		.build()

	@AfterEach
	fun stop() = simulator.close()

	@Test
	fun findsRecordOfReifiedTypeOrNull(): Unit = runBlocking {
		val id = contacts.add(mapOf("Last_Name" to "Watson", "Email" to "jo@example.com"))
		assertThat(bigin.findByIdOrNull<Person>(id)).isEqualTo(Person(id, "Watson", "jo@example.com"))
		assertThat(bigin.findByIdOrNull("Contacts", id, "Last_Name")?.getText("Last_Name")).isEqualTo("Watson")
		contacts.delete(id)
		assertThat(bigin.findByIdOrNull<Person>(id)).isNull()
	}

	@Test
	fun emptyFieldHasItsDefault(): Unit = runBlocking {
		val id = contacts.add(mapOf("Last_Name" to "Watson"))
		assertThat(bigin.findById("Contacts", id, "Title").awaitSingle().get("Title")).isNull()
		assertThat(bigin.findByIdOrNull<Person>(id)?.title).isEqualTo("none")
	}

	@Test
	fun emptyFieldWithoutDefaultIsUnreadable(): Unit = runBlocking {
		val id = contacts.add(mapOf("Last_Name" to "Watson"))
		val failure = runCatching { bigin.findByIdOrNull<Reachable>(id) }.exceptionOrNull()
		assertThat(failure).isInstanceOf(BiginUnreadableResponseException::class.java).hasMessageContaining("Email")
	}

	@Test
	fun findsManyAsFlow(): Unit = runBlocking {
		val ids = listOf("A", "B", "C").map { contacts.add(mapOf("Last_Name" to it)) }
		assertThat(bigin.findAllByIdAsFlow<Person>(ids).map { it.lastName }.toList()).containsExactly("A", "B", "C")
	}

	@Test
	fun flowReadsPagesOnlyAsItIsCollected(): Unit = runBlocking {
		contacts.generate(10)
		val names = bigin.query<Person>().pageSize(2).prefetch(0).flow().take(3).map { it.lastName }.toList()
		assertThat(names).hasSize(3)
		assertThat(simulator.requests().count("GET /Contacts")).isLessThan(5)
	}

	@Test
	fun awaitsTerminalsOfQuery(): Unit = runBlocking {
		assertThat(bigin.query<Person>().awaitFirstOrNull()).isNull()
		assertThat(bigin.query<Person>().awaitExists()).isFalse()
		contacts.add(mapOf("Last_Name" to "Watson"))
		assertThat(bigin.query<Person>().awaitOneOrNull()?.lastName).isEqualTo("Watson")
		contacts.add(mapOf("Last_Name" to "Holmes"))
		assertThat(bigin.query<Person>().awaitCount()).isEqualTo(2)
		assertThat(bigin.query<Person>().awaitPage(1).items()).hasSize(2)
		assertThat(bigin.coql<Person>().matching(Criteria.where("Last_Name").`is`("Holmes")).flow().toList())
			.extracting<String> { it.lastName }
			.containsExactly("Holmes")
		assertThatExceptionOfType(NonUniqueResultException::class.java)
			.isThrownBy { runBlocking { bigin.query<Person>().awaitOneOrNull() } }
	}

	@Test
	fun writesAndAwaits(): Unit = runBlocking {
		val id = bigin.createAndAwait(Person(lastName = "Watson")).id()
		assertThat(contacts.find(id)).containsEntry("Last_Name", "Watson")
		bigin.updateAndAwait("Contacts", BiginRecord.withId(id).set("Email", "jo@example.com"))
		assertThat(bigin.findByIdOrNull<Person>(id)?.email).isEqualTo("jo@example.com")
		bigin.deleteAndAwait<Person>(id)
		assertThat(contacts.find(id)).isNull()
		assertThat(bigin.deleted<Person>().flow().map { it.id() }.toList()).containsExactly(id)
	}

	@Test
	fun failureOfCallIsThrownWhereItIsAwaited(): Unit = runBlocking {
		simulator.faults().on("POST /Contacts").next(Fault.internalError())
		val failure = runCatching { bigin.createAndAwait(Person(lastName = "Watson")) }.exceptionOrNull()
		assertThat(failure).isInstanceOf(BiginException::class.java)
	}

	@Test
	fun flowOfRecordsIsWritten(): Unit = runBlocking {
		val people = flow { repeat(250) { emit(Person(lastName = "N$it")) } }
		val results = bigin.batch<Person>().create(people).toList()
		assertThat(results).hasSize(250)
		assertThat(contacts.count()).isEqualTo(250)
		assertThat(simulator.requests().count("POST /Contacts")).isEqualTo(3)
		bigin.batch<Person>().delete(results.map { (it as WriteResult.Written<*>).id() }.asFlow()).toList()
		assertThat(contacts.count()).isZero()
	}

	@Test
	fun changesAreHandledBySuspendingFunction(): Unit = runBlocking {
		contacts.add(mapOf("Last_Name" to "Watson"))
		simulator.clock().advance(Duration.ofMinutes(5))
		val names = mutableListOf<String>()
		bigin.changes<Person>().since(Instant.EPOCH).checkpointName("people").handleAndAwait { change ->
			delay(1)
			names += (change as Change.Saved).record().lastName
		}
		assertThat(names).containsExactly("Watson")
	}

	@Test
	fun cancelledCoroutineCancelsCall(): Unit = runBlocking {
		simulator.faults().latency(Duration.ofMinutes(1))
		val call = async(Dispatchers.Default) { bigin.findByIdOrNull<Person>("7255024000000596001") }
		Awaitility.await().until { simulator.requests().count("GET /Contacts/*") == 1 }
		call.cancelAndJoin()
		assertThat(cancelled).succeedsWithin(Duration.ofSeconds(10))
	}

	@Test
	fun recordsHaveReifiedRelations(): Unit = runBlocking {
		val id = contacts.add(mapOf("Last_Name" to "Watson"))
		bigin.notes<Person>(id).add(Note().apply { noteContent = "Call back" }).awaitSingle()
		assertThat(bigin.notes<Person>(id).all().publisherAsFlow().toList()).hasSize(1)
		assertThat(bigin.attachments<Person>(id).list().publisherAsFlow().toList()).isEmpty()
	}

	@Test
	fun bulkReadIsFlow(): Unit = runBlocking {
		contacts.generate(3)
		assertThat(bigin.bulkRead<Person>().flow().toList()).hasSize(3)
	}

	@Test
	fun bodyOfRequestIsAwaited(): Unit = runBlocking {
		val body = bigin.request(HttpMethod.GET, "/bigin/v2/settings/modules").awaitBodyOrNull<JsonNode>()
		assertThat(body?.path("modules")?.isArray).isTrue()
	}

	@Test
	fun blockingClientHasReifiedTypes() {
		val id = contacts.add(mapOf("Last_Name" to "Watson"))
		val client = BiginClient.of(bigin)
		assertThat(client.query<Person>().list()).containsExactly(Person(id, "Watson", null))
		client.delete<Person>(id)
		assertThat(contacts.count()).isZero()
	}

}

/** A type of the application. */
@BiginModule("Contacts")
data class Person(
	val id: String? = null,
	@param:BiginField("Last_Name") val lastName: String,
	val email: String? = null,
	val title: String = "none",
)

/** A type that knows no contact without an address. */
@BiginModule("Contacts")
data class Reachable(val id: String, val email: String)
