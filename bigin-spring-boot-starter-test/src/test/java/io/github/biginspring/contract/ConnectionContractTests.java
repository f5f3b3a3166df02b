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
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.simulator.organization.Connection;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConnectionContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final ConnectionOperations connections = fixture.bigin().connections();

	private static Connection defaultConnection() {
		return fixture.simulator().account().connections().get(0);
	}

	@Test
	void listsByAppAndStatus() {
		Connection pending = fixture.simulator().account().connect("zoho-bigin", "OAUTH2");
		Connection other = fixture.simulator().account().connect("zoho-crm", "OAUTH2").activate();
		assertThat(await(this.connections.list())).extracting(MatonConnection::connectionId)
			.containsExactly(defaultConnection().id(), pending.id());
		assertThat(fixture.simulator().requests().last().url()).isEqualTo("/connections?app=zoho-bigin&limit=100");
		assertThat(await(this.connections.list(ConnectionStatus.ACTIVE))).extracting(MatonConnection::connectionId)
			.containsExactly(defaultConnection().id());
		assertThat(fixture.simulator().requests().last().url())
			.isEqualTo("/connections?app=zoho-bigin&status=ACTIVE&limit=100");
		assertThat(await(this.connections.list(null, ConnectionStatus.ACTIVE)))
			.extracting(MatonConnection::connectionId)
			.containsExactly(defaultConnection().id(), other.id());
		assertThat(await(this.connections.list(ConnectionStatus.FAILED))).isEmpty();
	}

	@Test
	void listsTheConnectionsOfAllPages() {
		for (int i = 0; i < 250; i++) {
			fixture.simulator().account().connect("zoho-bigin", "OAUTH2");
		}
		assertThat(await(this.connections.list())).hasSize(251)
			.extracting(MatonConnection::connectionId)
			.doesNotHaveDuplicates();
		assertThat(fixture.simulator().requests().last().url())
			.isEqualTo("/connections?app=zoho-bigin&limit=100&next_token=200");
	}

	@Test
	void readsAllThatMatonSaysOfAConnection() {
		Connection expected = defaultConnection();
		MatonConnection connection = await(this.connections.get(expected.id()));
		assertThat(connection.connectionId()).isEqualTo(expected.id());
		assertThat(connection.status()).isEqualTo(ConnectionStatus.ACTIVE);
		assertThat(connection.isActive()).isTrue();
		assertThat(connection.app()).isEqualTo("zoho-bigin");
		assertThat(connection.method()).isEqualTo("OAUTH2");
		assertThat(connection.metadata()).isEmpty();
		assertThat(connection.creationTime().getOffset()).isEqualTo(ZoneOffset.UTC);
		assertThat(connection.creationTime().toInstant()).isEqualTo(micros(expected.created()));
		assertThat(connection.lastUpdatedTime().toInstant()).isEqualTo(micros(expected.updated()));
	}

	private static Instant micros(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS);
	}

	@Test
	void makesAConnectionThatIsActiveOnceItsUrlWasOpened() throws Exception {
		MatonConnection created = await(this.connections.create());
		assertThat(fixture.simulator().requests().last().body()).isEqualTo("{\"app\":\"zoho-bigin\"}");
		assertThat(created.status()).isEqualTo(ConnectionStatus.PENDING);
		assertThat(created.toString()).doesNotContain(created.url().toString()).doesNotContain("session_token");
		assertThat(open(created.url())).isEqualTo(200);
		MatonConnection active = await(this.connections.awaitActive(created.connectionId(), Duration.ofSeconds(20)));
		assertThat(active.connectionId()).isEqualTo(created.connectionId());
		assertThat(active.isActive()).isTrue();
	}

	@Test
	void waitsUntilTheUrlIsOpened() {
		MatonConnection created = await(this.connections.create());
		Mono<Integer> opening = Mono.fromCallable(() -> open(created.url()));
		Mono<MatonConnection> active = this.connections.awaitActive(created.connectionId(), Duration.ofSeconds(20));
		// opened when the first look has found the connection pending
		Mono<Integer> afterFirstLook = Mono.fromSupplier(() -> fixture.simulator().requests().count())
			.filter((count) -> count >= 2)
			.repeatWhenEmpty((looks) -> looks.delayElements(Duration.ofMillis(5)))
			.then(opening);
		StepVerifier.create(active.zipWith(afterFirstLook))
			.assertNext((both) -> assertThat(both.getT1().isActive()).isTrue())
			.verifyComplete();
		assertThat(fixture.simulator().requests().count("GET /connections/*")).isGreaterThanOrEqualTo(2);
	}

	private static int open(URI url) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

	@Test
	void givesUpOnAConnectionWhoseAuthorizationFailed() {
		MatonConnection created = await(this.connections.create());
		fixture.simulator().connection(created.connectionId()).fail();
		assertThatExceptionOfType(BiginNoConnectionException.class)
			.isThrownBy(() -> await(this.connections.awaitActive(created.connectionId(), Duration.ofSeconds(20))))
			.withMessageContaining(created.connectionId());
	}

	@Test
	void deletesAConnection() {
		String id = defaultConnection().id();
		assertThat(await(this.connections.delete(id))).isNull();
		assertThat(fixture.simulator().account().connections()).isEmpty();
		assertThatExceptionOfType(BiginNotFoundException.class).isThrownBy(() -> await(this.connections.get(id)))
			.satisfies((ex) -> assertThat(ex.getStatus()).isEqualTo(404));
	}

	@Test
	void namesNoConnectionUnlessTold() {
		await(fixture.bigin().query("Contacts").fields("Email").first());
		assertThat(fixture.sentHeader("Maton-Connection")).isNull();
		Connection other = fixture.simulator().addConnection();
		await(fixture.bigin().withConnection(other.id()).query("Contacts").fields("Email").first());
		assertThat(fixture.sentHeader("Maton-Connection")).isEqualTo(other.id());
		await(fixture.bigin().withConnection(other.id()).connections().list());
		assertThat(fixture.sentHeader("Maton-Connection")).isNull();
	}

	@Test
	void sendsTheKeyWithEveryRequest() {
		await(this.connections.list());
		await(fixture.bigin().metadata().modules());
		assertThat(fixture.simulator().requests().all()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.header("Authorization"))
				.isEqualTo("Bearer " + fixture.simulator().apiKey()));
	}

	@Test
	void goesByTheConfiguredConnection() {
		ClientFixture configured = ClientFixture.empty("maton.connection-id=00000000-0000-0000-0000-000000000001");
		try {
			await(configured.bigin().connections().list());
			assertThat(configured.sentHeader("Maton-Connection")).isNull();
			assertThatExceptionOfType(BiginNoConnectionException.class)
				.isThrownBy(() -> await(configured.bigin().metadata().modules()))
				.withMessageContaining("Missing connection for the requested app");
			assertThat(configured.sentHeader("Maton-Connection")).isEqualTo("00000000-0000-0000-0000-000000000001");
		}
		finally {
			configured.close();
		}
	}

	@Test
	void saysHowToAuthorizeWhereThatIsAskedFor() {
		MatonConnection created = await(this.connections.create("API_KEY"));
		assertThat(fixture.simulator().requests().last().body())
			.isEqualTo("{\"app\":\"zoho-bigin\",\"method\":\"API_KEY\"}");
		assertThat(created.method()).isEqualTo("API_KEY");
	}

	@Test
	void gatewayAndControlPlaneCanBeInPlacesOfTheirOwn() {
		ClientFixture apart = ClientFixture.inTwoPlaces();
		try {
			await(apart.bigin().metadata().modules());
			assertThat(apart.simulator().requests().last().baseUrl()).startsWith("http://127.0.0.1:");
			await(apart.bigin().connections().list());
			assertThat(apart.simulator().requests().last().baseUrl()).startsWith("http://localhost:");
		}
		finally {
			apart.close();
		}
	}

}
