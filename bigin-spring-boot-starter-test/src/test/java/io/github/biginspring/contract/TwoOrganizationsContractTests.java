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
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class TwoOrganizationsContractTests {

	private static final int CALLS = 400;

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private Connection first;

	private Connection second;

	@BeforeEach
	void addOrganizations() {
		this.first = fixture.simulator().addConnection();
		this.second = fixture.simulator().addConnection();
	}

	private static Records contacts(Connection connection) {
		return connection.organization().records("Contacts");
	}

	@Test
	void doNotMixOnOneEventLoop() {
		String mine = contacts(this.first).add(Map.of("Last_Name", "first"));
		String theirs = contacts(this.second).add(Map.of("Last_Name", "second"));
		onOneEventLoop((bigin) -> {
			BiginOperations one = bigin.withConnection(this.first.id());
			BiginOperations other = bigin.withConnection(this.second.id());
			List<String> names = await(Flux.range(0, CALLS)
				.flatMapSequential((i) -> (i % 2 == 0) ? name(one, mine) : name(other, theirs), 64));
			for (int i = 0; i < CALLS; i++) {
				assertThat(names.get(i)).as("response %s", i).isEqualTo((i % 2 == 0) ? "first" : "second");
			}
			assertThat(await(one.findById("Contacts", theirs))).isNull();
			assertThat(await(other.findById("Contacts", mine))).isNull();
		});
		assertThat(fixture.simulator().requests().count()).isEqualTo(CALLS + 2);
	}

	private static Mono<String> name(BiginOperations bigin, String id) {
		return bigin.findById("Contacts", id, "Last_Name").map((contact) -> contact.getText("Last_Name"));
	}

	@Test
	void keepTheirWritesApartWhileTheyArePaged() {
		onOneEventLoop((bigin) -> {
			BiginOperations one = bigin.withConnection(this.first.id());
			BiginOperations other = bigin.withConnection(this.second.id());
			await(Flux.range(0, CALLS)
				.flatMap((i) -> create((i % 2 == 0) ? one : other, (i % 2 == 0) ? "first " + i : "second " + i), 64));
			Mono<List<String>> ofOne = names(one);
			Mono<List<String>> ofOther = names(other);
			var both = await(Mono.zip(ofOne, ofOther));
			assertThat(both.getT1()).hasSize(CALLS / 2).allMatch((name) -> name.startsWith("first"));
			assertThat(both.getT2()).hasSize(CALLS / 2).allMatch((name) -> name.startsWith("second"));
		});
		assertThat(contacts(this.first).count()).isEqualTo(CALLS / 2);
		assertThat(contacts(this.second).count()).isEqualTo(CALLS / 2);
		assertThat(fixture.records("Contacts").count()).isZero();
	}

	private static Mono<String> create(BiginOperations bigin, String name) {
		return bigin.create("Contacts", new BiginRecord().set("Last_Name", name)).map((written) -> written.id());
	}

	private static Mono<List<String>> names(BiginOperations bigin) {
		return bigin.query("Contacts")
			.fields("Last_Name")
			.pageSize(20)
			.all()
			.map((contact) -> contact.getText("Last_Name"))
			.collectList();
	}

	@Test
	void keepTheirConnectionWhenACallIsRepeated() {
		String id = contacts(this.second).add(Map.of("Last_Name", "second"));
		fixture.simulator().faults().next(2, Fault.status(503));
		assertThat(await(name(fixture.bigin().withConnection(this.second.id()), id))).isEqualTo("second");
		assertThat(fixture.simulator().requests().all()).hasSize(3)
			.allSatisfy((request) -> assertThat(request.header("Maton-Connection")).isEqualTo(this.second.id()));
	}

	@Test
	void theLatestConnectionNamedIsTheOneThatCounts() {
		String id = contacts(this.second).add(Map.of("Last_Name", "second"));
		BiginOperations nested = fixture.bigin().withConnection(this.first.id()).withConnection(this.second.id());
		assertThat(await(name(nested, id))).isEqualTo("second");
	}

	private static void onOneEventLoop(Consumer<BiginTemplate> test) {
		ReactorResourceFactory resources = ClientFixture.ownResources();
		resources.setLoopResourcesSupplier(() -> LoopResources.create("one-loop", 1, true));
		resources.start();
		try {
			test.accept(BiginTemplate.builder(ApiKey.of(fixture.simulator().apiKey()))
				.endpoint(MatonEndpoint.of(URI.create(fixture.simulator().url())))
				.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
				.webClientBuilder(WebClient.builder()
					.clientConnector(new ReactorClientHttpConnector(resources, (client) -> client)))
				.build());
		}
		finally {
			resources.stop();
		}
	}

}
