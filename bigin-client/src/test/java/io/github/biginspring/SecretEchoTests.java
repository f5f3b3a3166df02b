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
package io.github.biginspring;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.retry.backoff.NoBackOffPolicy;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Note;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.query.Coql;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever of a call the service repeats in an error, no operation shows the API key, the
 * token of a channel or the session token of a connection in a failure, a result or a
 * line of the log.
 */
class SecretEchoTests {

	private static final String KEY = "key-that-nobody-may-see";

	private static final String TOKEN = "channel-token-nobody-may-see";

	private static final String SESSION_TOKEN = "5e55i0n-nobody-may-see";

	private static final String NOTIFY_SECRET = "url-that-nobody-may-see";

	private static final String SECRETS = KEY + " https://connect.maton.ai/?session_token=" + SESSION_TOKEN;

	// what no other operation sends
	private static final String WATCH_SECRETS = SECRETS + " " + TOKEN + " https://app.example/?k=" + NOTIFY_SECRET;

	private static final Map<String, Function<BiginTemplate, Publisher<?>>> OPERATIONS = operations();

	private final LocalServer server = new LocalServer();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(KEY))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.backOffPolicy(new NoBackOffPolicy())
		.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
		.build();

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.biginspring");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final List<String> seen = new ArrayList<>();

	private boolean failed;

	@BeforeEach
	void followTheLog() {
		this.logger.setLevel(Level.TRACE);
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void end() {
		this.logger.detachAppender(this.log);
		this.logger.setLevel(null);
		this.server.close();
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("cases")
	void showsNoSecretThatTheServiceRepeats(String operation, int status) {
		String secrets = List.of("watch", "renew").contains(operation) ? WATCH_SECRETS : SECRETS;
		// downloads of bulk reads have a pace
		List<String> bodies = operation.equals("bulk rows") ? bodies(secrets).subList(0, 1) : bodies(secrets);
		for (String body : bodies) {
			this.server.forget()
				.respondsWith(status, body.startsWith("{\"data") ? KEY : "application/json", body,
						Map.of("Location", "/" + KEY, "Retry-After", KEY, "X-Echo", KEY));
			use(operation);
		}
		assertThat(this.failed).as("something failed, or nothing is proven").isTrue();
		this.log.list.forEach((event) -> this.seen.add(event.getFormattedMessage()
				+ ((event.getThrowableProxy() != null) ? event.getThrowableProxy().getMessage() : "")));
		assertThat(this.seen)
			.allSatisfy((text) -> assertThat(text).doesNotContain(KEY, TOKEN, SESSION_TOKEN, NOTIFY_SECRET, "may-see"));
	}

	private static List<String> bodies(String secrets) {
		String error = """
				{"code":"INVALID_%1$s","status":"error","message":"%2$s","%2$s":"%2$s",
				"details":{"%2$s":"%2$s","api_name":"%2$s","json_path":"%2$s","id":"%2$s","session_token":"%3$s",
				"list":["%2$s",{"%2$s":["%2$s"]}],"duplicate_record":{"id":"%2$s","Owner":{"name":"%2$s"}}}}
				""".formatted(KEY, secrets, SESSION_TOKEN);
		List<String> bodies = new ArrayList<>(List.of(error, "{\"error\":" + error + "}",
				"{\"error\":\"" + secrets + "\"}", secrets, "{\"" + secrets + "\":{\"" + secrets + "\":[\"" + secrets));
		for (String name : List.of("data", "tags", "watch")) {
			bodies.add("{\"" + name + "\":[" + error + "]}");
			bodies.add("{\"" + name + "\":[" + error + "," + error + "]}");
			bodies.add("{\"" + name + "\":" + error + "}");
		}
		return bodies;
	}

	private void use(String operation) {
		Flux.from(OPERATIONS.get(operation).apply(this.bigin)).doOnNext(this::see).materialize().doOnNext((signal) -> {
			if (signal.getThrowable() != null) {
				seeFailure(signal.getThrowable());
			}
		}).blockLast(Duration.ofSeconds(30));
	}

	private void see(Object value) {
		if (value instanceof WriteResults<?> results) {
			this.seen.add(results.toString());
			results.all().forEach(this::see);
		}
		else if (value instanceof WriteResult<?> result) {
			this.seen.add(result.toString());
			if (result instanceof WriteResult.Rejected<?> rejected) {
				seeFailure(rejected.error());
			}
			if (result instanceof WriteResult.Unknown<?> unknown) {
				seeFailure(unknown.error());
			}
		}
	}

	private void seeFailure(Throwable failure) {
		this.failed = true;
		StringWriter trace = new StringWriter();
		// with all causes and what was suppressed
		failure.printStackTrace(new PrintWriter(trace));
		this.seen.add(trace.toString());
		List<Throwable> parts = new ArrayList<>(List.of(failure.getSuppressed()));
		for (Throwable part = failure; part != null; part = part.getCause()) {
			parts.add(part);
		}
		for (Throwable part : parts) {
			if (part instanceof BiginException exception) {
				this.seen.add(exception.getErrorDetails() + " " + exception.getCode() + " " + exception.getDetails()
						+ " " + exception.getErrorDetails().message());
			}
		}
	}

	static Stream<Object[]> cases() {
		return OPERATIONS.keySet()
			.stream()
			.flatMap((operation) -> Stream.of(200, 207, 302, 400, 500)
				.filter((status) -> status >= 400 || readsErrors(operation))
				.map((status) -> new Object[] { operation, status }));
	}

	// a success that is not read as one thing or another cannot fail
	private static boolean readsErrors(String operation) {
		return !List.of("download", "photo", "bulk rows", "request", "request text", "delete connection")
			.contains(operation);
	}

	private static Map<String, Function<BiginTemplate, Publisher<?>>> operations() {
		Map<String, Function<BiginTemplate, Publisher<?>>> all = new LinkedHashMap<>();
		all.put("create", (bigin) -> bigin.create("Contacts", record()));
		all.put("create typed", (bigin) -> bigin.create(contact()));
		all.put("createAll", (bigin) -> bigin.createAll("Contacts", List.of(record(), record())));
		all.put("update", (bigin) -> bigin.update("Contacts", BiginRecord.withId("1").set("Last_Name", "W")));
		all.put("updateAll", (bigin) -> bigin.updateAll("Contacts",
				List.of(BiginRecord.withId("1").set("F", "W"), BiginRecord.withId("2").set("F", "W"))));
		all.put("upsert", (bigin) -> bigin.upsert("Contacts", record(), "Email"));
		all.put("upsertAll", (bigin) -> bigin.upsertAll("Contacts", List.of(record(), record()), "Email"));
		all.put("delete", (bigin) -> bigin.delete("Contacts", "1"));
		all.put("deleteAll", (bigin) -> bigin.deleteAll("Contacts", List.of("1", "2")));
		all.put("stream of creates", (bigin) -> bigin.batch("Contacts").create(Flux.just(record(), record())));
		all.put("stream of upserts",
				(bigin) -> bigin.batch("Contacts").unordered().upsert(Flux.just(record(), record()), "Email"));
		all.put("stream of deletes", (bigin) -> bigin.batch("Contacts").delete(Flux.just("1", "2")));
		all.put("link", (bigin) -> bigin.related("Contacts", "1").link("Products", "2"));
		all.put("unlink", (bigin) -> bigin.related("Contacts", "1").unlink("Products", "2"));
		all.put("unlinkAll", (bigin) -> bigin.related("Contacts", "1").unlinkAll("Products", List.of("2", "3")));
		all.put("tag records", (bigin) -> bigin.tags().addTo("Contacts", List.of("1"), "vip"));
		all.put("untag records", (bigin) -> bigin.tags().removeFrom("Contacts", List.of("1"), "vip"));
		all.put("create tags", (bigin) -> bigin.tags().create("Contacts", "vip"));
		all.put("rename tag", (bigin) -> bigin.tags().rename("Contacts", "1", "vip"));
		all.put("delete tag", (bigin) -> bigin.tags().delete("Contacts", "1"));
		all.put("attach", (bigin) -> bigin.attachments("Contacts", "1").add(file()));
		all.put("attach link",
				(bigin) -> bigin.attachments("Contacts", "1").addLink(URI.create("https://app.example/a")));
		all.put("delete attachment", (bigin) -> bigin.attachments("Contacts", "1").delete("2"));
		all.put("upload photo", (bigin) -> bigin.photo("Contacts", "1").upload(file()));
		all.put("delete photo", (bigin) -> bigin.photo("Contacts", "1").delete());
		all.put("add note", (bigin) -> bigin.notes("Contacts", "1").add(note()));
		all.put("delete note", (bigin) -> bigin.notes("Contacts", "1").delete("2"));
		all.put("bulk job", (bigin) -> bigin.bulkRead("Contacts").create());
		all.put("await bulk job", (bigin) -> bigin.bulkRead("Contacts").await("1"));
		all.put("look at bulk job", (bigin) -> bigin.bulkRead("Contacts").job("1"));
		all.put("bulk rows", (bigin) -> bigin.bulkRead("Contacts").rows("1"));
		all.put("bulk records", (bigin) -> bigin.bulkRead(Contact.class).records());
		all.put("watch", (bigin) -> bigin.notifications().subscribe(watchRequest()));
		all.put("renew", (bigin) -> bigin.notifications().renew(watchRequest()));
		all.put("remove events", (bigin) -> bigin.notifications().removeEvents("1", WatchEvent.all("Contacts")));
		all.put("unsubscribe", (bigin) -> bigin.notifications().unsubscribe("1", "2"));
		all.put("list channels", (bigin) -> bigin.notifications().list());
		all.put("create connection", (bigin) -> bigin.connections().create());
		all.put("get connection", (bigin) -> bigin.connections().get("c-1"));
		all.put("delete connection", (bigin) -> bigin.connections().delete("c-1"));
		all.put("request",
				(bigin) -> bigin.request(HttpMethod.POST, "/bigin/v2/{module}", "Contacts")
					.body(Map.of())
					.retrieveJson());
		all.put("request text",
				(bigin) -> bigin.request(HttpMethod.GET, "/bigin/v2/{module}", "Contacts").retrieve(String.class));
		all.put("request typed",
				(bigin) -> bigin.request(HttpMethod.GET, "/bigin/v2/{module}", "Contacts").retrieve(Shape.class));
		all.put("findById typed", (bigin) -> bigin.findById(Contact.class, "1"));
		all.put("list typed", (bigin) -> bigin.query(Contact.class).page(1));
		all.put("search", (bigin) -> bigin.query(Contact.class).matching(Criteria.where("F").is("v")).page(1));
		all.put("coql", (bigin) -> bigin.coql(Coql.select("id").from("Contacts")).page(1));
		all.put("deleted", (bigin) -> bigin.deleted("Contacts").all());
		all.put("related list", (bigin) -> bigin.related("Contacts", "1").list("Products", "F").page(1));
		all.put("download", (bigin) -> bigin.attachments("Contacts", "1").download("2"));
		all.put("photo", (bigin) -> bigin.photo("Contacts", "1").download());
		all.put("fields", (bigin) -> bigin.metadata().fields("Contacts"));
		all.put("users", (bigin) -> bigin.metadata().users(UserType.ALL).take(500));
		all.put("organization", (bigin) -> bigin.metadata().organization());
		return all;
	}

	private static BiginRecord record() {
		return new BiginRecord().set("Last_Name", "Watson");
	}

	private static Contact contact() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		return contact;
	}

	private static FileContent file() {
		return FileContent.of("a.png", new ByteArrayResource(new byte[100]));
	}

	private static WatchRequest watchRequest() {
		return WatchRequest.channel("1")
			.events(WatchEvent.all("Contacts"))
			.notifyUrl(URI.create("https://app.example/?k=" + NOTIFY_SECRET))
			.token(NotificationToken.of(TOKEN))
			.build();
	}

	record Shape(int code, List<Integer> data) {

	}

	private static Note note() {
		Note note = new Note();
		note.setNoteContent("Called back");
		return note;
	}

}
