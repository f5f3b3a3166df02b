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

package io.github.biginspring.blocking;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.retry.policy.NeverRetryPolicy;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.internal.call.LocalServer.Received;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Note;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.DeletedType;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.write.WriteOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every blocking operation sends what the reactive one of the same name sends, and gives
 * what that one gives.
 */
class DelegatedOperationTests {

	private static final Map<String, Pair> PAIRS = pairs();

	// told by their results or asked of the client itself
	private static final Set<String> NOT_OPERATIONS = Set.of("of", "reactive", "call", "stream", "connectionId",
			"withProgress");

	private final LocalServer server = new LocalServer();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("key-0123456789"))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
		.retryPolicy(new NeverRetryPolicy())
		.build();

	private final BiginClient client = BiginClient.of(this.bigin);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@MethodSource("names")
	void doesWhatTheReactiveOneDoes(String name) {
		this.server.respondsWith(200, """
				{"data":[{"id":"1","Last_Name":"Watson","code":"SUCCESS","status":"success",
				"action":"insert","state":"COMPLETED","details":{"id":"1"}}],
				"id":"1","code":"SUCCESS","status":"success","message":"m","details":{"id":"1"},
				"modules":[{"api_name":"Contacts"}],"fields":[{"api_name":"F"}],"tags":[{"id":"1","name":"vip",
				"code":"SUCCESS","status":"success","details":{"id":"1"}}],"layouts":[],"users":[{"id":"1"}],
				"roles":[],"profiles":[],"custom_views":[],"related_lists":[],"org":[{"id":"1"}],"count":"3",
				"connection":{"connection_id":"c-1","status":"ACTIVE"},"connections":[],"connection_id":"c-1",
				"info":{"more_records":false,"count":1,"page":1,"per_page":200}}""");
		Pair pair = PAIRS.get(name);
		String expected = outcome(() -> result(pair.reactive().apply(this.bigin)));
		List<String> sent = sent();
		String outcome = outcome(() -> result(pair.blocking().apply(this.client)));
		assertThat(outcome).isEqualTo(expected);
		assertThat(sent()).isEqualTo(sent).isNotEmpty();
	}

	static Set<String> names() {
		return PAIRS.keySet();
	}

	@Test
	void noOperationOfTheClientIsLeftOut() {
		Set<String> tried = Set.copyOf(PAIRS.keySet().stream().map((name) -> name.split("[ .]")[0]).toList());
		assertThat(Stream.of(BiginClient.class.getMethods()).map((method) -> method.getName()))
			.filteredOn((name) -> !NOT_OPERATIONS.contains(name))
			.allSatisfy((name) -> assertThat(tried).contains(name));
	}

	@Test
	void knowsItsConnectionAndTheReactiveOperations() {
		assertThat(this.client.reactive()).isSameAs(this.bigin);
		assertThat(this.client.connectionId()).isNull();
		assertThat(this.client.withConnection("c-7").connectionId()).isEqualTo("c-7");
		assertThat(this.client.withConnection("c-7").reactive().connectionId()).isEqualTo("c-7");
	}

	private List<String> sent() {
		List<String> sent = new ArrayList<>();
		for (Received received : this.server.received()) {
			// what separates the parts of a form is random
			String type = String.valueOf(received.headers().getFirst("Content-Type"));
			int boundary = type.indexOf("boundary=");
			String body = (boundary >= 0) ? received.body().replace(type.substring(boundary + 9), "") : received.body();
			sent.add(received.method() + " " + received.uri() + " " + received.headers().getFirst("Maton-Connection")
					+ " " + body);
		}
		this.server.received().clear();
		return sent;
	}

	private static String outcome(Callable<String> operation) {
		try {
			return operation.call();
		}
		catch (Exception ex) {
			return ex.toString();
		}
	}

	private static String result(@Nullable Object result) throws Exception {
		if (result instanceof Publisher<?> publisher) {
			List<?> elements = Flux.from(publisher).map(DelegatedOperationTests::text).collectList().block();
			return String.valueOf(elements);
		}
		if (result instanceof Optional<?> optional) {
			return String.valueOf(optional.stream().map(DelegatedOperationTests::text).toList());
		}
		if (result instanceof Stream<?> stream) {
			try (stream) {
				return String.valueOf(stream.map(DelegatedOperationTests::text).toList());
			}
		}
		if (result instanceof List<?> list) {
			return String.valueOf(list.stream().map(DelegatedOperationTests::text).toList());
		}
		if (result instanceof InputStream content) {
			try (content) {
				return "[" + new String(content.readAllBytes(), StandardCharsets.UTF_8) + "]";
			}
		}
		return (result != null) ? "[" + text(result) + "]" : "[]";
	}

	private static String text(Object value) {
		if (value instanceof DataBuffer buffer) {
			String text = buffer.toString(StandardCharsets.UTF_8);
			DataBufferUtils.release(buffer);
			return text;
		}
		return (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
	}

	private static Map<String, Pair> pairs() {
		Map<String, Pair> pairs = new LinkedHashMap<>();
		addReads(pairs);
		addQueries(pairs);
		addWrites(pairs);
		addRelated(pairs);
		addFiles(pairs);
		addMetadata(pairs);
		addRest(pairs);
		return pairs;
	}

	private static void addReads(Map<String, Pair> pairs) {
		add(pairs, "findById", (c) -> c.findById(Contact.class, "1"), (b) -> b.findById(Contact.class, "1"));
		add(pairs, "findById of a module", (c) -> c.findById("Contacts", "1", "F"),
				(b) -> b.findById("Contacts", "1", "F"));
		add(pairs, "findAllById", (c) -> c.findAllById(Contact.class, List.of("1")),
				(b) -> b.findAllById(Contact.class, List.of("1")));
		add(pairs, "findAllById of a module", (c) -> c.findAllById("Contacts", List.of("1"), "F"),
				(b) -> b.findAllById("Contacts", List.of("1"), "F"));
		add(pairs, "query.all", (c) -> c.query(Contact.class).all(), (b) -> b.query(Contact.class).all());
		add(pairs, "query.list", (c) -> c.query(Contact.class).list(), (b) -> b.query(Contact.class).all());
		add(pairs, "query.first", (c) -> c.query(Contact.class).first(), (b) -> b.query(Contact.class).first());
		add(pairs, "query.one", (c) -> c.query(Contact.class).one(), (b) -> b.query(Contact.class).one());
		add(pairs, "query.count", (c) -> c.query(Contact.class).count(), (b) -> b.query(Contact.class).count());
		add(pairs, "query.exists", (c) -> c.query(Contact.class).exists(), (b) -> b.query(Contact.class).exists());
		add(pairs, "query.page", (c) -> c.query(Contact.class).page(2), (b) -> b.query(Contact.class).page(2));
		add(pairs, "query.page by its size", (c) -> c.query(Contact.class).page(PageSpec.of(3, 7)),
				(b) -> b.query(Contact.class).page(PageSpec.of(3, 7)));
		add(pairs, "withConnection", (c) -> c.withConnection("c-1").query(Contact.class).first(),
				(b) -> b.withConnection("c-1").query(Contact.class).first());
		add(pairs, "withPriority", (c) -> c.withPriority(CallPriority.BACKGROUND).query(Contact.class).first(),
				(b) -> b.withPriority(CallPriority.BACKGROUND).query(Contact.class).first());
	}

	private static void addQueries(Map<String, Pair> pairs) {
		add(pairs, "query.steps",
				(c) -> c.query("Contacts")
					.fields("F")
					.sort(SortOrder.ascending("Created_Time"))
					.pageSize(11)
					.prefetch(0)
					.customView("5")
					.modifiedSince(Instant.EPOCH)
					.approved(true)
					.first(),
				(b) -> b.query("Contacts")
					.fields("F")
					.sort(SortOrder.ascending("Created_Time"))
					.pageSize(11)
					.prefetch(0)
					.customView("5")
					.modifiedSince(Instant.EPOCH)
					.approved(true)
					.first());
		add(pairs, "query.pipeline", (c) -> c.query("Pipelines").fields("F").pipeline("6").first(),
				(b) -> b.query("Pipelines").fields("F").pipeline("6").first());
		add(pairs, "query.plan", (c) -> c.query("Contacts").fields("F").plan(ReadPlan.coql()).list(),
				(b) -> b.query("Contacts").fields("F").plan(ReadPlan.coql()).all());
		add(pairs, "query.onUnreadable", (c) -> c.query(Contact.class).onUnreadable((record) -> {
		}).first(), (b) -> b.query(Contact.class).onUnreadable((record) -> {
		}).first());
		add(pairs, "query.matching",
				(c) -> c.query("Contacts").matching(Criteria.where("F").is("v")).fields("F").pageSize(9).first(),
				(b) -> b.query("Contacts").matching(Criteria.where("F").is("v")).fields("F").pageSize(9).first());
		add(pairs, "query.matchingEmail",
				(c) -> c.query(Contact.class).matchingEmail("a@b.example").approved(false).list(),
				(b) -> b.query(Contact.class).matchingEmail("a@b.example").approved(false).all());
		add(pairs, "query.matchingPhone", (c) -> c.query(Contact.class).matchingPhone("12345").prefetch(0).list(),
				(b) -> b.query(Contact.class).matchingPhone("12345").prefetch(0).all());
		add(pairs, "query.matchingWord", (c) -> c.query(Contact.class).matchingWord("word").onUnreadable((record) -> {
		}).list(), (b) -> b.query(Contact.class).matchingWord("word").onUnreadable((record) -> {
		}).all());
		add(pairs, "coql", (c) -> c.coql(Contact.class).matching(Criteria.where("F").is("v")).limit(3).list(),
				(b) -> b.coql(Contact.class).matching(Criteria.where("F").is("v")).limit(3).all());
		add(pairs, "coql of a query",
				(c) -> c.coql(Coql.select("id").from("Contacts")).sort(SortOrder.ascending("id")).first(),
				(b) -> b.coql(Coql.select("id").from("Contacts")).sort(SortOrder.ascending("id")).first());
		add(pairs, "coql as a type",
				(c) -> c.coql(Contact.class, Coql.select("id").from("Contacts")).prefetch(0).onUnreadable((record) -> {
				}).first(),
				(b) -> b.coql(Contact.class, Coql.select("id").from("Contacts")).prefetch(0).onUnreadable((record) -> {
				}).first());
		add(pairs, "deleted",
				(c) -> c.deleted(Contact.class)
					.type(DeletedType.RECYCLE)
					.modifiedSince(Instant.EPOCH)
					.pageSize(8)
					.list(),
				(b) -> b.deleted(Contact.class)
					.type(DeletedType.RECYCLE)
					.modifiedSince(Instant.EPOCH)
					.pageSize(8)
					.all());
		add(pairs, "deleted of a module", (c) -> c.deleted("Contacts").first(), (b) -> b.deleted("Contacts").first());
		add(pairs, "bulkRead", (c) -> c.bulkRead(Contact.class).fields("F").page(2).create(),
				(b) -> b.bulkRead(Contact.class).fields("F").page(2).create());
		add(pairs, "bulkRead of a module",
				(c) -> c.bulkRead("Contacts").matching(Criteria.where("F").is("v")).onUnreadable((record) -> {
				}).create(),
				(b) -> b.bulkRead("Contacts").matching(Criteria.where("F").is("v")).onUnreadable((record) -> {
				}).create());
		add(pairs, "bulkRead.job", (c) -> c.bulkRead("Contacts").job("1"), (b) -> b.bulkRead("Contacts").job("1"));
		add(pairs, "bulkRead.await", (c) -> c.bulkRead("Contacts").timeout(Duration.ofSeconds(9)).await("1"),
				(b) -> b.bulkRead("Contacts").timeout(Duration.ofSeconds(9)).await("1"));
		add(pairs, "bulkRead.rows", (c) -> c.bulkRead("Contacts").rows("1"), (b) -> b.bulkRead("Contacts").rows("1"));
	}

	private static void addWrites(Map<String, Pair> pairs) {
		add(pairs, "create", (c) -> c.create(contact()), (b) -> b.create(contact()));
		add(pairs, "create in a module", (c) -> c.create("Contacts", record()), (b) -> b.create("Contacts", record()));
		add(pairs, "createAll", (c) -> c.createAll(List.of(contact())), (b) -> b.createAll(List.of(contact())));
		add(pairs, "createAll in a module", (c) -> c.createAll("Contacts", List.of(record())),
				(b) -> b.createAll("Contacts", List.of(record())));
		add(pairs, "update", (c) -> c.update("Contacts", existing()), (b) -> b.update("Contacts", existing()));
		add(pairs, "updateAll", (c) -> c.updateAll("Contacts", List.of(existing())),
				(b) -> b.updateAll("Contacts", List.of(existing())));
		add(pairs, "upsert", (c) -> c.upsert(contact(), "Email"), (b) -> b.upsert(contact(), "Email"));
		add(pairs, "upsert in a module", (c) -> c.upsert("Contacts", record(), "Email"),
				(b) -> b.upsert("Contacts", record(), "Email"));
		add(pairs, "upsertAll", (c) -> c.upsertAll(List.of(contact()), "Email"),
				(b) -> b.upsertAll(List.of(contact()), "Email"));
		add(pairs, "upsertAll in a module", (c) -> c.upsertAll("Contacts", List.of(record()), "Email"),
				(b) -> b.upsertAll("Contacts", List.of(record()), "Email"));
		add(pairs, "delete", (c) -> c.delete(Contact.class, "1"), (b) -> b.delete(Contact.class, "1"));
		add(pairs, "delete in a module", (c) -> c.delete("Contacts", "1"), (b) -> b.delete("Contacts", "1"));
		add(pairs, "deleteAll", (c) -> c.deleteAll(Contact.class, List.of("1")),
				(b) -> b.deleteAll(Contact.class, List.of("1")));
		add(pairs, "deleteAll in a module", (c) -> c.deleteAll("Contacts", List.of("1")),
				(b) -> b.deleteAll("Contacts", List.of("1")));
		WriteOptions options = WriteOptions.defaults().withoutWorkflows();
		add(pairs, "withOptions", (c) -> c.withOptions(options).create(contact()),
				(b) -> b.withOptions(options).create(contact()));
		add(pairs, "batch.create", (c) -> c.batch(Contact.class).create(List.of(contact())),
				(b) -> b.batch(Contact.class).create(Flux.just(contact())));
		add(pairs, "batch.create of a stream", (c) -> c.batch("Contacts").create(Stream.of(record())),
				(b) -> b.batch("Contacts").create(Flux.just(record())));
		add(pairs, "batch.update", (c) -> c.batch("Contacts").concurrency(1).update(List.of(existing())),
				(b) -> b.batch("Contacts").concurrency(1).update(Flux.just(existing())));
		add(pairs, "batch.update of a stream", (c) -> c.batch("Contacts").unordered().update(Stream.of(existing())),
				(b) -> b.batch("Contacts").unordered().update(Flux.just(existing())));
		add(pairs, "batch.upsert", (c) -> c.batch("Contacts").batchSize(1).upsert(List.of(record()), "Email"),
				(b) -> b.batch("Contacts").batchSize(1).upsert(Flux.just(record()), "Email"));
		add(pairs, "batch.upsert of a stream",
				(c) -> c.batch("Contacts").window(Duration.ofSeconds(2)).upsert(Stream.of(record()), "Email"),
				(b) -> b.batch("Contacts").window(Duration.ofSeconds(2)).upsert(Flux.just(record()), "Email"));
		add(pairs, "batch.delete", (c) -> c.batch("Contacts").delete(List.of("1")),
				(b) -> b.batch("Contacts").delete(Flux.just("1")));
		add(pairs, "batch.delete of a stream", (c) -> c.batch("Contacts").delete(Stream.of("1")),
				(b) -> b.batch("Contacts").delete(Flux.just("1")));
	}

	private static void addRelated(Map<String, Pair> pairs) {
		add(pairs, "related", (c) -> c.related(Contact.class, "1").list("Products", "F").list(),
				(b) -> b.related(Contact.class, "1").list("Products", "F").all());
		add(pairs, "related as a type",
				(c) -> c.related("Contacts", "1").list("Pipelines", Contact.class).pipeline("3").first(),
				(b) -> b.related("Contacts", "1").list("Pipelines", Contact.class).pipeline("3").first());
		add(pairs, "related.link", (c) -> done(() -> c.related("Contacts", "1").link("Products", "2")),
				(b) -> b.related("Contacts", "1").link("Products", "2"));
		add(pairs, "related.unlink", (c) -> done(() -> c.related("Contacts", "1").unlink("Products", "2")),
				(b) -> b.related("Contacts", "1").unlink("Products", "2"));
		add(pairs, "related.unlinkAll", (c) -> c.related("Contacts", "1").unlinkAll("Products", List.of("1")),
				(b) -> b.related("Contacts", "1").unlinkAll("Products", List.of("1")));
		add(pairs, "notes.all", (c) -> c.notes(Contact.class, "1").all(), (b) -> b.notes(Contact.class, "1").all());
		add(pairs, "notes.list", (c) -> c.notes("Contacts", "1").list(), (b) -> b.notes("Contacts", "1").all());
		add(pairs, "notes.add", (c) -> c.notes("Contacts", "1").add(note()),
				(b) -> b.notes("Contacts", "1").add(note()));
		add(pairs, "notes.update", (c) -> c.notes("Contacts", "1").update(existingNote()),
				(b) -> b.notes("Contacts", "1").update(existingNote()));
		add(pairs, "notes.delete", (c) -> c.notes("Contacts", "1").delete("2"),
				(b) -> b.notes("Contacts", "1").delete("2"));
		add(pairs, "tags.list", (c) -> c.tags().list("Contacts"), (b) -> b.tags().list("Contacts"));
		add(pairs, "tags.create", (c) -> c.tags().create("Contacts", "vip"), (b) -> b.tags().create("Contacts", "vip"));
		add(pairs, "tags.rename", (c) -> done(() -> c.tags().rename("Contacts", "1", "vip")),
				(b) -> b.tags().rename("Contacts", "1", "vip"));
		add(pairs, "tags.delete", (c) -> done(() -> c.tags().delete("Contacts", "1")),
				(b) -> b.tags().delete("Contacts", "1"));
		add(pairs, "tags.countRecords", (c) -> c.tags().countRecords(Contact.class, "1"),
				(b) -> b.tags().countRecords(Contact.class, "1"));
		add(pairs, "tags.countRecords of a module", (c) -> c.tags().countRecords("Contacts", "1"),
				(b) -> b.tags().countRecords("Contacts", "1"));
		add(pairs, "tags.addTo", (c) -> c.tags().addTo(Contact.class, List.of("1"), "vip"),
				(b) -> b.tags().addTo(Contact.class, List.of("1"), "vip"));
		add(pairs, "tags.addTo a module", (c) -> c.tags().addTo("Contacts", List.of("1"), "vip"),
				(b) -> b.tags().addTo("Contacts", List.of("1"), "vip"));
		add(pairs, "tags.removeFrom", (c) -> c.tags().removeFrom(Contact.class, List.of("1"), "vip"),
				(b) -> b.tags().removeFrom(Contact.class, List.of("1"), "vip"));
		add(pairs, "tags.removeFrom a module", (c) -> c.tags().removeFrom("Contacts", List.of("1"), "vip"),
				(b) -> b.tags().removeFrom("Contacts", List.of("1"), "vip"));
	}

	private static void addFiles(Map<String, Pair> pairs) {
		add(pairs, "attachments.list", (c) -> c.attachments(Contact.class, "1").list(),
				(b) -> b.attachments(Contact.class, "1").list());
		add(pairs, "attachments.add", (c) -> c.attachments("Contacts", "1").add(file()),
				(b) -> b.attachments("Contacts", "1").add(file()));
		add(pairs, "attachments.add of bytes", (c) -> c.attachments("Contacts", "1").add("a.png", new byte[] { 'b' }),
				(b) -> b.attachments("Contacts", "1").add(file()));
		add(pairs, "attachments.addLink",
				(c) -> c.attachments("Contacts", "1").addLink(URI.create("https://a.example")),
				(b) -> b.attachments("Contacts", "1").addLink(URI.create("https://a.example")));
		add(pairs, "attachments.download", (c) -> c.attachments("Contacts", "1").download("2"),
				(b) -> b.attachments("Contacts", "1").download("2"));
		add(pairs, "attachments.delete", (c) -> done(() -> c.attachments("Contacts", "1").delete("2")),
				(b) -> b.attachments("Contacts", "1").delete("2"));
		add(pairs, "photo.upload", (c) -> done(() -> c.photo(Contact.class, "1").upload(file())),
				(b) -> b.photo(Contact.class, "1").upload(file()));
		add(pairs, "photo.upload of bytes",
				(c) -> done(() -> c.photo("Contacts", "1").upload("a.png", new byte[] { 'b' })),
				(b) -> b.photo("Contacts", "1").upload(file()));
		add(pairs, "photo.download", (c) -> c.photo("Contacts", "1").download(),
				(b) -> b.photo("Contacts", "1").download());
		add(pairs, "photo.delete", (c) -> done(() -> c.photo("Contacts", "1").delete()),
				(b) -> b.photo("Contacts", "1").delete());
		add(pairs, "uploads.add", (c) -> c.uploads().add(file()), (b) -> b.uploads().add(file()));
		add(pairs, "uploads.add of bytes", (c) -> c.uploads().add("a.png", new byte[] { 'b' }),
				(b) -> b.uploads().add(file()));
		add(pairs, "uploads.download", (c) -> c.uploads().download("2"), (b) -> b.uploads().download("2"));
	}

	private static void addMetadata(Map<String, Pair> pairs) {
		add(pairs, "metadata.modules", (c) -> c.metadata().modules(), (b) -> b.metadata().modules());
		add(pairs, "metadata.module", (c) -> c.metadata().module("Contacts"), (b) -> b.metadata().module("Contacts"));
		add(pairs, "metadata.fields", (c) -> c.metadata().fields("Contacts"), (b) -> b.metadata().fields("Contacts"));
		add(pairs, "metadata.refreshFields", (c) -> c.metadata().refreshFields("Contacts"),
				(b) -> b.metadata().refreshFields("Contacts"));
		add(pairs, "metadata.layouts", (c) -> c.metadata().layouts("Contacts"),
				(b) -> b.metadata().layouts("Contacts"));
		add(pairs, "metadata.pipelines", (c) -> c.metadata().pipelines(), (b) -> b.metadata().pipelines());
		add(pairs, "metadata.customViews", (c) -> c.metadata().customViews("Contacts"),
				(b) -> b.metadata().customViews("Contacts"));
		add(pairs, "metadata.relatedLists", (c) -> c.metadata().relatedLists("Contacts"),
				(b) -> b.metadata().relatedLists("Contacts"));
		add(pairs, "metadata.roles", (c) -> c.metadata().roles(), (b) -> b.metadata().roles());
		add(pairs, "metadata.profiles", (c) -> c.metadata().profiles(), (b) -> b.metadata().profiles());
		add(pairs, "metadata.organization", (c) -> c.metadata().organization(), (b) -> b.metadata().organization());
		add(pairs, "metadata.users", (c) -> c.metadata().users(UserType.ALL), (b) -> b.metadata().users(UserType.ALL));
		add(pairs, "metadata.user", (c) -> c.metadata().user("1"), (b) -> b.metadata().user("1"));
	}

	private static void addRest(Map<String, Pair> pairs) {
		add(pairs, "connections.list", (c) -> c.connections().list(), (b) -> b.connections().list());
		add(pairs, "connections.list by status", (c) -> c.connections().list(ConnectionStatus.ACTIVE),
				(b) -> b.connections().list(ConnectionStatus.ACTIVE));
		add(pairs, "connections.list of an app", (c) -> c.connections().list("an-app", null),
				(b) -> b.connections().list("an-app", null));
		add(pairs, "connections.get", (c) -> c.connections().get("c-1"), (b) -> b.connections().get("c-1"));
		add(pairs, "connections.create", (c) -> c.connections().create(), (b) -> b.connections().create());
		add(pairs, "connections.create by a method", (c) -> c.connections().create("OAUTH2"),
				(b) -> b.connections().create("OAUTH2"));
		add(pairs, "connections.delete", (c) -> done(() -> c.connections().delete("c-1")),
				(b) -> b.connections().delete("c-1"));
		add(pairs, "connections.awaitActive", (c) -> c.connections().awaitActive("c-1", Duration.ofSeconds(9)),
				(b) -> b.connections().awaitActive("c-1", Duration.ofSeconds(9)));
		add(pairs, "request",
				(c) -> c.request(HttpMethod.POST, "/bigin/v2/{module}", "Contacts")
					.query("a", 1)
					.header("X-Custom", "v")
					.body(Map.of("a", 1))
					.idempotent(true)
					.credits(2)
					.retrieveJson(),
				(b) -> b.request(HttpMethod.POST, "/bigin/v2/{module}", "Contacts")
					.query("a", 1)
					.header("X-Custom", "v")
					.body(Map.of("a", 1))
					.idempotent(true)
					.credits(2)
					.retrieveJson());
		add(pairs, "request.retrieve",
				(c) -> c.request(HttpMethod.PUT, "/bigin/v2/Contacts")
					.body(new byte[] { 'b' }, MediaType.TEXT_PLAIN)
					.retrieve(String.class),
				(b) -> b.request(HttpMethod.PUT, "/bigin/v2/Contacts")
					.body(new byte[] { 'b' }, MediaType.TEXT_PLAIN)
					.retrieve(String.class));
		add(pairs, "request.retrieveBytes",
				(c) -> c.request(HttpMethod.POST, "/bigin/v2/Contacts").file("file", file()).retrieveBytes(),
				(b) -> b.request(HttpMethod.POST, "/bigin/v2/Contacts").file("file", file()).retrieveBytes());
		add(pairs, "request.stream", (c) -> c.request(HttpMethod.GET, "/bigin/v2/Contacts").stream(),
				(b) -> b.request(HttpMethod.GET, "/bigin/v2/Contacts").stream());
		add(pairs, "request.toEntity",
				(c) -> c.request(HttpMethod.GET, "/bigin/v2/Contacts").toEntity(String.class).getBody(),
				(b) -> b.request(HttpMethod.GET, "/bigin/v2/Contacts")
					.toEntity(String.class)
					.mapNotNull((entity) -> entity.getBody()));
		add(pairs, "owners by call", (c) -> c.call((operations) -> operations.owners().change("Contacts", "1", "2")),
				(b) -> b.owners().change("Contacts", "1", "2"));
		add(pairs, "senders by stream", (c) -> c.stream((operations) -> operations.mails().senders()),
				(b) -> b.mails().senders());
	}

	@Test
	void sendsAFileOfThisMachine(@TempDir Path directory) throws Exception {
		this.server.respondsWith(200,
				"{\"data\":[{\"code\":\"SUCCESS\",\"status\":\"success\",\"message\":\"m\",\"details\":{\"id\":\"9\"}}]}");
		Path file = Files.writeString(directory.resolve("contract.txt"), "the contract");
		assertThat(this.client.attachments("Contacts", "1").add(file)).isEqualTo("9");
		assertThat(this.server.request().body()).contains("contract.txt", "the contract");
	}

	@Test
	void downloadsToAFile(@TempDir Path directory) {
		this.server.respondsWith(200, "application/octet-stream", "the contract", Map.of());
		Path file = directory.resolve("contract.txt");
		assertThat(this.client.attachments("Contacts", "1").downloadTo("2", file)).contains(file);
		assertThat(file).hasContent("the contract");
	}

	private static @Nullable Object done(Runnable operation) {
		operation.run();
		return null;
	}

	private static Contact contact() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		return contact;
	}

	private static BiginRecord record() {
		return new BiginRecord().set("Last_Name", "Watson");
	}

	private static BiginRecord existing() {
		return BiginRecord.withId("1").set("Last_Name", "Watson");
	}

	private static Note note() {
		Note note = new Note();
		note.setNoteContent("Called back");
		return note;
	}

	private static Note existingNote() {
		Note note = note();
		note.setId("5");
		return note;
	}

	private static FileContent file() {
		return FileContent.of("a.png", new ByteArrayResource(new byte[] { 'b' }));
	}

	private static void add(Map<String, Pair> pairs, String name, Function<BiginClient, @Nullable Object> blocking,
			Function<BiginOperations, Publisher<?>> reactive) {
		pairs.put(name, new Pair(blocking, reactive));
	}

	private record Pair(Function<BiginClient, @Nullable Object> blocking,
			Function<BiginOperations, Publisher<?>> reactive) {

	}

}
