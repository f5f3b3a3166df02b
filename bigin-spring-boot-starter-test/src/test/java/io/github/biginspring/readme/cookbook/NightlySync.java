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

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.change.Change;
import io.github.biginspring.model.Contact;

@Component
class NightlySync {

	private final BiginOperations bigin;

	private final JdbcClient jdbc;

	NightlySync(BiginOperations bigin, JdbcClient jdbc) {
		this.bigin = bigin;
		this.jdbc = jdbc;
	}

	@Scheduled(cron = "0 0 3 * * *")
	Mono<Void> run() {
		return this.bigin.changes(Contact.class)
			.checkpointName("contacts")
			.handle((change) -> Mono.<Void>fromRunnable(() -> apply(change)).subscribeOn(Schedulers.boundedElastic()));
	}

	private void apply(Change<Contact> change) {
		if (change instanceof Change.Saved<Contact> saved) {
			Contact contact = saved.record();
			delete(contact.getId());
			this.jdbc.sql("insert into contact (id, name, email) values (?, ?, ?)")
				.params(contact.getId(), contact.getLastName(), contact.getEmail())
				.update();
		}
		else if (change instanceof Change.Deleted<Contact> deleted) {
			delete(deleted.id());
		}
		else {
			this.jdbc.sql("delete from contact").update();
		}
	}

	private void delete(String id) {
		this.jdbc.sql("delete from contact where id = ?").param(id).update();
	}

}
