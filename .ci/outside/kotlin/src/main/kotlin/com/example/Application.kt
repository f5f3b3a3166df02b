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

package com.example

import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.springframework.boot.CommandLineRunner
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.stereotype.Component

import io.github.biginspring.BiginTemplate
import io.github.biginspring.model.BiginModule

@SpringBootApplication
class Application

@BiginModule("Contacts")
data class Customer(val id: String?, val lastName: String, val email: String?)

@Component
class Import(private val bigin: BiginTemplate) : CommandLineRunner {

	override fun run(vararg args: String) = runBlocking {
		val id = bigin.create(Customer(null, "Watson", "watson@example.com")).awaitSingle().id()
		val customer = bigin.findById(Customer::class.java, id).awaitSingle()
		println("Customer ${customer.lastName}, ${customer.email}")
	}

}

fun main(args: Array<String>) {
	runApplication<Application>(*args)
}
