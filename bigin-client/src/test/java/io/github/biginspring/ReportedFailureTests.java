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

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.query.Coql;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A failure that is reported in the place of an element is that failure, and no element.
 */
class ReportedFailureTests {

	private static final String REPORT = "{\"code\":\"INVALID_DATA\",\"details\":{},\"message\":\"no\",\"status\":\"error\"}";

	private static final List<String> ARRAYS = List.of("data", "modules", "fields", "layouts", "custom_views",
			"related_lists", "roles", "profiles", "org", "users", "tags", "watch", "connections");

	private final LocalServer server = new LocalServer();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("key-0123456789"))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.build();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	static Stream<Arguments> reads() {
		return Stream.of(read("query", (bigin) -> bigin.query("Contacts").fields("Last_Name").all()),
				read("query of a type without an id", (bigin) -> bigin.query(Nameless.class).all()),
				read("page", (bigin) -> bigin.query("Contacts").fields("Last_Name").page(1)),
				read("first", (bigin) -> bigin.query("Contacts").fields("Last_Name").first()),
				read("matching", (bigin) -> bigin.query("Contacts").matching(where("Last_Name").is("A")).all()),
				read("coql", (bigin) -> bigin.coql(Coql.select("Last_Name").from("Contacts")).all()),
				read("deleted", (bigin) -> bigin.deleted("Contacts").all()),
				read("findById", (bigin) -> bigin.findById("Contacts", "5", "Last_Name")),
				read("findById of a type without an id", (bigin) -> bigin.findById(Nameless.class, "5")),
				read("findAllById", (bigin) -> bigin.findAllById("Contacts", List.of("5"), "Last_Name")),
				read("related", (bigin) -> bigin.related("Contacts", "5").list("Products", "Product_Name").all()),
				read("notes", (bigin) -> bigin.notes("Contacts", "5").all()),
				read("attachments", (bigin) -> bigin.attachments("Contacts", "5").list()),
				read("tags", (bigin) -> bigin.tags().list("Contacts")),
				read("modules", (bigin) -> bigin.metadata().modules()),
				read("fields", (bigin) -> bigin.metadata().fields("Contacts")),
				read("layouts", (bigin) -> bigin.metadata().layouts("Contacts")),
				read("customViews", (bigin) -> bigin.metadata().customViews("Contacts")),
				read("relatedLists", (bigin) -> bigin.metadata().relatedLists("Contacts")),
				read("roles", (bigin) -> bigin.metadata().roles()),
				read("profiles", (bigin) -> bigin.metadata().profiles()),
				read("organization", (bigin) -> bigin.metadata().organization()),
				read("user", (bigin) -> bigin.metadata().user("5")),
				read("channels", (bigin) -> bigin.notifications().list()),
				read("connections", (bigin) -> bigin.connections().list()));
	}

	private static Arguments read(String name, Function<BiginTemplate, Publisher<?>> read) {
		return Arguments.argumentSet(name, read);
	}

	@ParameterizedTest
	@MethodSource("reads")
	void isNoElement(Function<BiginTemplate, Publisher<?>> read) {
		this.server.respondsWith(200, "{"
				+ String.join(",", ARRAYS.stream().map((name) -> "\"" + name + "\":[" + REPORT + "]").toList()) + "}");
		Throwable failure = catchThrowable(() -> Flux.from(read.apply(this.bigin)).blockLast(Duration.ofSeconds(30)));
		assertThat(failure).isInstanceOfSatisfying(BiginInvalidRequestException.class,
				(exception) -> assertThat(exception.getCode()).isEqualTo("INVALID_DATA"));
	}

	@Test
	void isFoundAmongRecords() {
		this.server.respondsWith(200, "{\"data\":[{\"id\":\"1\",\"Last_Name\":\"Ada\"}," + REPORT + "]}");
		Throwable failure = catchThrowable(
				() -> this.bigin.query("Contacts").fields("Last_Name").all().blockLast(Duration.ofSeconds(30)));
		assertThat(failure).isInstanceOf(BiginInvalidRequestException.class);
	}

	@Test
	void isNotSeenInARecordThatHasAnId() {
		this.server.respondsWith(200, "{\"data\":[{\"id\":\"1\",\"code\":\"x\",\"status\":\"error\"}]}");
		assertThat(
				this.bigin.query("Repairs").fields("code", "status").all().collectList().block(Duration.ofSeconds(30)))
			.hasSize(1);
	}

	@BiginModule("Contacts")
	record Nameless(String lastName) {

	}

}
