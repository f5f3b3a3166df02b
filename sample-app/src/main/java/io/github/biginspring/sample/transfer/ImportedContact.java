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

package io.github.biginspring.sample.transfer;

import io.github.biginspring.model.Contact;

/**
 * A contact that knows where it came from, so that its result can say so.
 */
class ImportedContact extends Contact {

	private long line;

	static ImportedContact at(long line) {
		ImportedContact contact = new ImportedContact();
		contact.line = line;
		return contact;
	}

	/**
	 * Return where the contact stands in what is imported.
	 * @return the number of the line, from 1
	 */
	long line() {
		return this.line;
	}

}
