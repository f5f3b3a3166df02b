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
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class ActuatorTests {

	private static final String KEY = "key-that-nobody-may-see";

	private static final String EMAIL = "jo.watson@zylker.com";

	private static final JsonMapper json = new JsonMapper();

	private static BiginSimulator simulator;

	private static ConfigurableApplicationContext context;

	private static String id;

	@BeforeAll
	static void use() {
		simulator = BiginSimulator.builder().empty().apiKey(KEY).start();
		context = LocalApplication.run(simulator, WebApplicationType.SERVLET, LocalApplication.Plain.class,
				"management.endpoints.web.exposure.include=*", "management.endpoint.health.show-details=always",
				"management.endpoint.health.probes.enabled=true", "management.endpoint.env.show-values=always",
				"management.endpoint.configprops.show-values=always", "maton.health.time-to-live=10m");
		BiginOperations bigin = context.getBean(BiginOperations.class);
		simulator.faults().next(Fault.rateLimited());
		id = await(bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson").set("Email", EMAIL))).id();
		simulator.faults().next(2, Fault.status(503));
		await(bigin.findById("Contacts", id));
		simulator.faults().next(Fault.connectionReset());
		await(bigin.query("Contacts").matchingEmail(EMAIL).all());
		await(bigin.query("Contacts").matching(Criteria.where("Email").is(EMAIL)).all());
		await(bigin.update("Contacts", BiginRecord.withId(id).set("Email", EMAIL)));
		await(bigin.createAll("Contacts", List.of(new BiginRecord().set("Email", EMAIL))));
		await(bigin.delete("Contacts", id).onErrorComplete());
		await(bigin.delete("Contacts", id).onErrorComplete());
		await(bigin.connections().get(simulator.account().connections().get(0).id()));
		await(bigin.metadata().users(UserType.ALL));
	}

	@AfterAll
	static void close() {
		context.close();
		simulator.close();
	}

	private static String get(String path) {
		return RestClient.create()
			.get()
			.uri(LocalApplication.url(context) + "/actuator" + path)
			.retrieve()
			.onStatus((status) -> true, (request, response) -> {
			})
			.body(String.class);
	}

	private static List<String> tagValues(JsonNode metric, String tag) {
		return metric.get("availableTags")
			.valueStream()
			.filter((node) -> node.get("tag").asString().equals(tag))
			.flatMap((node) -> node.get("values").valueStream())
			.map(JsonNode::asString)
			.toList();
	}

	private static List<String> tags(JsonNode metric) {
		return metric.get("availableTags").valueStream().map((node) -> node.get("tag").asString()).toList();
	}

	@Test
	void countsAndTimesOperations() {
		JsonNode metric = json.readTree(get("/metrics/bigin.operation"));
		assertThat(tags(metric)).contains("bigin.operation", "bigin.module", "outcome", "bigin.error.code");
		assertThat(tagValues(metric, "bigin.operation")).contains("create", "get", "search", "update", "delete",
				"connections.get", "users");
		assertThat(tagValues(metric, "bigin.module")).containsExactlyInAnyOrder("Contacts", "none");
		assertThat(tagValues(metric, "outcome")).containsExactlyInAnyOrder("success", "error");
		assertThat(tagValues(metric, "bigin.error.code")).containsExactlyInAnyOrder("none", "INVALID_DATA");
		assertThat(count("/metrics/bigin.operation?tag=bigin.operation:get")).isEqualTo(1);
		assertThat(count("/metrics/bigin.operation?tag=bigin.operation:delete&tag=outcome:error")).isEqualTo(1);
	}

	private static double count(String path) {
		return json.readTree(get(path)).get("measurements").get(0).get("value").asDouble();
	}

	@Test
	void countsRecords() {
		assertThat(tagValues(json.readTree(get("/metrics/bigin.records")), "bigin.module")).containsExactly("Contacts");
		assertThat(count("/metrics/bigin.records?tag=outcome:read")).isEqualTo(3);
		assertThat(count("/metrics/bigin.records?tag=outcome:written")).isEqualTo(3);
		assertThat(count("/metrics/bigin.records?tag=outcome:rejected")).isEqualTo(2);
	}

	@Test
	void countsRetriesByTheirCause() {
		assertThat(count("/metrics/bigin.retries?tag=cause:rate_limit")).isEqualTo(1);
		assertThat(count("/metrics/bigin.retries?tag=cause:server")).isEqualTo(2);
		assertThat(count("/metrics/bigin.retries?tag=cause:transport")).isEqualTo(1);
	}

	@Test
	void tellsCallsByTheirTemplates() {
		get("/health");
		JsonNode metric = json.readTree(get("/metrics/http.client.requests"));
		assertThat(tagValues(metric, "uri")).containsExactlyInAnyOrder("/bigin/v2/{module}", "/bigin/v2/{module}/{id}",
				"/bigin/v2/{module}/search", "/connections/{id}", "/connections", "/bigin/v2/users");
		assertThat(tagValues(metric, "client.name")).containsExactly("localhost");
	}

	@Test
	void listsAllOfItsMetrics() {
		assertThat(get("/metrics")).contains("\"bigin.operation\"", "\"bigin.records\"", "\"bigin.retries\"",
				"\"http.client.requests\"");
	}

	@Test
	void noMetricHoldsAnIdAnEmailOrTheKey() {
		String metrics = get("/prometheus");
		assertThat(metrics).contains("bigin_operation_seconds_count", "bigin_records", "bigin_retries",
				"http_client_requests_seconds_count");
		assertThat(metrics).doesNotContain(KEY, EMAIL, "zylker", "Watson", id,
				simulator.account().connections().get(0).id(), Integer.toString(port()));
		assertThat(metrics.lines().filter((line) -> line.contains("bigin")))
			.noneMatch((line) -> line.matches(".*\"[^\"]*\\d{10,}[^\"]*\".*"));
	}

	private static int port() {
		return URI.create(simulator.url()).getPort();
	}

	@Test
	void showsTheHealthOfTheConnection() {
		JsonNode maton = json.readTree(get("/health")).get("components").get("maton");
		assertThat(maton.get("status").asString()).isEqualTo("UP");
		assertThat(maton.get("details").get("connectionId").asString())
			.isEqualTo(simulator.account().connections().get(0).id());
		assertThat(maton.get("details").get("connectionStatus").asString()).isEqualTo("ACTIVE");
		assertThat(maton.get("details").propertyNames()).doesNotContain("url");
		assertThat(get("/health")).doesNotContain(simulator.account().connections().get(0).sessionToken(),
				"session_token", "http://");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/health/liveness", "/health/readiness" })
	void isNoPartOfTheProbes(String group) {
		assertThat(get(group)).contains("UP").doesNotContain("maton");
	}

	@Test
	void asksMatonOnceForTenThousandProbes() {
		HealthEndpoint health = context.getBean(HealthEndpoint.class);
		await(Flux.fromStream(IntStream.range(0, 10_000).boxed())
			.flatMap((number) -> Mono.fromCallable(() -> health.healthForPath("maton"))
				.subscribeOn(Schedulers.boundedElastic()), 16)
			.doOnNext((response) -> assertThat(response.getStatus().getCode()).isEqualTo("UP"))
			.then());
		assertThat(simulator.requests().count("GET /connections")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/bigin", "/env", "/configprops", "/env/maton.api-key", "/configprops/maton", "/beans",
			"/conditions", "/mappings", "/health", "/info" })
	void noEndpointShowsTheKey(String endpoint) {
		assertThat(get(endpoint)).isNotEmpty().doesNotContain(KEY);
	}

	@Test
	void showsTheOtherPropertiesAllTheSame() {
		assertThat(get("/configprops/maton")).contains("10m").contains("\"apiKey\":\"******\"");
		assertThat(get("/env/maton.api-key")).contains("******");
		assertThat(get("/env/maton.health.time-to-live")).contains("10m");
	}

}
