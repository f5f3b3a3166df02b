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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.observation.BiginMeters;
import io.github.biginspring.observation.BiginObservationContext;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the observations of operations and of their HTTP calls fit together, over a real
 * connection.
 */
class ObservedOperationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final String EMAIL = "ada.lovelace@example.org";

	private static final String ID = "7255024000000596045";

	private static final String KEY = "key-0123456789";

	private final LocalServer server = new LocalServer();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final BiginOperations bigin = BiginTemplate.builder(ApiKey.of(KEY))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.backOffPolicy(new NoBackOffPolicy())
		.observationRegistry(this.registry)
		.meters(BiginMeters.of(this.meters))
		.build();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void theCallsOfAnOperationAreItsChildren() {
		this.server.respondsWith(503, "").respondsWith(200, "{\"data\":[{\"id\":\"" + ID + "\"}]}");
		this.bigin.findById("Contacts", ID).block(LONG);
		Observation.Context operation = operations().get(0);
		assertThat(operations()).hasSize(1);
		assertThat(calls()).hasSize(2).allSatisfy((call) -> {
			assertThat(call.getParentObservation()).isNotNull();
			assertThat(call.getParentObservation().getContextView()).isSameAs(operation);
			assertThat(call.getLowCardinalityKeyValue("uri").getValue()).isEqualTo("/bigin/v2/{module}/{id}");
			assertThat(call.getHighCardinalityKeyValue("http.url").getValue()).isEqualTo("/bigin/v2/{module}/{id}");
		});
		assertThat(calls()).extracting((call) -> call.getLowCardinalityKeyValue("status").getValue())
			.containsExactly("503", "200");
		assertThat(this.meters.get("bigin.retries").tag("cause", "server").counter().count()).isEqualTo(1);
		assertThat(records("read")).isEqualTo(1);
	}

	@Test
	void aStreamOfSeveralPagesIsOneOperationWithAChildForEachPage() {
		this.server.respondsWith(200, "{\"data\":[{\"id\":\"4\"},{\"id\":\"3\"}],\"info\":{\"more_records\":true}}")
			.respondsWith(200, "{\"data\":[{\"id\":\"3\"},{\"id\":\"2\"}],\"info\":{\"more_records\":true}}")
			.respondsWith(200, "{\"data\":[{\"id\":\"2\"},{\"id\":\"1\"}],\"info\":{\"more_records\":false}}");
		StepVerifier.create(this.bigin.query("Contacts").fields("Email").all())
			.expectNextCount(4)
			.expectComplete()
			.verify(LONG);
		assertThat(operations()).hasSize(1);
		assertThat(operations().get(0).getLowCardinalityKeyValue("outcome").getValue()).isEqualTo("success");
		assertThat(calls()).hasSize(3)
			.allSatisfy((call) -> assertThat(call.getParentObservation()).isNotNull()
				.extracting((parent) -> (Object) parent.getContextView())
				.isSameAs(operations().get(0)));
		assertThat(records("read")).isEqualTo(4);
	}

	@Test
	void aRefusedRecordIsCountedAndItsOperationAnError() {
		this.server.respondsWith(202, "{\"data\":[{\"code\":\"DUPLICATE_DATA\",\"details\":{},\"status\":\"error\"}]}");
		StepVerifier.create(this.bigin.create("Contacts", new BiginRecord().set("Email", EMAIL)))
			.expectError(BiginException.class)
			.verify(LONG);
		assertThat(operations().get(0).getLowCardinalityKeyValue("bigin.error.code").getValue())
			.isEqualTo("DUPLICATE_DATA");
		assertThat(records("rejected")).isEqualTo(1);
	}

	@Test
	void noValueShowsWhatWasSearchedForWrittenOrSecret() {
		String record = "{\"data\":[{\"id\":\"" + ID + "\",\"Email\":\"" + EMAIL + "\"}]}";
		this.server.respondsWith(200, record)
			.respondsWith(200, record)
			.respondsWith(200, record)
			.respondsWith(200, "{\"fields\":[]}")
			.respondsWith(400, "{\"code\":\"INVALID_DATA\",\"message\":\"" + EMAIL + " with " + KEY + "\"}")
			.resetsTheConnection();
		this.bigin.findById("Contacts", ID).block(LONG);
		this.bigin.query("Contacts").matchingEmail(EMAIL).first().block(LONG);
		this.bigin.query("Contacts").matching(where("Email").is(EMAIL)).page(1).block(LONG);
		this.bigin.withConnection("secret-connection").metadata().fields("Contacts").blockLast(LONG);
		this.bigin.create("Contacts", new BiginRecord().set("Email", EMAIL)).onErrorComplete().block(LONG);
		this.bigin.create("Contacts", new BiginRecord().set("Email", EMAIL)).onErrorComplete().block(LONG);
		assertThat(operations()).hasSize(6);
		assertThat(calls()).hasSize(6);
		List<String> values = new ArrayList<>();
		for (Observation.Context context : contexts((any) -> true)) {
			for (KeyValue keyValue : context.getAllKeyValues()) {
				values.add(keyValue.getValue());
			}
			values.add(context.getContextualName());
		}
		assertThat(values).hasSizeGreaterThan(40)
			.noneMatch((value) -> value != null && (value.contains("lovelace") || value.contains(ID)
					|| value.contains(KEY) || value.contains("?") || value.contains("secret-connection")));
	}

	@Test
	void aCancelledStreamEndsItsOperation() {
		this.server.neverResponds();
		StepVerifier.create(this.bigin.query("Contacts").fields("Email").all())
			.then(() -> this.server.requestReceived().block(LONG))
			.thenCancel()
			.verify(LONG);
		assertThat(operations().get(0).getLowCardinalityKeyValue("outcome").getValue()).isEqualTo("cancelled");
	}

	private double records(String outcome) {
		return this.meters.get("bigin.records").tags("bigin.module", "Contacts", "outcome", outcome).counter().count();
	}

	private List<Observation.Context> operations() {
		return contexts(BiginObservationContext.class::isInstance);
	}

	private List<Observation.Context> calls() {
		return contexts(ClientRequestObservationContext.class::isInstance);
	}

	private List<Observation.Context> contexts(Predicate<Observation.Context> predicate) {
		List<Observation.Context> contexts = new ArrayList<>();
		assertThat(this.registry)
			.hasHandledContextsThatSatisfy((all) -> all.stream().filter(predicate).forEach(contexts::add));
		return contexts;
	}

}
