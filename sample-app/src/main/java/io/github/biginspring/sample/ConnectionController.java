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

package io.github.biginspring.sample;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.connection.MatonConnection;

/**
 * The connections to Bigin that Maton keeps.
 */
@RestController
@RequestMapping("/api/connections")
class ConnectionController {

	private final BiginOperations bigin;

	ConnectionController(BiginOperations bigin) {
		this.bigin = bigin;
	}

	// tag::connections[]
	@GetMapping
	Flux<MatonConnection> list() {
		return this.bigin.connections().list();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<NewConnection> create() {
		return this.bigin.connections().create().map(NewConnection::of);
	}
	// end::connections[]

}
