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

package io.github.biginspring.simulator;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.ConnectionStatus;
import io.github.biginspring.simulator.organization.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the API key and for connections.
 */
class ConnectionTests {

	@RegisterExtension
	static final SimulatorFixture fixture = new SimulatorFixture((builder) -> builder);

	private final BiginSimulator simulator = fixture.simulator();

	private final Caller caller = fixture.caller();

	private Connection connection() {
		return this.simulator.account().connections().get(0);
	}

	private Reply list(String module) {
		return this.caller.get("/" + module, "fields", "id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer wrong", "Bearer ", "Basic simulated-api-key", "simulated-api-key" })
	void refusesRequestsWithoutTheKey(String authorization) {
		Caller stranger = this.caller.with("Authorization", authorization);
		for (String path : new String[] { "/Contacts", "/connections", "/users" }) {
			Reply reply = stranger.get(path);
			assertThat(reply.status()).isEqualTo(401);
			JsonNode error = reply.body().get("error");
			assertThat(error.get("message").asString()).isEqualTo("Invalid or missing Maton API key");
			assertThat(error.get("code").asInt()).isEqualTo(401);
		}
	}

	@Test
	void describesAConnection() {
		JsonNode connection = this.caller.get("/connections", "app", "zoho-bigin", "status", "ACTIVE")
			.body()
			.get("connections")
			.get(0);
		assertThat(connection.propertyNames()).containsExactlyInAnyOrder("connection_id", "status", "creation_time",
				"last_updated_time", "url", "app", "method", "metadata");
		assertThat(connection.get("creation_time").asString()).isEqualTo("2026-11-02T17:30:00.123456Z");
		assertThat(connection.get("metadata").toString()).isEqualTo("{}");
		assertThat(
				this.caller.get("/connections/" + connection.get("connection_id").asString()).body().get("connection"))
			.isEqualTo(connection);
	}

	@ParameterizedTest
	@CsvSource({ "app,slack,0", "app,zoho-bigin,1", "status,PENDING,0", "status,ACTIVE,1", "other,x,1" })
	void filtersConnections(String name, String value, int count) {
		assertThat(this.caller.get("/connections", name, value).body().get("connections")).hasSize(count);
	}

	@Test
	void activatesAConnectionWhenItsUrlIsOpened() throws Exception {
		JsonNode created = this.caller.post("/connections", "{\"app\":\"zoho-bigin\"}").body().get("connection");
		String id = created.get("connection_id").asString();
		assertThat(created.get("status").asString()).isEqualTo("PENDING");
		fixture.clock().advance(Duration.ofMinutes(2));
		String url = created.get("url").asString();
		assertThat(url).startsWith(this.simulator.url());
		Reply page = this.caller.with("Authorization", "none").get(url.substring(this.simulator.url().length()));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(this.simulator.connection(id).status()).isEqualTo(ConnectionStatus.ACTIVE);
		assertThat(this.simulator.connection(id).updated()).isEqualTo(fixture.clock().instant());
		assertThat(this.caller.get("/connect/?session_token=made-up").status()).isEqualTo(404);
	}

	@Test
	void deletesAConnection() {
		String path = "/connections/" + connection().id();
		assertThat(this.caller.delete(path).status()).isEqualTo(200);
		assertThat(this.caller.get(path).status()).isEqualTo(404);
		Reply reply = list("Contacts");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body().get("error").get("code").asInt()).isEqualTo(400);
		assertThat(reply.text()).contains("Missing connection for the requested app");
	}

	@Test
	void refusesAConnectionThatIsNotActive() {
		assertThat(this.caller.post("/connections", "{}").status()).isEqualTo(400);
		Connection pending = this.simulator.account().connect("zoho-bigin", "OAUTH2");
		assertThat(this.caller.with("Maton-Connection", pending.id()).get("/users").status()).isEqualTo(400);
		pending.fail();
		assertThat(this.caller.get("/connections/" + pending.id()).body().get("connection").get("status").asString())
			.isEqualTo("FAILED");
		assertThat(this.caller.with("Maton-Connection", "made-up").get("/users").status()).isEqualTo(400);
	}

	@Test
	void takesTheOldestActiveConnectionByDefault() {
		fixture.clock().advance(Duration.ofMinutes(1));
		Connection younger = this.simulator.addConnection();
		younger.organization().records("Contacts").add(Map.of("Last_Name", "Other"));
		assertThat(list("Contacts").data()).hasSize(30);
		connection().fail();
		assertThat(list("Contacts").data()).hasSize(1);
	}

	@Test
	void keepsTheDataOfConnectionsApart() {
		Connection one = this.simulator.addConnection();
		Connection other = this.simulator.addConnection();
		String body = "{\"data\":[{\"Last_Name\":\"Watson\"}]}";
		String id = this.caller.with("Maton-Connection", one.id())
			.post("/Contacts", body)
			.first()
			.get("details")
			.get("id")
			.asString();
		String otherId = this.caller.with("Maton-Connection", other.id())
			.post("/Contacts", body)
			.first()
			.get("details")
			.get("id")
			.asString();
		assertThat(id).isNotEqualTo(otherId);
		assertThat(this.caller.get("/Contacts/" + id).status()).isEqualTo(204);
		assertThat(one.organization().records("Contacts").count()).isOne();
		assertThat(other.organization().records("Contacts").count()).isOne();
		assertThat(this.simulator.organization().records("Contacts").count()).isEqualTo(30);
	}

	@Test
	void failsWhenTheAuthorizationHasExpired() {
		connection().expire();
		assertThat(list("Contacts").status()).isEqualTo(500);
		assertThat(connection().status()).isEqualTo(ConnectionStatus.ACTIVE);
		Connection renewed = this.simulator.account().connect("zoho-bigin", "OAUTH2").activate();
		assertThat(list("Contacts").status()).isEqualTo(500);
		this.simulator.account().deleteConnection(connection().id());
		assertThat(list("Contacts").data()).hasSize(30);
		assertThat(renewed.organization()).isSameAs(this.simulator.organization());
	}

	@Test
	void refusesModulesWhoseScopeIsMissing() {
		connection().withoutScope("Tasks");
		Reply reply = list("Tasks");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.text()).isEqualTo("{\"code\":\"OAUTH_SCOPE_MISMATCH\",\"details\":{},"
				+ "\"message\":\"invalid oauth scope to access this URL\",\"status\":\"error\"}");
		assertThat(list("Contacts").status()).isEqualTo(200);
		connection().withAllScopes();
		assertThat(list("Tasks").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "RECORDS,/Contacts?fields=id", "SEARCH,/Contacts/search?word=watson", "SETTINGS,/settings/modules",
			"USERS,/users" })
	void refusesKindsOfCallWhoseScopeIsMissing(Scope scope, String path) {
		assertThat(this.caller.get(path).status()).isEqualTo(200);
		connection().withoutScope(scope);
		assertThat(this.caller.get(path).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
	}

	@Test
	void knowsNoOtherPaths() {
		assertThat(this.caller.get("/../../../slack/api/x").status()).isEqualTo(404);
	}

	@Test
	void tellsNoSecrets() {
		this.caller.get("/users", "type", "AllUsers");
		assertThat(this.simulator.requests().last()).hasToString("GET /zoho-bigin/bigin/v2/users");
		assertThat(connection().toString()).doesNotContain(connection().sessionToken());
		assertThat(this.simulator.toString() + this.simulator.account()).doesNotContain(this.simulator.apiKey());
	}

}
