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

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.github.biginspring.sample.OnSimulator;

/**
 * The laboratory: writes many contacts in two ways, and breaks things meanwhile. There is
 * none on the real service.
 */
@RestController
@OnSimulator
@RequestMapping("/api/lab")
class LabController {

	private static final int CONTACTS = 1000;

	private final LabRuns runs;

	private final StarterWriter starter;

	private final PlainWriter plain;

	private final LabFaults faults;

	private final LabContacts contacts;

	LabController(LabRuns runs, StarterWriter starter, PlainWriter plain, LabFaults faults, LabContacts contacts) {
		this.runs = runs;
		this.starter = starter;
		this.plain = plain;
		this.faults = faults;
		this.contacts = contacts;
	}

	// a client that goes away stops the calls
	@PostMapping(path = "/runs/{writer}", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<RunProgress> run(@PathVariable String writer) {
		return this.runs.run(switch (writer) {
			case "starter" -> this.starter;
			case "plain" -> this.plain;
			default ->
				throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There are the writers starter and plain");
		}, CONTACTS);
	}

	@PostMapping("/faults/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void breakSomething(@PathVariable String name) {
		Runnable fault = this.faults.find(name);
		if (fault == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such fault");
		}
		fault.run();
	}

	@DeleteMapping("/contacts")
	Tidied tidyUp() {
		return new Tidied(this.contacts.deleteAll());
	}

	/**
	 * What was tidied up.
	 *
	 * @param deleted how many contacts
	 */
	record Tidied(int deleted) {

	}

}
