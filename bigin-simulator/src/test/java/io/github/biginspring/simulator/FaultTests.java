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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.fault.PlannedFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Fault} and how it befalls requests.
 */
class FaultTests {

	private static final String CONTACT = "{\"data\":[{\"Last_Name\":\"Watson\"}]}";

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final BiginSimulator simulator = fixture.simulator();

	private final Caller caller = fixture.caller();

	@BeforeEach
	void prepare() {
		this.simulator.organization().records("Contacts").add(Map.of("Last_Name", "Holmes"));
	}

	private Reply list() {
		return this.caller.get("/Contacts", "fields", "Last_Name");
	}

	private int contacts() {
		return this.simulator.organization().records("Contacts").count();
	}

	@Test
	void refusesTheNextRequestsAsRateLimited() {
		PlannedFault fault = this.simulator.faults().next(2, Fault.rateLimited());
		Reply reply = list();
		assertThat(reply.status()).isEqualTo(429);
		assertThat(reply.code()).isEqualTo("TOO_MANY_REQUESTS");
		assertThat(reply.header("Retry-After")).isNull();
		assertThat(fault.happened()).isOne();
		assertThat(list().status()).isEqualTo(429);
		assertThat(list().status()).isEqualTo(200);
		assertThat(fault.happened()).isEqualTo(2);
	}

	@Test
	void saysWhenToRetryInSecondsOrAsDate() {
		this.simulator.faults().next(Fault.rateLimited().retryAfter(Duration.ofMillis(6001)));
		assertThat(list().header("Retry-After")).isEqualTo("7");
		this.simulator.faults().next(Fault.rateLimited().retryAfter(Instant.parse("2026-11-02T17:30:07Z")));
		assertThat(list().header("Retry-After")).isEqualTo("Mon, 2 Nov 2026 17:30:07 GMT");
	}

	@Test
	void refusesRequestsAboveARate() {
		this.simulator.faults().limitRate(10, Duration.ofSeconds(1));
		for (int i = 0; i < 10; i++) {
			assertThat(list().status()).isEqualTo(200);
		}
		assertThat(list().status()).isEqualTo(429);
		fixture.clock().advance(Duration.ofMillis(99));
		assertThat(list().status()).isEqualTo(429);
		fixture.clock().advance(Duration.ofMillis(1));
		assertThat(list().status()).isEqualTo(200);
		assertThat(list().status()).isEqualTo(429);
		fixture.clock().advance(Duration.ofHours(1));
		for (int i = 0; i < 10; i++) {
			assertThat(list().status()).isEqualTo(200);
		}
		assertThat(list().status()).isEqualTo(429);
	}

	@Test
	void befallsOnlyRequestsThatMatch() {
		this.simulator.faults().on("POST /Contacts").always(Fault.status(503));
		assertThat(list().status()).isEqualTo(200);
		assertThat(this.caller.post("/Contacts", CONTACT).status()).isEqualTo(503);
		assertThat(this.caller.post("/Contacts", CONTACT).status()).isEqualTo(503);
		assertThat(contacts()).isOne();
		this.simulator.faults().clear();
		assertThat(this.caller.post("/Contacts", CONTACT).status()).isEqualTo(201);
	}

	@Test
	void befallsRequestsWhileAConditionHolds() {
		AtomicBoolean down = new AtomicBoolean(true);
		this.simulator.faults().on("/**").during(down::get, Fault.status(502));
		assertThat(list().status()).isEqualTo(502);
		down.set(false);
		assertThat(list().status()).isEqualTo(200);
		down.set(true);
		assertThat(list().status()).isEqualTo(502);
	}

	@Test
	void befallsRequestsByWhatTheyHold() {
		this.simulator.faults().on((request) -> request.body().contains("Watson")).next(Fault.status(500));
		assertThat(this.caller.post("/Contacts", CONTACT.replace("Watson", "Doyle")).status()).isEqualTo(201);
		assertThat(this.caller.post("/Contacts", CONTACT).status()).isEqualTo(500);
	}

	@Test
	void canBeCancelled() {
		PlannedFault fault = this.simulator.faults().always(Fault.status(500));
		assertThat(list().status()).isEqualTo(500);
		fault.cancel();
		assertThat(list().status()).isEqualTo(200);
	}

	@Test
	void failsWithAndWithoutABody() {
		this.simulator.faults().next(Fault.internalError());
		assertThat(list().code()).isEqualTo("INTERNAL_ERROR");
		this.simulator.faults().next(Fault.internalError().withoutBody());
		Reply reply = list();
		assertThat(reply.status()).isEqualTo(500);
		assertThat(reply.text()).isEmpty();
	}

	@Test
	void respondsWithWhatIsNoJson() {
		this.simulator.faults().next(Fault.html());
		Reply html = list();
		assertThat(html.status()).isEqualTo(200);
		assertThat(html.header("Content-Type")).startsWith("text/html");
		this.simulator.faults().next(Fault.invalidJson());
		Reply broken = list();
		assertThat(broken.status()).isEqualTo(200);
		assertThat(broken.header("Content-Type")).startsWith("application/json");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(broken::body);
	}

	@Test
	void redirects() {
		this.simulator.faults().next(Fault.redirectTo(URI.create("http://elsewhere.example.com/")));
		Reply reply = list();
		assertThat(reply.status()).isEqualTo(302);
		assertThat(reply.header("Location")).isEqualTo("http://elsewhere.example.com/");
	}

	@Test
	void refusesLikeTheGatewayAndLikeBigin() {
		this.simulator.faults().next(Fault.badApiKey());
		assertThat(list().text()).contains("Invalid or missing Maton API key");
		this.simulator.faults().next(Fault.scopeMismatch());
		assertThat(list().code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
	}

	@ParameterizedTest
	@MethodSource("brokenConnections")
	void breaksTheConnection(Fault fault) {
		this.simulator.faults().on("POST /Contacts").next(fault);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.caller.send("POST", "/Contacts", CONTACT));
		assertThat(contacts()).isOne();
		assertThat(this.caller.post("/Contacts", CONTACT).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@MethodSource("brokenConnections")
	void losesTheResponseOfAWriteThatTookEffect(Fault fault) {
		this.simulator.faults().on("POST /Contacts").next(fault.afterTakingEffect());
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.caller.send("POST", "/Contacts", CONTACT));
		assertThat(contacts()).isEqualTo(2);
	}

	static Fault[] brokenConnections() {
		return new Fault[] { Fault.connectionReset(), Fault.emptyResponse(), Fault.garbage() };
	}

	@Test
	void failsAfterAWriteThatTookEffect() {
		this.simulator.faults().next(Fault.internalError().afterTakingEffect());
		assertThat(this.caller.post("/Contacts", CONTACT).status()).isEqualTo(500);
		assertThat(contacts()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "identity", "gzip" })
	void cutsResponsesOff(String encoding) {
		this.caller.with("Accept-Encoding", encoding);
		this.simulator.faults().next(Fault.truncatedResponse());
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> this.caller.send("GET", "/Contacts?fields=Last_Name", null))
			.withMessageContaining("content-length");
	}

	@Test
	void respondsLate() {
		this.simulator.faults().next(Fault.latency(Duration.ofSeconds(1)));
		Caller impatient = fixture.caller().timeout(Duration.ofMillis(100));
		assertThatExceptionOfType(HttpTimeoutException.class)
			.isThrownBy(() -> impatient.send("POST", "/Contacts", CONTACT));
		await().untilAsserted(() -> assertThat(contacts()).isEqualTo(2));
	}

	@Test
	void keepsFaultyRequestsToo() {
		this.simulator.faults().next(Fault.status(500));
		list();
		assertThat(this.simulator.requests().count("GET /Contacts")).isOne();
	}

	@Test
	void refusesPatternsThatMakeNoSense() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.faults().on("POST Contacts"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.faults().next(0, Fault.status(500)));
	}

}
