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

import io.github.biginspring.model.Contact;

/**
 * A way to write many contacts.
 */
interface ContactWriter {

	/**
	 * How many contacts a call carries. Few, so that there is something to see.
	 */
	int BATCH_SIZE = 10;

	/**
	 * How many calls it may begin at a time: more than the service takes.
	 */
	int CONCURRENCY = 40;

	/**
	 * Write contacts.
	 * @param contacts the contacts
	 * @param tally is told what becomes of them
	 * @return completes when nothing more is to be expected
	 */
	Mono<Void> write(Flux<Contact> contacts, RunTally tally);

	/**
	 * Search, as somebody would who uses the application meanwhile.
	 * @return completes when the response is there
	 */
	Mono<Void> search();

}
