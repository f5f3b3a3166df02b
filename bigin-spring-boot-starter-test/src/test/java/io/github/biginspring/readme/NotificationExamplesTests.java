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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.Contact;
import io.github.biginspring.notification.NotificationReceiver;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.ReceiveResult;
import io.github.biginspring.notification.Unsubscription;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchOptions;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchSubscription;
import io.github.biginspring.notification.WatchUpdate;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.test.AutoConfigureBiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of notifications, run.
 */
@SpringBootTest(classes = NotificationExamplesTests.Application.class,
		webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "bigin.notifications.receiver.enabled=true", "bigin.notifications.token=s3cr3t-t0k3n" })
@AutoConfigureBiginSimulator
class NotificationExamplesTests {

	@Autowired
	private BiginTemplate bigin;

	@Autowired
	private BiginSimulator simulator;

	@Autowired
	private NotificationReceiver receiver;

	@Autowired
	private ContactNotifications listener;

	@Test
	void subscribe() {
		String secret = "s3cr3t-t0k3n";
		Mono<WatchSubscription> subscribed = bigin.notifications()
			.subscribe(WatchRequest.channel("90210")
				.events(WatchEvent.all(Contact.class), WatchEvent.created("Pipelines"))
				.notifyUrl(URI.create("https://app.example.com/bigin/notifications"))
				.token(NotificationToken.of(secret))
				.build());
		Flux<Unsubscription> ended = bigin.notifications().unsubscribe("90210");
		Mono<WatchSubscription> updated = bigin.notifications()
			.update(WatchUpdate.channel("90210").options(WatchOptions.none().withFieldValues()).build());
		StepVerifier.create(subscribed)
			.assertNext((subscription) -> assertThat(subscription.expiresAt()).isNotNull())
			.verifyComplete();
		StepVerifier.create(updated).expectNextCount(1).verifyComplete();
		StepVerifier.create(ended.map(Unsubscription::wasSubscribed)).expectNext(true).verifyComplete();
		assertThat(this.simulator.requests().count()).isEqualTo(3);
	}

	@Test
	void listen() throws InterruptedException {
		String body = """
				{"module":"Contacts","ids":["7255024000000596045"],"operation":"insert","channel_id":"90210",
				"token":"s3cr3t-t0k3n"}""";
		assertThat(this.receiver.receive(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(ReceiveResult.ACCEPTED);
		assertThat(this.listener.seen.poll(10, TimeUnit.SECONDS)).isEqualTo("7255024000000596045");
	}

	/**
	 * The application of the example.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(ContactNotifications.class)
	static class Application {

	}

}
