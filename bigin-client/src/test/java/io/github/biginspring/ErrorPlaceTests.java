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

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.retry.policy.NeverRetryPolicy;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.metadata.UserSpec;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Note;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.query.Coql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The errors of every kind of operation tell the operation, the module, the connection
 * and the OAuth scope that is missing.
 */
class ErrorPlaceTests {

	private static final String CONTACTS = "ZohoBigin.modules.contacts.";

	private static final Map<String, Case> CASES = cases();

	private final LocalServer server = new LocalServer();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("key-0123456789"))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
		.retryPolicy(new NeverRetryPolicy())
		.connectionId("c-1")
		.build();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@MethodSource("names")
	void tellsWhereItHappenedAndWhatIsMissing(String name) {
		this.server.respondsWith(401,
				"{\"code\":\"OAUTH_SCOPE_MISMATCH\",\"details\":{},\"message\":\"invalid oauth scope\"}");
		Case expected = CASES.get(name);
		BiginException error = failure(expected.call().apply(this.bigin));
		assertThat(error).isInstanceOf(BiginScopeException.class).hasMessageContaining("the scope " + expected.scope());
		assertThat(error.getOperation()).isEqualTo(expected.operation());
		assertThat(error.getModule()).isEqualTo(expected.module());
		assertThat(error.getConnectionId()).isEqualTo("c-1");
		assertThat(error.getRequiredScope()).isEqualTo(expected.scope());
		assertThat(error.isTransient()).isFalse();
	}

	@Test
	void tellsWhichHostCouldNotBeReached() {
		this.server.close();
		BiginException error = failure(this.bigin.findById("Contacts", "1"));
		assertThat(error).isInstanceOf(BiginTransportException.class)
			.hasMessageContaining("connection to " + this.server.url().getAuthority() + ": ")
			.hasMessageContaining("Connection refused")
			.hasMessageContaining("[module Contacts, connection c-1]");
		assertThat(error.isTransient()).isTrue();
	}

	@Test
	void tellsWhyAlsoInReactorsDebugMode() {
		Hooks.onOperatorDebug();
		try {
			tellsWhichHostCouldNotBeReached();
		}
		finally {
			Hooks.resetOnOperatorDebug();
		}
	}

	@Test
	void tellsTheModuleThatIsNotThere() {
		this.server.respondsWith(400,
				"{\"code\":\"INVALID_MODULE\",\"message\":\"the module name given seems to be invalid\"}");
		BiginException error = failure(this.bigin.findById("Nothing", "1"));
		assertThat(error).hasMessageContaining("[module Nothing, connection c-1]")
			.hasMessageContaining("metadata().modules()");
	}

	private static BiginException failure(Publisher<?> call) {
		return catchThrowableOfType(BiginException.class, () -> Mono.from(call).block(Duration.ofSeconds(30)));
	}

	static Stream<String> names() {
		return CASES.keySet().stream();
	}

	private static Map<String, Case> cases() {
		Map<String, Case> all = new LinkedHashMap<>();
		all.put("get", new Case("get", "Contacts", CONTACTS + "READ", (bigin) -> bigin.findById("Contacts", "1")));
		all.put("list", new Case("list", "Contacts", CONTACTS + "READ",
				(bigin) -> bigin.query("Contacts").fields("F").page(1)));
		all.put("search", new Case("search", "Contacts", "ZohoSearch.securesearch.READ," + CONTACTS + "READ",
				(bigin) -> bigin.query("Contacts").matching(Criteria.where("F").is("v")).page(1)));
		all.put("coql", new Case("coql", "Contacts", "ZohoBigin.coql.READ," + CONTACTS + "READ",
				(bigin) -> bigin.coql(Coql.select("id").from("Contacts")).page(1)));
		all.put("create",
				new Case("create", "Contacts", CONTACTS + "CREATE", (bigin) -> bigin.create("Contacts", record())));
		all.put("update", new Case("update", "Contacts", CONTACTS + "UPDATE",
				(bigin) -> bigin.update("Contacts", BiginRecord.withId("1").set("F", "v"))));
		all.put("upsert", new Case("upsert", "Contacts", CONTACTS + "CREATE," + CONTACTS + "UPDATE",
				(bigin) -> bigin.upsert("Contacts", record(), "F")));
		all.put("delete",
				new Case("delete", "Contacts", CONTACTS + "DELETE", (bigin) -> bigin.delete("Contacts", "1")));
		all.put("tag", new Case("add_tags", "Contacts", CONTACTS + "ALL",
				(bigin) -> bigin.tags().addTo("Contacts", List.of("1"), "vip")));
		all.put("create tag", new Case("create_tags", "Contacts", "ZohoBigin.settings.tags.CREATE",
				(bigin) -> bigin.tags().create("Contacts", "vip")));
		all.put("count tag", new Case("count_tag", "Contacts", "ZohoBigin.settings.tags.READ",
				(bigin) -> bigin.tags().countRecords("Contacts", "1")));
		all.put("link", new Case("link", "Contacts", CONTACTS + "UPDATE",
				(bigin) -> bigin.related("Contacts", "1").link("Products", "2")));
		all.put("note", new Case("create", "Contacts", "ZohoBigin.modules.notes.CREATE," + CONTACTS + "CREATE",
				(bigin) -> bigin.notes("Contacts", "1").add(note())));
		all.put("notes", new Case("list_related", "Contacts", "ZohoBigin.modules.notes.READ," + CONTACTS + "READ",
				(bigin) -> bigin.notes("Contacts", "1").all()));
		all.put("related", new Case("list_related", "Contacts", CONTACTS + "READ",
				(bigin) -> bigin.related("Contacts", "1").list("Products", "Product_Name").all()));
		all.put("attach",
				new Case("attach", "Contacts", "ZohoBigin.modules.attachments.CREATE," + CONTACTS + "CREATE",
						(bigin) -> bigin.attachments("Contacts", "1")
							.add(FileContent.of("a.txt", new ByteArrayResource(new byte[10])))));
		all.put("attachment",
				new Case("download_attachment", "Contacts", "ZohoBigin.modules.attachments.READ," + CONTACTS + "READ",
						(bigin) -> bigin.attachments("Contacts", "1").download("2")));
		all.put("bulk", new Case("bulk.create", "Contacts", "ZohoBigin.bulk.CREATE",
				(bigin) -> bigin.bulkRead("Contacts").create()));
		all.put("job", new Case("bulk.job", "Contacts", "ZohoBigin.bulk.READ",
				(bigin) -> bigin.bulkRead("Contacts").job("1")));
		all.put("watch",
				new Case("notifications.subscribe", null, "ZohoBigin.notifications.CREATE",
						(bigin) -> bigin.notifications()
							.subscribe(WatchRequest.channel("1")
								.events(WatchEvent.all("Contacts"))
								.notifyUrl(URI.create("https://app.example/bigin"))
								.build())));
		all.put("unwatch", new Case("notifications.unsubscribe", null, "ZohoBigin.notifications.DELETE",
				(bigin) -> bigin.notifications().unsubscribe("1")));
		all.put("fields", new Case("fields", "Contacts", "ZohoBigin.settings.fields.READ",
				(bigin) -> bigin.metadata().fields("Contacts")));
		all.put("modules",
				new Case("modules", null, "ZohoBigin.settings.modules.READ", (bigin) -> bigin.metadata().modules()));
		all.put("users",
				new Case("users", null, "ZohoBigin.users.READ", (bigin) -> bigin.metadata().users(UserType.ALL)));
		all.put("update user", new Case("update_user", null, "ZohoBigin.users.UPDATE",
				(bigin) -> bigin.users().update("1", UserSpec.empty().lastName("v"))));
		all.put("delete user",
				new Case("delete_user", null, "ZohoBigin.users.DELETE", (bigin) -> bigin.users().delete("1")));
		all.put("org",
				new Case("organization", null, "ZohoBigin.org.READ", (bigin) -> bigin.metadata().organization()));
		all.put("org photo",
				new Case("upload_organization_photo", null, "ZohoBigin.org.CREATE", (bigin) -> bigin.organizationPhoto()
					.upload(FileContent.of("a.png", new ByteArrayResource(new byte[10])))));
		all.put("request", new Case("request", "Tasks", "ZohoBigin.change_owner.CREATE",
				(bigin) -> bigin.request(HttpMethod.POST, "/bigin/v2/{module}/{id}/actions/change_owner", "Tasks", "1")
					.body(Map.of())
					.retrieveJson()));
		return all;
	}

	private static BiginRecord record() {
		return new BiginRecord().set("F", "v");
	}

	record Case(String operation, @Nullable String module, String scope, Function<BiginTemplate, Publisher<?>> call) {

	}

	private static Note note() {
		Note note = new Note();
		note.setNoteContent("Called back");
		return note;
	}

}
