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

package io.github.biginspring.readme.cookbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.ResponseStatusException;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.BiginTemplateBuilder;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.change.InMemoryCursorStore;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.notification.BiginNotification;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The recipes of the cookbook, run.
 */
class CookbookTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final BiginSimulator simulator = BiginSimulator.builder().empty().start();

	private final Records contacts = this.simulator.organization().records("Contacts");

	private final BiginOperations bigin = builder().build();

	private BiginTemplateBuilder builder() {
		return BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
			.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
			.changes(ChangeSettings.defaults()
				.withCursorStore(new InMemoryCursorStore())
				.withWatermarkDelay(Duration.ZERO));
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void firstClassWritesAContactOnce() {
		SignUps signUps = new SignUps(this.bigin);
		String id = signUps.signUp("Watson", "watson@example.com").block(LONG);
		assertThat(signUps.signUp("Watson", "watson@example.com").block(LONG)).isEqualTo(id);
		assertThat(this.contacts.all()).extracting("Email").containsExactly("watson@example.com");
	}

	@Test
	void signUpWritesAContactOnce() {
		WebTestClient client = WebTestClient.bindToController(new SignUpController(this.bigin)).build();
		for (int i = 0; i < 2; i++) {
			client.post()
				.uri("/sign-ups")
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"name\":\"Watson\",\"email\":\"watson@example.com\"}")
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.CREATED);
		}
		assertThat(this.contacts.all()).extracting("Email").containsExactly("watson@example.com");
	}

	@Test
	void nightlySyncCopiesWhatHasChanged() {
		EmbeddedDatabase database = new EmbeddedDatabaseBuilder().generateUniqueName(true)
			.setType(EmbeddedDatabaseType.H2)
			.build();
		JdbcClient jdbc = JdbcClient.create(database);
		jdbc.sql("create table contact (id varchar(30), name varchar(80), email varchar(100))").update();
		String id = this.contacts.add(Map.of("Last_Name", "Watson"));
		this.contacts.add(Map.of("Last_Name", "Holmes", "Email", "holmes@example.com"));
		NightlySync sync = new NightlySync(this.bigin, jdbc);
		this.simulator.clock().advance(Duration.ofMinutes(5));
		sync.run().block(LONG);
		assertThat(names(jdbc)).containsExactlyInAnyOrder("Watson", "Holmes");
		this.contacts.update(id, Map.of("Last_Name", "Watson-Morstan"));
		this.simulator.clock().advance(Duration.ofMinutes(5));
		sync.run().block(LONG);
		assertThat(names(jdbc)).containsExactlyInAnyOrder("Watson-Morstan", "Holmes");
		this.contacts.delete(id);
		this.simulator.clock().advance(Duration.ofMinutes(5));
		sync.run().block(LONG);
		assertThat(names(jdbc)).containsExactly("Holmes");
		database.shutdown();
	}

	private static List<String> names(JdbcClient jdbc) {
		return jdbc.sql("select name from contact").query(String.class).list();
	}

	@Test
	void importNamesTheLineOfEachContactThatWasNotWritten() {
		String csv = "Watson;watson@example.com\n;nobody@example.com\nHolmes\n";
		Flux<String> problems = new ContactImport(this.bigin).run(new BufferedReader(new StringReader(csv)));
		assertThat(problems.collectList().block(LONG)).containsExactly("Line 2 was rejected: required field not found");
		assertThat(this.contacts.all()).extracting("Last_Name").containsExactlyInAnyOrder("Watson", "Holmes");
	}

	@Test
	void importSaysWhatMayHaveBeenWritten() {
		this.simulator.faults().on("POST /Contacts/upsert").next(20, Fault.emptyResponse().afterTakingEffect());
		Flux<String> problems = new ContactImport(builder().backOffPolicy(new NoBackOffPolicy()).build())
			.run(new BufferedReader(new StringReader("Watson")));
		assertThat(problems.collectList().block(LONG)).containsExactly("Line 1 may have been written: import it again");
	}

	@Test
	void webhookReadsWhatANotificationNames() {
		String id = this.contacts.add(Map.of("Last_Name", "Watson"));
		ContactIndex index = new ContactIndex();
		new WebhookListener(this.bigin, index)
			.on(BiginNotification.builder("90210").module("Contacts").ids(List.of(id)).build());
		assertThat(index.names).containsExactly(Map.entry(id, "Watson"));
	}

	@Test
	void dealsAreSummedByStage() {
		for (int amount : List.of(100, 250)) {
			this.simulator.organization()
				.records("Pipelines")
				.add(Map.of("Deal_Name", "Lamps " + amount, "Sub_Pipeline", "Sales Pipeline Standard", "Stage",
						"Qualification", "Amount", amount));
		}
		Map<String, BigDecimal> sums = new DealsByStage(this.bigin).sums().block(LONG);
		assertThat(sums).containsOnlyKeys("Qualification");
		assertThat(sums.get("Qualification")).isEqualByComparingTo("350");
	}

	@Test
	void aQuoteHangsOnItsDeal(@TempDir Path folder) throws IOException {
		Path pdf = Files.writeString(folder.resolve("quote.pdf"), "%PDF-1.7");
		String id = new QuoteSender(this.bigin).open("Lamps", new BigDecimal("99.50"), pdf).block(LONG);
		assertThat(this.bigin.attachments("Pipelines", id).list().collectList().block(LONG))
			.extracting((attachment) -> attachment.fileName())
			.containsExactly("quote.pdf");
	}

	@Test
	void eachTenantHasItsOwnContacts() {
		Connection second = this.simulator.addConnection();
		this.contacts.add(Map.of("Last_Name", "Watson"));
		Tenants tenants = new Tenants();
		BiginTemplate resolved = builder().connectionResolver(tenants.connectionResolver(Map.of("acme", second.id())))
			.build();
		WebTestClient client = WebTestClient
			.bindToWebHandler((exchange) -> resolved.query("Contacts")
				.fields("Last_Name")
				.all()
				.count()
				.doOnNext((count) -> exchange.getResponse().getHeaders().set("Count", String.valueOf(count)))
				.onErrorResume((failure) -> Mono
					.fromRunnable(() -> exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN)))
				.then())
			.webFilter(tenants.tenantFilter())
			.build();
		client.get().header("X-Tenant", "acme").exchange().expectStatus().isOk();
		assertThat(this.simulator.requests().last().header("Maton-Connection")).isEqualTo(second.id());
		client.get().header("X-Tenant", "nobody").exchange().expectStatus().isForbidden();
		client.get().exchange().expectStatus().isForbidden();
	}

	@Test
	void servletApplicationsWait() {
		String id = this.contacts.add(Map.of("Last_Name", "Watson"));
		ContactPages pages = new ContactPages(BiginClient.of(this.bigin));
		assertThat(pages.name(id)).isEqualTo("Watson");
		assertThat(pages.named("Wat")).containsExactly("Watson");
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> pages.name("7255024000000999999"));
	}

}
