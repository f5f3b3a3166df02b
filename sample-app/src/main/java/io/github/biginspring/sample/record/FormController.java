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

package io.github.biginspring.sample.record;

import java.util.Optional;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;

/**
 * Tells the page what to ask for: Bigin's own description of the fields, so that fields
 * which the organisation has added are there too.
 */
@RestController
class FormController {

	private final BiginOperations bigin;

	FormController(BiginOperations bigin) {
		this.bigin = bigin;
	}

	// tag::form[]
	@GetMapping("/api/forms/" + RecordCollection.VARIABLE)
	Mono<RecordForm> form(@PathVariable RecordCollection collection) {
		return this.bigin.metadata()
			.fields(collection.module())
			.collectList()
			.zipWith(
					this.bigin.metadata()
						.layouts(collection.module())
						.next()
						.map(Optional::of)
						.defaultIfEmpty(Optional.empty()),
					(fields, layout) -> RecordForm.of(fields, layout.orElse(null)));
	}
	// end::form[]

}
