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

package io.github.biginspring.readme.cookbook;

import java.io.BufferedReader;
import java.util.List;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.model.Contact;
import io.github.biginspring.write.WriteResult;

@Service
class ContactImport {

	private final BiginOperations bigin;

	ContactImport(BiginOperations bigin) {
		this.bigin = bigin.withPriority(CallPriority.BACKGROUND);
	}

	/**
	 * Import lines such as {@code Watson;watson@example.com}.
	 * @return a sentence for each line that was not written
	 */
	Flux<String> run(BufferedReader csv) {
		Flux<Contact> contacts = Flux.fromStream(csv::lines).map(ContactImport::contact);
		// one result for each contact, in the order of the lines
		return this.bigin.batch(Contact.class)
			.upsert(contacts, "Email")
			.index((line, result) -> describe(line + 1, result))
			.concatMapIterable((problem) -> problem);
	}

	private static Contact contact(String line) {
		String[] values = line.split(";", -1);
		Contact contact = new Contact();
		contact.setLastName(values[0]);
		contact.setEmail((values.length > 1) ? values[1] : null);
		return contact;
	}

	private static List<String> describe(long line, WriteResult<Contact> result) {
		if (result instanceof WriteResult.Rejected<Contact> rejected) {
			return List.of("Line " + line + " was rejected: " + rejected.reason());
		}
		if (result instanceof WriteResult.Unknown<Contact>) {
			return List.of("Line " + line + " may have been written: import it again");
		}
		return List.of();
	}

}
