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

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.limit.CallPriority;

/**
 * Counts records. Bigin does not tell how many there are, so they are read, and no more
 * of them than a glance is worth.
 */
@RestController
class CountController {

	private static final long MOST = 2000;

	private final BiginOperations bigin;

	CountController(BiginOperations bigin) {
		this.bigin = bigin;
	}

	// tag::counts[]
	@GetMapping("/api/counts/" + RecordCollection.VARIABLE)
	Mono<Counted> count(@PathVariable RecordCollection collection) {
		return this.bigin.withPriority(CallPriority.BACKGROUND)
			.query(collection.module())
			.fields("id")
			.all()
			.take(MOST + 1)
			.count()
			.map((count) -> new Counted(Math.min(count, MOST), count > MOST));
	}
	// end::counts[]

	/**
	 * How many records there are.
	 *
	 * @param count how many were counted
	 * @param more whether there are more
	 */
	record Counted(long count, boolean more) {

	}

}
