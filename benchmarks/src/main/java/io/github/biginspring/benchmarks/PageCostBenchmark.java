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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.benchmarks.BareClient.BareContact;
import io.github.biginspring.benchmarks.BareClient.BareResponse;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.UserLookup;

/**
 * Measures what a page of 200 records costs whose fields are all read, against a bare
 * {@link WebClient} that decodes into Java records. Every call is put together anew, with
 * the same query and headers.
 */
final class PageCostBenchmark {

	private static final String URI_TEMPLATE = "/zoho-bigin/bigin/v2/Contacts?fields={fields}&per_page={size}"
			+ "&page={page}";

	private final String[] fields = { "First_Name", "Last_Name", "Full_Name", "Email", "Phone", "Mobile", "Home_Phone",
			"Title", "Description", "Account_Name", "Owner", "Mailing_Street", "Mailing_City", "Mailing_State",
			"Mailing_Zip", "Mailing_Country", "Email_Opt_Out", "Record_Image", "Tag", "Last_Activity_Time",
			"Created_By", "Modified_By", "Created_Time", "Modified_Time" };

	private final String fieldsParameter = String.join(",", this.fields);

	private final WebClient webClient;

	private final BiginOperations bigin;

	PageCostBenchmark(String url) {
		this.webClient = WebClient.builder()
			.baseUrl(url)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
			.build();
		this.bigin = BiginTemplate.builder(ApiKey.of("benchmark"))
			.endpoint(MatonEndpoint.of(URI.create(url)))
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000).withBurst(100_000))
			.build();
	}

	static void run(Options options) {
		try (ChildProcess server = new ChildProcess(CannedServer.class)) {
			PairedBlocks blocks = new PairedBlocks(options.number("warm-ups", 60), options.number("pairs", 40));
			new PageCostBenchmark("http://127.0.0.1:" + server.line()).run(blocks, options.number("pages", 25),
					options.text("way", "all"));
		}
	}

	void run(PairedBlocks blocks, int pages, String way) {
		PairedBlocks.printHead();
		ways().forEach((name, ours) -> {
			if (way.equals("all") || way.equals(name)) {
				blocks.compare("page of 200, " + name, pages, (page) -> sum(bare(), PageCostBenchmark::read), ours);
			}
		});
	}

	private Map<String, IntUnaryOperator> ways() {
		Map<String, IntUnaryOperator> ways = new LinkedHashMap<>();
		ways.put("ready-made", (page) -> sum(contacts(), PageCostBenchmark::read));
		ways.put("record", (page) -> sum(customers(), PageCostBenchmark::read));
		ways.put("untyped", (page) -> sum(records(), PageCostBenchmark::read));
		// what no client that uses WebClient can go below
		ways.put("WebClient without JSON", (page) -> bytes());
		return ways;
	}

	private static <T> int sum(List<T> records, ToIntFunction<T> read) {
		int sum = 0;
		for (T record : records) {
			sum += read.applyAsInt(record);
		}
		return sum;
	}

	List<BareContact> bare() {
		BareResponse response = request().bodyToMono(BareResponse.class).block();
		return Objects.requireNonNull(response).data();
	}

	private int bytes() {
		return Objects.requireNonNull(request().bodyToMono(byte[].class).block()).length;
	}

	private WebClient.ResponseSpec request() {
		return this.webClient.get()
			.uri(URI_TEMPLATE, this.fieldsParameter, 200, 1)
			.header(HttpHeaders.AUTHORIZATION, "Bearer benchmark")
			.header(HttpHeaders.USER_AGENT, "bigin-spring-boot")
			.accept(MediaType.APPLICATION_JSON)
			.retrieve();
	}

	List<Contact> contacts() {
		return Objects.requireNonNull(this.bigin.query(Contact.class).fields(this.fields).page(1).block()).items();
	}

	List<Customer> customers() {
		return Objects.requireNonNull(this.bigin.query(Customer.class).fields(this.fields).page(1).block()).items();
	}

	List<BiginRecord> records() {
		return Objects.requireNonNull(this.bigin.query("Contacts").fields(this.fields).page(1).block()).items();
	}

	private static int read(@Nullable Object... values) {
		int read = 0;
		for (Object value : values) {
			read += (value != null) ? 1 : 0;
		}
		return read;
	}

	private static int read(BareContact contact) {
		return read(contact.id(), contact.firstName(), contact.lastName(), contact.fullName(), contact.email(),
				contact.phone(), contact.mobile(), contact.homePhone(), contact.title(), contact.description(),
				contact.accountName(), contact.owner(), contact.mailingStreet(), contact.mailingCity(),
				contact.mailingState(), contact.mailingZip(), contact.mailingCountry(), contact.emailOptOut(),
				contact.recordImage(), contact.tag(), contact.lastActivityTime(), contact.createdBy(),
				contact.modifiedBy(), contact.createdTime(), contact.modifiedTime());
	}

	private static int read(Contact contact) {
		return read(contact.getId(), contact.getFirstName(), contact.getLastName(), contact.getFullName(),
				contact.getEmail(), contact.getPhone(), contact.getMobile(), contact.getHomePhone(), contact.getTitle(),
				contact.getDescription(), contact.getCompany(), contact.getOwner(), contact.getMailingStreet(),
				contact.getMailingCity(), contact.getMailingState(), contact.getMailingZip(),
				contact.getMailingCountry(), contact.getEmailOptOut(), contact.getRecordImage(), contact.getTags(),
				contact.getLastActivityTime(), contact.getCreatedBy(), contact.getModifiedBy(),
				contact.getCreatedTime(), contact.getModifiedTime());
	}

	private static int read(Customer customer) {
		return read(customer.id(), customer.firstName(), customer.lastName(), customer.fullName(), customer.email(),
				customer.phone(), customer.mobile(), customer.homePhone(), customer.title(), customer.description(),
				customer.company(), customer.owner(), customer.mailingStreet(), customer.mailingCity(),
				customer.mailingState(), customer.mailingZip(), customer.mailingCountry(), customer.emailOptOut(),
				customer.recordImage(), customer.tags(), customer.lastActivityTime(), customer.createdBy(),
				customer.modifiedBy(), customer.createdTime(), customer.modifiedTime());
	}

	private static int read(BiginRecord record) {
		return read(record.getId(), record.getText("First_Name"), record.getText("Last_Name"),
				record.getText("Full_Name"), record.getText("Email"), record.getText("Phone"), record.getText("Mobile"),
				record.getText("Home_Phone"), record.getText("Title"), record.getText("Description"),
				record.getLookup("Account_Name"), record.getUser("Owner"), record.getText("Mailing_Street"),
				record.getText("Mailing_City"), record.getText("Mailing_State"), record.getText("Mailing_Zip"),
				record.getText("Mailing_Country"), record.getBoolean("Email_Opt_Out"), record.getText("Record_Image"),
				record.getTags("Tag"), record.getDateTime("Last_Activity_Time"), record.getUser("Created_By"),
				record.getUser("Modified_By"), record.getDateTime("Created_Time"), record.getDateTime("Modified_Time"));
	}

	/**
	 * A contact as an application has it.
	 */
	@BiginModule("Contacts")
	record Customer(String id, @Nullable String firstName, @Nullable String lastName, @Nullable String fullName,
			@Nullable String email, @Nullable String phone, @Nullable String mobile, @Nullable String homePhone,
			@Nullable String title, @Nullable String description, @BiginField("Account_Name") @Nullable Lookup company,
			@Nullable UserLookup owner, @Nullable String mailingStreet, @Nullable String mailingCity,
			@Nullable String mailingState, @Nullable String mailingZip, @Nullable String mailingCountry,
			@Nullable Boolean emailOptOut, @Nullable String recordImage, @BiginField("Tag") @Nullable List<Tag> tags,
			@Nullable OffsetDateTime lastActivityTime, @Nullable UserLookup createdBy, @Nullable UserLookup modifiedBy,
			@Nullable OffsetDateTime createdTime, @Nullable OffsetDateTime modifiedTime) {

	}

}
