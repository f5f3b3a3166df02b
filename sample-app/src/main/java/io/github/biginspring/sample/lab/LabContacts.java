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

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

import io.github.biginspring.model.Contact;
import io.github.biginspring.sample.OnSimulator;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

/**
 * The contacts of a run, which bear its mark, so that they can be found again. Nothing in
 * them has to be unique: the service takes a contact twice where it is written twice.
 */
@Component
@OnSimulator
class LabContacts {

	private static final String MARK = "Written by the limits lab, run ";

	private final BiginSimulator simulator;

	LabContacts(BiginSimulator simulator) {
		this.simulator = simulator;
	}

	Flux<Contact> make(String run, int count) {
		return Flux.range(1, count).map((number) -> {
			Contact contact = new Contact();
			contact.setFirstName("Lab");
			contact.setLastName(String.format(Locale.ROOT, "Contact %04d", number));
			contact.setDescription(MARK + run);
			return contact;
		});
	}

	// tag::count[]
	RunProgress.Found count(String run, int expected, RunTally tally) {
		List<String> contacts = records().stream()
			.filter((contact) -> (MARK + run).equals(contact.get("Description")))
			.map((contact) -> String.valueOf(contact.get("Last_Name")))
			.toList();
		Set<String> stored = new HashSet<>(contacts);
		Set<String> unknown = tally.unknown();
		Set<String> reported = new HashSet<>(unknown);
		reported.addAll(tally.rejected());
		reported.removeAll(stored);
		unknown.retainAll(stored);
		return new RunProgress.Found(contacts.size(), expected - stored.size() - reported.size() - tally.unsent(),
				contacts.size() - stored.size(), unknown.size());
	}
	// end::count[]

	int deleteAll() {
		Records contacts = this.simulator.organization().records("Contacts");
		List<String> ids = records().stream()
			.filter((contact) -> String.valueOf(contact.get("Description")).startsWith(MARK))
			.map((contact) -> String.valueOf(contact.get("id")))
			.toList();
		ids.forEach(contacts::delete);
		return ids.size();
	}

	private List<Map<String, @Nullable Object>> records() {
		return this.simulator.organization().records("Contacts").all();
	}

}
