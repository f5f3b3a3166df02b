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

package io.github.biginspring.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.change.Change;
import io.github.biginspring.model.Contact;
import io.github.biginspring.notification.NotificationReceiver;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;

/**
 * Changes that the service tells of: it calls the application's endpoint, and the change
 * is read without waiting for the next poll, which is minutes away.
 */
class NotifiedSyncTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String TOKEN = "s3cr3t-t0k3n";

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void aChangeIsReadAsSoonAsItIsToldOf(WebApplicationType type) {
		try (BiginSimulator simulator = BiginSimulator.builder().empty().start();
				ConfigurableApplicationContext context = LocalApplication.run(simulator, type,
						LocalApplication.Plain.class, "bigin.notifications.receiver.enabled=true",
						"bigin.notifications.token=" + TOKEN, "bigin.sync.watermark-delay=1s")) {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			await(bigin.notifications()
				.subscribe(WatchRequest.channel("90210")
					.events(WatchEvent.all(Contact.class))
					.notifyUrl(URI.create(LocalApplication.url(context) + "/bigin/notifications"))
					.token(NotificationToken.of(TOKEN))
					.build()));
			Records contacts = simulator.organization().records("Contacts");
			contacts.add(Map.of("Last_Name", "Holmes"), Instant.now().minusSeconds(3600));
			List<Change<Contact>> changes = new CopyOnWriteArrayList<>();
			Disposable following = bigin.changes(Contact.class)
				.triggeredBy(context.getBean(NotificationReceiver.class).notifications())
				.read()
				.subscribe(changes::add);
			Awaitility.await().atMost(PATIENCE).until(() -> changes.size() == 1);
			String watson = contacts.add(Map.of("Last_Name", "Watson"));
			Awaitility.await().atMost(PATIENCE).until(() -> changes.size() == 2 && isSaved(changes.get(1), watson));
			contacts.delete(watson);
			Awaitility.await().atMost(PATIENCE).until(() -> changes.size() == 3 && isDeleted(changes.get(2), watson));
			following.dispose();
		}
	}

	private static boolean isSaved(Change<Contact> change, String id) {
		return change instanceof Change.Saved<Contact> saved && saved.id().equals(id);
	}

	private static boolean isDeleted(Change<Contact> change, String id) {
		return change instanceof Change.Deleted<Contact> deleted && deleted.id().equals(id);
	}

}
