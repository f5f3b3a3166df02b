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

package io.github.biginspring.benchmarks;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.CreditLimit;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.UserLookup;
import io.github.biginspring.observation.BiginMeters;
import io.github.biginspring.write.WriteResult.Written;

/**
 * Measures what single calls cost that have to wait for nothing, with rate limiter,
 * retry, timeout, credits and circuit breaker in place, against a {@link BareClient}.
 */
final class SingleCallBenchmark {

	private static final String API_KEY = "benchmark-benchmark-benchmark";

	private static final String CONNECTION = "7b0e6ae1-4fd5-4f15-ae0c-fd7d4a1b5e9f";

	private final PairedBlocks blocks;

	private final int calls;

	private final String only;

	/**
	 * Create.
	 * @param blocks measures
	 * @param calls how many calls a block makes
	 * @param only a part of the names of the rows to measure, empty for all
	 */
	SingleCallBenchmark(PairedBlocks blocks, int calls, String only) {
		this.blocks = blocks;
		this.calls = calls;
		this.only = only;
	}

	void run() {
		PairedBlocks.printHead();
		try (ChildProcess server = new ChildProcess(CannedServer.class)) {
			run("http://127.0.0.1:" + server.line());
		}
	}

	void run(String url) {
		run(url, null, "");
		run(url, new SimpleMeterRegistry(), ", with meters");
	}

	private void run(String url, @Nullable MeterRegistry meters, String kind) {
		ObservationRegistry observations = observations(meters);
		BareClient bare = new BareClient(url, API_KEY, CONNECTION, observations);
		BiginOperations bigin = bigin(url, observations, meters);
		read(bigin.findById(Contact.class, VaryingContacts.id(0)).block());
		String fieldsOfType = bare.lastFields();
		String[] names = fieldsOfType.split(",");
		hash(bigin.findById(Subscriber.class, VaryingContacts.id(0)).block());
		String fieldsOfRecord = bare.lastFields();
		compare("get, ready-made type" + kind, (number) -> bare.find(VaryingContacts.id(number), fieldsOfType),
				(number) -> read(bigin.findById(Contact.class, VaryingContacts.id(number)).block()));
		compare("get, user's record" + kind, (number) -> bare.find(VaryingContacts.id(number), fieldsOfRecord),
				(number) -> hash(bigin.findById(Subscriber.class, VaryingContacts.id(number)).block()));
		compare("get, untyped" + kind, (number) -> bare.find(VaryingContacts.id(number), fieldsOfType),
				(number) -> read(bigin.findById("Contacts", VaryingContacts.id(number), names).block(), names));
		compare("create, ready-made type" + kind, (number) -> bare.create(bareContact(number)),
				(number) -> read(bigin.create(typedContact(number)).block()));
		compare("create, untyped" + kind, (number) -> bare.create(bareContact(number)),
				(number) -> read(bigin.create("Contacts", untypedContact(number)).block()));
		// what no client that uses WebClient can go below
		byte[] body = JsonMapper.shared().writeValueAsBytes(new BareClient.NewContacts(List.of(bareContact(1))));
		compare("get, WebClient without JSON" + kind, (number) -> bare.find(VaryingContacts.id(number), fieldsOfType),
				(number) -> bare.findBytes(VaryingContacts.id(number), fieldsOfType));
		compare("create, WebClient without JSON" + kind, (number) -> bare.create(bareContact(number)),
				(number) -> bare.createBytes(body));
	}

	private void compare(String name, IntUnaryOperator bare, IntUnaryOperator ours) {
		if (name.contains(this.only)) {
			this.blocks.compare(name, this.calls, bare, ours);
		}
	}

	// as Spring Boot does
	private static ObservationRegistry observations(@Nullable MeterRegistry meters) {
		if (meters == null) {
			return ObservationRegistry.NOOP;
		}
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		return registry;
	}

	private static BiginOperations bigin(String url, ObservationRegistry observations, @Nullable MeterRegistry meters) {
		return BiginTemplate.builder(ApiKey.of(API_KEY))
			.endpoint(MatonEndpoint.of(URI.create(url)))
			.connectionId(CONNECTION)
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000).withBurst(100_000))
			.creditLedger(BiginCreditLedger.of(CreditLimit.daily(1_000_000_000), CONNECTION))
			.circuitBreaker(new CallCircuitBreaker(CircuitBreaker.ofDefaults("benchmark")))
			.observationRegistry(observations)
			.meters((meters != null) ? BiginMeters.of(meters) : null)
			.build();
	}

	private static int hash(@Nullable Object found) {
		return Objects.requireNonNull(found).hashCode();
	}

	private static int read(@Nullable Contact found) {
		Contact contact = Objects.requireNonNull(found);
		return Objects.hash(contact.getId(), contact.getFirstName(), contact.getLastName(), contact.getFullName(),
				contact.getEmail(), contact.getPhone(), contact.getMobile(), contact.getHomePhone(), contact.getTitle(),
				contact.getDescription(), contact.getCompany(), contact.getOwner(), contact.getMailingStreet(),
				contact.getMailingCity(), contact.getMailingState(), contact.getMailingZip(),
				contact.getMailingCountry(), contact.getEmailOptOut(), contact.getRecordImage(), contact.getTags(),
				contact.getLastActivityTime(), contact.getCreatedBy(), contact.getModifiedBy(),
				contact.getCreatedTime(), contact.getModifiedTime());
	}

	private static int read(@Nullable BiginRecord found, String[] names) {
		int hash = 0;
		for (String name : names) {
			hash = 31 * hash + Objects.hashCode(Objects.requireNonNull(found).get(name));
		}
		return hash;
	}

	private static int read(@Nullable Written<?> result) {
		Map<String, @Nullable Object> details = Objects.requireNonNull(result).details();
		return Objects.hash(result.id(), details.get("Created_Time"), details.get("Modified_Time"),
				details.get("Created_By"), details.get("Modified_By"));
	}

	private static BareClient.NewContact bareContact(int number) {
		return new BareClient.NewContact("Grace", "Hopper " + number, "grace" + number + "@example.com",
				"+1 555 " + number, "+1 556 " + number, "Rear admiral", "Found the first bug, in a relay",
				new BareClient.LookupId(VaryingContacts.id(number)), number + " Navy Yard", "Arlington", "USA", false);
	}

	private static Contact typedContact(int number) {
		Contact contact = new Contact();
		contact.setFirstName("Grace");
		contact.setLastName("Hopper " + number);
		contact.setEmail("grace" + number + "@example.com");
		contact.setPhone("+1 555 " + number);
		contact.setMobile("+1 556 " + number);
		contact.setTitle("Rear admiral");
		contact.setDescription("Found the first bug, in a relay");
		contact.setCompany(Lookup.of(VaryingContacts.id(number)));
		contact.setMailingStreet(number + " Navy Yard");
		contact.setMailingCity("Arlington");
		contact.setMailingCountry("USA");
		contact.setEmailOptOut(false);
		return contact;
	}

	private static BiginRecord untypedContact(int number) {
		return new BiginRecord().set("First_Name", "Grace")
			.set("Last_Name", "Hopper " + number)
			.set("Email", "grace" + number + "@example.com")
			.set("Phone", "+1 555 " + number)
			.set("Mobile", "+1 556 " + number)
			.set("Title", "Rear admiral")
			.set("Description", "Found the first bug, in a relay")
			.set("Account_Name", Lookup.of(VaryingContacts.id(number)))
			.set("Mailing_Street", number + " Navy Yard")
			.set("Mailing_City", "Arlington")
			.set("Mailing_Country", "USA")
			.set("Email_Opt_Out", false);
	}

	/**
	 * A user's own type.
	 */
	@BiginModule("Contacts")
	record Subscriber(String id, @Nullable String firstName, @Nullable String lastName, @Nullable String fullName,
			@Nullable String email, @Nullable String phone, @Nullable String mobile, @Nullable String homePhone,
			@Nullable String title, @Nullable String description, @Nullable Lookup accountName,
			@Nullable UserLookup owner, @Nullable String mailingStreet, @Nullable String mailingCity,
			@Nullable String mailingState, @Nullable String mailingZip, @Nullable String mailingCountry,
			@Nullable Boolean emailOptOut, @Nullable String recordImage, @Nullable List<Tag> tag,
			@Nullable OffsetDateTime lastActivityTime, @Nullable UserLookup createdBy, @Nullable UserLookup modifiedBy,
			@Nullable OffsetDateTime createdTime, @Nullable OffsetDateTime modifiedTime) {

	}

}
