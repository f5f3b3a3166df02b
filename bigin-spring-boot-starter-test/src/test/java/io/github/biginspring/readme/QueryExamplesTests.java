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

package io.github.biginspring.readme;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.simulator.BiginSimulator;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * README's examples of reading.
 */
class QueryExamplesTests {

	private final BiginSimulator simulator = BiginSimulator.start();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
		.build();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void changes() {
		Instant lastRun = Instant.now();
		Flux<Contact> changed = bigin.query(Contact.class).modifiedSince(lastRun).all();
		Flux<DeletedRecord> deleted = bigin.deleted(Contact.class).modifiedSince(lastRun).all();
		assertThat(changed).isNotNull();
		assertThat(deleted).isNotNull();
	}

	@Test
	void plan() {
		Flux<BiginRecord> contacts = bigin.query("Contacts")
			.fields("Last_Name", "Email")
			.plan(ReadPlan.automatic().expecting(500_000))
			.all();
		assertThat(contacts).isNotNull();
	}

	@Test
	void search() {
		for (String name : List.of("Acme Product", "Acme Other Product")) {
			Company company = new Company();
			company.setName(name);
			company.setBillingCity("London");
			bigin.create(company).block();
		}
		Flux<Company> companies = bigin.query(Company.class)
			.matching(where("Account_Name").is("Acme Product").and(where("Billing_City").startsWith("Lon")))
			.all();
		StepVerifier.create(companies.map(Company::getName)).expectNext("Acme Product").verifyComplete();
	}

	@Test
	void coql() {
		Flux<Contact> contacts = bigin.coql(Contact.class)
			.matching(where("Email").like("%@example.com").and(where("Account_Name.Phone").isNotEmpty()))
			.sort(SortOrder.descending("Created_Time"))
			.limit(500)
			.all();
		Coql query = Coql.of("""
				select Deal_Name, Stage, Account_Name.Account_Name
				from Pipelines
				where Stage in (:stages) and Closing_Date < :day
				""").bind("stages", List.of("Qualification", "Negotiation")).bind("day", LocalDate.now());
		Flux<BiginRecord> deals = bigin.coql(query).all();
		assertThat(contacts).isNotNull();
		assertThat(deals).isNotNull();
	}

}
