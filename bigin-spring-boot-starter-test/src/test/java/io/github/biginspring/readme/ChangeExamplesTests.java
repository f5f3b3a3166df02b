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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.change.Change;
import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.change.InMemoryCursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.model.Contact;
import io.github.biginspring.notification.NotificationReceiver;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.NotificationTokens;
import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of reading changes, run. The sample data were changed in the days before,
 * so the first of them come at once.
 */
class ChangeExamplesTests {

	private final BiginSimulator simulator = BiginSimulator.start();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
		.changes(ChangeSettings.defaults()
			.withCursorStore(new InMemoryCursorStore())
			.withWatermarkDelay(Duration.ZERO)
			.withLeaseProvider((name, duration) -> Mono.just(new Always())))
		.build();

	private final Directory directory = new Directory();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	private void awaitSaved(Mono<Void> copying) throws InterruptedException {
		Disposable running = copying.subscribe();
		assertThat(this.directory.calls.poll(10, TimeUnit.SECONDS)).isEqualTo("save");
		running.dispose();
	}

	@Test
	void stored() throws InterruptedException {
		Mono<Void> copied = bigin.changes(Contact.class).checkpointName("contacts").handle((change) -> {
			if (change instanceof Change.Saved<Contact> saved) {
				return directory.save(saved.record());
			}
			return (change instanceof Change.Deleted<Contact> deleted) ? directory.delete(deleted.id())
					: directory.clear();
		});
		awaitSaved(copied);
	}

	@Test
	void inBatches() throws InterruptedException {
		Mono<Void> copied = bigin.changes(Contact.class)
			.checkpointName("contacts")
			.handleBatches(200, directory::apply);
		awaitSaved(copied);
	}

	@Test
	void following() throws InterruptedException {
		Mono<Void> following = bigin.changes(Contact.class)
			.fields("Last_Name", "Email")
			.pollEvery(Duration.ofMinutes(1))
			.checkpointName("contacts")
			.exclusive()
			.handleBatches(200, directory::apply)
			.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(5)));
		awaitSaved(following);
	}

	@Test
	void read() {
		String cursor = null;
		Flux<Change<Contact>> changes = bigin.changes(Contact.class).fromText(cursor).read();
		StepVerifier.create(changes.take(1)).assertNext((change) -> {
			assertThat(change).isInstanceOf(Change.Saved.class);
			assertThat(change.cursor()).hasToString(change.cursor().toString());
		}).verifyComplete();
	}

	@Test
	void drivenByNotifications() throws InterruptedException {
		NotificationReceiver receiver = new NotificationReceiver(
				NotificationTokens.of(NotificationToken.of("s3cr3t-t0k3n")), 1024, 16, Schedulers.parallel());
		Mono<Void> following = bigin.changes(Contact.class)
			.triggeredBy(receiver.notifications().filter((notification) -> "Contacts".equals(notification.module())))
			.checkpointName("contacts")
			.handleBatches(200, directory::apply);
		awaitSaved(following);
	}

	/**
	 * What is kept in step in the examples.
	 */
	private static final class Directory {

		private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

		Mono<Void> save(Contact contact) {
			return Mono.fromRunnable(() -> this.calls.add("save"));
		}

		Mono<Void> delete(String id) {
			return Mono.fromRunnable(() -> this.calls.add("delete"));
		}

		Mono<Void> clear() {
			return Mono.fromRunnable(() -> this.calls.add("clear"));
		}

		Mono<Void> apply(List<Change<Contact>> changes) {
			return Mono.fromRunnable(() -> this.calls.add("save"));
		}

	}

	/**
	 * A lease of the only instance there is.
	 */
	private static final class Always implements LeaseProvider.Lease {

		@Override
		public Mono<Boolean> extend(Duration duration) {
			return Mono.just(true);
		}

		@Override
		public Mono<Void> release() {
			return Mono.empty();
		}

	}

}
