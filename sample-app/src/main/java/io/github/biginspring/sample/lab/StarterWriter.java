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

package io.github.biginspring.sample.lab;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.sample.OnSimulator;

/**
 * Writes contacts as an application with the starter does. Limits, pauses and repetitions
 * are not its business.
 */
@Component
@OnSimulator
class StarterWriter implements ContactWriter {

	private final BiginOperations bigin;

	StarterWriter(BiginOperations bigin) {
		this.bigin = bigin;
	}

	// tag::starter[]
	@Override
	public Mono<Void> write(Flux<Contact> contacts, RunTally tally) {
		return this.bigin.withPriority(CallPriority.BACKGROUND)
			.batch(Contact.class)
			.batchSize(BATCH_SIZE)
			.concurrency(CONCURRENCY)
			.unordered()
			.create(contacts)
			// written, rejected, or unknown, and then not written again
			.doOnNext(tally::count)
			.then();
	}

	// goes before all that is written
	@Override
	public Mono<Void> search() {
		return this.bigin.query(Contact.class).matchingWord("Watson").page(PageSpec.of(1, 10)).then();
	}
	// end::starter[]

}
