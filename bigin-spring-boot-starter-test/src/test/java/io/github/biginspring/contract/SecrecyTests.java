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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.web.exchanges.InMemoryHttpExchangeRepository;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.autoconfigure.BiginWebClientCustomizer;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.notification.BiginNotification;
import io.github.biginspring.notification.NotificationReceiver;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.NotificationTokens;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A full run of an application that logs and shows all it can: no secret is in a log
 * line, an exception, the text of an object, an observation, a metric or a response of
 * the Actuator.
 */
class SecrecyTests {

	private static final String KEY = "key-that-nobody-may-see";

	private static final String OTHER_KEY = "other-key-nobody-may-see";

	private static final String TOKEN = "token-that-nobody-may-see";

	private static final String CHANNEL_TOKEN = "channel-token-nobody-may-see";

	private static final String NOTIFY_SECRET = "url-that-nobody-may-see";

	private static final JsonMapper json = new JsonMapper();

	private final SecretTrail trail = new SecretTrail();

	private final HttpClient client = HttpClient.newHttpClient();

	private String sessionToken;

	@AfterEach
	void end() throws Exception {
		this.trail.end();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void nothingShowsASecret(WebApplicationType type) throws Exception {
		try (BiginSimulator simulator = BiginSimulator.builder().apiKey(KEY).start();
				ConfigurableApplicationContext context = run(simulator, type)) {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			connect(bigin, simulator);
			useRecords(bigin, simulator);
			watch(bigin, simulator, context);
			receive(context);
			hearSecretsRepeated(bigin, simulator);
			seeObjects(context);
			seeActuator(context);
		}
		this.trail.assertHolds("log", "ExchangeFunctions", "HTTP GET", "headers={masked}");
		this.trail.assertHolds("log", "reactor.netty.http.client");
		this.trail.assertHolds("log", "A listener has failed");
		this.trail.assertHolds("log", "Channel 1 is subscribed to until");
		this.trail.assertHolds("observation", "notifications.subscribe");
		this.trail.assertHolds("metrics", "\"bigin.operation\"");
		this.trail.assertHoldsNone(KEY, OTHER_KEY, TOKEN, CHANNEL_TOKEN, NOTIFY_SECRET, this.sessionToken,
				"session_token");
	}

	private ConfigurableApplicationContext run(BiginSimulator simulator, WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type).initializers((context) -> {
			context.getBeanFactory().registerSingleton("trail", this.trail);
			this.trail.follow();
		})
			.run("--server.port=0", "--spring.main.banner-mode=off", "--trace=true", "--maton.url=" + simulator.url(),
					"--maton.api-key=" + KEY, "--tokyo=" + OTHER_KEY, "--maton.connections.tokyo.api-key=${tokyo}",
					"--bigin.retry.initial-interval=1ms", "--bigin.retry.max-interval=2ms",
					"--bigin.rate-limit.requests-per-second=10000", "--bigin.notifications.token=" + TOKEN,
					"--bigin.notifications.notify-url=http://localhost:1/?key=" + NOTIFY_SECRET,
					"--bigin.notifications.renewal.enabled=true", "--bigin.notifications.channels.1.events=Calls.all",
					"--bigin.notifications.channels.2.events=Contacts.all",
					"--bigin.notifications.channels.2.token=" + CHANNEL_TOKEN,
					"--bigin.notifications.receiver.enabled=true", "--bigin.notifications.receiver.max-body-size=2KB",
					"--logging.level.root=TRACE", "--logging.threshold.console=OFF",
					// the service's own log, and one that shows raw bytes of whatever
					// arrives
					"--logging.level.wiremock=INFO", "--logging.level.jdk.internal.httpclient=INFO",
					"--logging.level.org.apache.coyote=INFO", "--spring.http.codecs.log-request-details=true",
					"--spring.mvc.log-request-details=true", "--management.endpoints.web.exposure.include=*",
					"--management.endpoints.access.default=unrestricted",
					"--management.endpoint.health.show-details=always", "--management.endpoint.env.show-values=always",
					"--management.endpoint.configprops.show-values=always",
					"--management.httpexchanges.recording.include=request-headers,response-headers,cookie-headers,"
							+ "authorization-header,principal,remote-address,session-id,time-taken");
	}

	private void connect(BiginOperations bigin, BiginSimulator simulator) {
		MatonConnection created = await(bigin.connections().create());
		this.sessionToken = simulator.connection(created.connectionId()).sessionToken();
		assertThat(created.url().toString()).contains(this.sessionToken);
		simulator.connection(created.connectionId()).activate();
		see(created, json.writeValueAsString(created));
		see(await(bigin.connections().list()));
		see(await(bigin.connections().awaitActive(created.connectionId(), Duration.ofSeconds(20))));
		simulator.faults().next(Fault.invalidJson());
		fails(bigin.connections().get(created.connectionId()));
		simulator.faults()
			.next(Fault.status(200)
				.body("application/json",
						"{\"connection\":{\"connection_id\":\"x\",\"url\":\"https://connect/ ?session_token="
								+ this.sessionToken + "\"}}"));
		fails(bigin.connections().get(created.connectionId()));
		await(bigin.connections().delete(created.connectionId()));
	}

	private void useRecords(BiginOperations bigin, BiginSimulator simulator) {
		see(await(bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson"))));
		see(await(bigin.query("Contacts").fields("Email").all()));
		see(await(bigin.query(Contact.class).matching(Criteria.where("Last_Name").is("Watson")).all()));
		see(await(bigin.changes(Contact.class).watermarkDelay(Duration.ZERO).read()));
		simulator.faults().next(Fault.rateLimited());
		see(await(bigin.findById("Contacts", "1")));
		simulator.faults().next(Fault.connectionReset());
		see(await(bigin.findById("Contacts", "1")));
		fails(bigin.query("Nothing").fields("Email").page(1));
		BulkRead<BiginRecord> bulk = bigin.bulkRead("Contacts").fields("Last_Name");
		BulkJob job = await(bulk.create());
		for (int state = 0; state < 3; state++) {
			job = await(bulk.job(job.id()));
			see(job);
		}
		assertThat(await(bulk.rows(job.id()))).isNotEmpty();
	}

	private void watch(BiginOperations bigin, BiginSimulator simulator, ConfigurableApplicationContext context)
			throws InterruptedException {
		WatchRequest request = WatchRequest.channel("3")
			.events(WatchEvent.all(Contact.class))
			.notifyUrl(URI.create(LocalApplication.url(context) + "/bigin/notifications"))
			.token(NotificationToken.of(TOKEN))
			.build();
		see(request, await(bigin.notifications().subscribe(request)), await(bigin.notifications().renew(request)));
		see(await(bigin.notifications().list()), json.writeValueAsString(await(bigin.notifications().list("3"))));
		simulator.organization().records("Contacts").add(Map.of("Last_Name", "Moriarty"));
		BiginNotification notification = context.getBean(Application.class).next();
		assertThat(new String(notification.body())).contains(TOKEN);
		see(notification, json.writeValueAsString(notification));
		see(await(bigin.notifications().unsubscribe("3", "4")));
		simulator.faults()
			.always(Fault.status(400)
				.body("application/json", """
						{"code":"INVALID_DATA","details":{"token":"%1$s","more":["%1$s"]},"message":"bad %1$s"}"""
					.formatted(TOKEN)));
		fails(bigin.notifications().subscribe(request));
		simulator.faults().clear();
	}

	private void receive(ConfigurableApplicationContext context) throws Exception {
		String body = """
				{"module":"Contacts","channel_id":"%s","operation":"update","ids":["1"],"token":"%s"}""";
		assertThat(post(context, body.formatted("7", TOKEN))).isEqualTo(200);
		see(context.getBean(Application.class).next());
		assertThat(post(context, body.formatted("2", TOKEN))).isEqualTo(403);
		assertThat(post(context, body.formatted("7", CHANNEL_TOKEN))).isEqualTo(403);
		assertThat(post(context, body.formatted("7", TOKEN).substring(0, 90) + "!")).isEqualTo(400);
		assertThat(post(context, body.formatted("7", TOKEN) + " ".repeat(2048))).isEqualTo(413);
		assertThat(post(context, body.formatted("fails", TOKEN))).isEqualTo(200);
		see(context.getBean(Application.class).next());
	}

	private int post(ConfigurableApplicationContext context, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(LocalApplication.url(context) + "/bigin/notifications"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build();
		return this.client.send(request, BodyHandlers.discarding()).statusCode();
	}

	private void hearSecretsRepeated(BiginOperations bigin, BiginSimulator simulator) {
		simulator.faults().next(Fault.status(401).body("application/json", "{\"error\":\"unknown key " + KEY + "\"}"));
		fails(bigin.metadata().modules());
		simulator.faults().next(Fault.redirectTo(URI.create(simulator.url() + "/?key=" + KEY)));
		fails(bigin.metadata().modules());
		simulator.faults().next(Fault.status(400).body("text/html", "<html>" + KEY + "</html>"));
		fails(bigin.metadata().modules());
	}

	private void seeObjects(ConfigurableApplicationContext context) {
		see(ApiKey.of(KEY), NotificationToken.of(TOKEN), NotificationTokens.of(NotificationToken.of(TOKEN)));
		for (String name : context.getBeanDefinitionNames()) {
			Object bean = context.getBean(name);
			if (bean.getClass().getName().startsWith("io.github.biginspring.")) {
				see(name, bean);
			}
		}
		see(context.getBean(NotificationReceiver.class));
	}

	private void seeActuator(ConfigurableApplicationContext context) throws Exception {
		String actuator = LocalApplication.url(context) + "/actuator";
		for (String name : List.of("beans", "bigin", "conditions", "configprops", "configprops/maton",
				"configprops/bigin.notifications", "env", "env/maton.api-key", "env/tokyo",
				"env/bigin.notifications.token", "env/bigin.notifications.notify-url",
				"env/bigin.notifications.channels.2.token", "health", "health/maton", "httpexchanges", "info",
				"loggers", "mappings", "prometheus", "scheduledtasks", "threaddump")) {
			this.trail.see("actuator", get(actuator + "/" + name));
		}
		this.trail.assertHolds("actuator", "\"token\":\"******\"");
		this.trail.assertHolds("actuator", "\"rateLimiter\"", "\"channels\":[{\"id\":\"");
		this.trail.assertHolds("actuator", "\"exchanges\"", "/bigin/notifications");
		String metrics = get(actuator + "/metrics");
		for (JsonNode name : json.readTree(metrics).get("names")) {
			this.trail.see("metrics", get(actuator + "/metrics/" + name.asString()));
		}
	}

	private String get(String url) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()).body();
	}

	private void see(@Nullable Object... objects) {
		for (Object object : objects) {
			this.trail.see("object", object);
		}
	}

	private void fails(Flux<?> call) {
		fails(call.then());
	}

	private void fails(Mono<?> call) {
		Throwable failure = catchThrowable(() -> await(call));
		assertThat(failure).isInstanceOf(BiginException.class);
		this.trail.seeFailure(failure);
	}

	@Import(LocalApplication.Plain.class)
	static class Application {

		private final BlockingQueue<BiginNotification> received = new LinkedBlockingQueue<>();

		@Bean
		InMemoryHttpExchangeRepository httpExchangeRepository() {
			return new InMemoryHttpExchangeRepository();
		}

		@Bean
		BiginWebClientCustomizer talkativeCustomizer() {
			return (builder) -> builder.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(true));
		}

		@EventListener
		void on(BiginNotification notification) {
			this.received.add(notification);
			if (notification.channelId().equals("fails")) {
				throw new IllegalStateException("The listener has a bug: " + notification);
			}
		}

		BiginNotification next() throws InterruptedException {
			return Objects.requireNonNull(this.received.poll(30, TimeUnit.SECONDS), "no notification");
		}

	}

}
