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

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.change.Change;
import io.github.biginspring.model.Contact;

class ContactCopy {

	private final Map<String, Contact> contacts = new ConcurrentHashMap<>();

	private final BiginClient bigin;

	ContactCopy(BiginClient bigin) {
		this.bigin = bigin;
	}

	void bringUpToDate() {
		this.bigin.call((operations) -> operations.changes(Contact.class)
			.checkpointName("contacts")
			.handleBatches(200, (changes) -> Mono.<Void>fromRunnable(() -> apply(changes))
				.subscribeOn(Schedulers.boundedElastic())));
	}

	private void apply(List<Change<Contact>> changes) {
		for (Change<Contact> change : changes) {
			if (change instanceof Change.Saved<Contact> saved) {
				this.contacts.put(saved.record().getId(), saved.record());
			}
			else if (change instanceof Change.Deleted<Contact> deleted) {
				this.contacts.remove(deleted.id());
			}
			else {
				this.contacts.clear();
			}
		}
	}

	int size() {
		return this.contacts.size();
	}

}
