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

package io.github.biginspring.readme;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.model.Contact;
import io.github.biginspring.write.WriteResult;

class ContactExport {

	private final BiginClient bigin;

	ContactExport(BiginClient bigin) {
		this.bigin = bigin;
	}

	void exportTo(PrintWriter writer) {
		try (Stream<Contact> contacts = this.bigin.query(Contact.class).all()) {
			contacts.forEach((contact) -> writer.println(contact.getId() + "," + contact.getLastName()));
		}
	}

	long importFrom(Stream<Contact> source) {
		try (Stream<WriteResult<Contact>> results = this.bigin.batch(Contact.class).upsert(source, "Email")) {
			return results.filter((result) -> !(result instanceof WriteResult.Written)).count();
		}
	}

	String attach(String contactId, Path contract) {
		return this.bigin.attachments(Contact.class, contactId).add(contract);
	}

	void copy(String contactId, String attachmentId, OutputStream response) throws IOException {
		try (InputStream content = this.bigin.attachments(Contact.class, contactId).download(attachmentId)) {
			content.transferTo(response);
		}
	}

}
