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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.request.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginSimulator}.
 */
class BiginSimulatorTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final BiginSimulator simulator = fixture.simulator();

	private final Caller caller = fixture.caller();

	@Test
	void readsWhatWasWritten() {
		Reply created = this.caller.post("/Contacts",
				"{\"data\":[{\"First_Name\":\"Jo\",\"Last_Name\":\"Watson\",\"Email\":\"jo@zylker.com\"}]}");
		assertThat(created.status()).isEqualTo(201);
		String id = created.first().get("details").get("id").asString();
		assertThat(id).hasSize(19).containsOnlyDigits();
		Reply listed = this.caller.get("/Contacts", "fields", "Full_Name,Email");
		assertThat(listed.status()).isEqualTo(200);
		assertThat(listed.values("Full_Name")).containsExactly("Jo Watson");
		assertThat(this.caller.get("/Contacts/" + id).first().get("Email").asString()).isEqualTo("jo@zylker.com");
		assertThat(this.caller.get("/Contacts/search", "email", "JO@zylker.com").values("id")).containsExactly(id);
		assertThat(this.caller.get("/Contacts/search", "criteria", "(Last_Name:equals:watson)").values("id"))
			.containsExactly(id);
		assertThat(this.caller.put("/Contacts", "{\"data\":[{\"id\":\"" + id + "\",\"Title\":\"CEO\"}]}").status())
			.isEqualTo(200);
		assertThat(this.caller.get("/Contacts/" + id, "fields", "Title,Email").first().get("Title").asString())
			.isEqualTo("CEO");
		assertThat(this.caller.delete("/Contacts", "ids", id).status()).isEqualTo(200);
		assertThat(this.caller.get("/Contacts", "fields", "Email").status()).isEqualTo(204);
	}

	@Test
	void refusesAWrongKey() {
		Reply reply = this.caller.with("Authorization", "Bearer wrong").get("/Contacts", "fields", "Email");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.text()).contains("Invalid or missing Maton API key");
	}

	@Test
	void listsConnections() {
		Reply reply = this.caller.get("/connections", "app", "zoho-bigin", "status", "ACTIVE");
		assertThat(reply.body().get("connections")).hasSize(1);
	}

	@Test
	void misbehavesAsOftenAsTold() {
		this.simulator.organization().records("Contacts").add(Map.of("Last_Name", "Watson"));
		this.simulator.faults().on("GET /Contacts").next(2, Fault.rateLimited());
		assertThat(this.caller.get("/Contacts", "fields", "Email").status()).isEqualTo(429);
		assertThat(this.caller.get("/Contacts", "fields", "Email").status()).isEqualTo(429);
		assertThat(this.caller.get("/Contacts", "fields", "Email").status()).isEqualTo(200);
		assertThat(this.simulator.requests().count("GET /Contacts")).isEqualTo(3);
	}

	@Test
	void isSeededOnce() {
		AtomicInteger seeded = new AtomicInteger();
		try (BiginSimulator seeding = BiginSimulator.builder()
			.seed((organization) -> seeded.incrementAndGet())
			.start()) {
			assertThat(seeded).hasValue(1);
			seeding.reset();
			assertThat(seeded).hasValue(2);
		}
	}

	@Test
	void handsOverToAnotherServerWhereAStubSaysSo() throws Exception {
		try (BiginSimulator other = BiginSimulator.start()) {
			HttpClient http = HttpClient.newHttpClient();
			String stub = "{\"request\":{\"urlPath\":\"/elsewhere\"},\"response\":{\"proxyBaseUrl\":\"" + other.url()
					+ "\"}}";
			HttpRequest define = HttpRequest.newBuilder(URI.create(this.simulator.url() + "/__admin/mappings"))
				.POST(HttpRequest.BodyPublishers.ofString(stub))
				.build();
			assertThat(http.send(define, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.url() + "/elsewhere")).build();
			assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
			assertThat(other.requests().count("GET /elsewhere")).isEqualTo(1);
		}
	}

	@Test
	void takesNoStubsOfOtherServicesFromTheProject() throws Exception {
		assertThat(Path.of("src/test/resources/mappings/another-service.json")).exists();
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.url() + "/another-service")).build();
		HttpClient http = HttpClient.newHttpClient();
		assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
		this.simulator.reset();
		assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			POST | /__admin/mappings      | {"persistent":true,"request":{"urlPath":"/kept"},"response":{"status":201}}
			POST | /__admin/mappings/save | {}
			""")
	void writesNoStubsIntoTheProject(String method, String path, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.url() + path))
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(response.body()).contains("The simulator writes no stubs to files");
		assertThat(Path.of("src/test/resources/mappings")).isDirectoryNotContaining("glob:**kept*");
	}

	@Test
	void goesBackToTheBeginning() {
		this.simulator.organization().records("Contacts").add(Map.of("Last_Name", "Watson"));
		this.simulator.faults().always(Fault.status(500));
		this.simulator.addConnection();
		this.caller.get("/Contacts", "fields", "Email");
		String connection = this.simulator.account().connections().get(0).id();
		this.simulator.reset();
		assertThat(this.simulator.requests().count()).isZero();
		assertThat(this.simulator.account().connections()).hasSize(1);
		assertThat(this.simulator.connection(connection).organization()).isSameAs(this.simulator.organization());
		assertThat(this.caller.get("/Contacts", "fields", "Email").status()).isEqualTo(204);
	}

	@Test
	void losesNoWriteOfSeveralCallers() throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(8);
		try {
			List<Future<Reply>> replies = new ArrayList<>();
			for (int i = 0; i < 80; i++) {
				String body = "{\"data\":[{\"Last_Name\":\"A\",\"Email\":\"a" + i / 2 + "@zylker.com\"}]}";
				replies.add(callers.submit(() -> fixture.caller().post("/Contacts", body)));
			}
			List<Integer> statuses = new ArrayList<>();
			for (Future<Reply> reply : replies) {
				statuses.add(reply.get().status());
			}
			assertThat(statuses).containsOnly(201, 400);
			assertThat(Collections.frequency(statuses, 201)).isEqualTo(40);
			assertThat(this.simulator.organization().records("Contacts").count()).isEqualTo(40);
			assertThat(this.simulator.requests().count("POST /Contacts")).isEqualTo(80);
		}
		finally {
			callers.shutdownNow();
		}
	}

	@Test
	void keepsWhatWasReceived() {
		this.caller.with("X-Test", "yes").get("/Contacts", "fields", "Email,Last_Name");
		ReceivedRequest request = this.simulator.requests().last();
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.parameter("fields")).isEqualTo("Email,Last_Name");
		assertThat(request.url()).endsWith("/Contacts?fields=Email%2CLast_Name");
		assertThat(request.header("x-test")).isEqualTo("yes");
	}

	@Test
	void runsBesideAnotherOne() {
		try (BiginSimulator other = BiginSimulator.builder().apiKey("other").start()) {
			assertThat(other.url()).isNotEqualTo(this.simulator.url());
			assertThat(new Caller(other).get("/Contacts", "fields", "Email").data()).hasSize(30);
			assertThat(this.simulator.organization().records("Contacts").count()).isZero();
		}
	}

}
