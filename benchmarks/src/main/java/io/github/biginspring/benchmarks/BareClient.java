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

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * What an application does that has nothing but a {@link WebClient} and Java records. It
 * sends the query and the headers that the client sends, and puts each call together when
 * it is made.
 */
final class BareClient {

	private static final String MODULE = "/zoho-bigin/bigin/v2/Contacts";

	private final WebClient webClient;

	private final String apiKey;

	private final String connectionId;

	BareClient(String url, String apiKey, String connectionId) {
		this(url, apiKey, connectionId, ObservationRegistry.NOOP);
	}

	BareClient(String url, String apiKey, String connectionId, ObservationRegistry observationRegistry) {
		this.webClient = WebClient.builder()
			.observationRegistry(observationRegistry)
			.baseUrl(url)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
			.build();
		this.apiKey = apiKey;
		this.connectionId = connectionId;
	}

	/**
	 * Ask the server for the value that the call before had for the parameter
	 * {@code fields}.
	 * @return the fields by comma
	 */
	String lastFields() {
		String query = Objects
			.requireNonNull(this.webClient.get().uri("/query").retrieve().bodyToMono(String.class).block());
		int from = query.indexOf("fields=") + 7;
		int to = query.indexOf('&', from);
		return query.substring(from, (to < 0) ? query.length() : to).replace("%2C", ",");
	}

	int find(String id, String fields) {
		ContactsBody body = this.webClient.get()
			.uri(MODULE + "/{id}?fields={fields}", id, fields)
			.headers((headers) -> headers.setBearerAuth(this.apiKey))
			.header("Maton-Connection", this.connectionId)
			.accept(MediaType.APPLICATION_JSON)
			.retrieve()
			.bodyToMono(ContactsBody.class)
			.block();
		return Objects.requireNonNull(body).data().get(0).hashCode();
	}

	/**
	 * Make the same call as {@link #find}, and decode nothing.
	 */
	int findBytes(String id, String fields) {
		return Objects.requireNonNull(this.webClient.get()
			.uri(MODULE + "/{id}?fields={fields}", id, fields)
			.headers((headers) -> headers.setBearerAuth(this.apiKey))
			.header("Maton-Connection", this.connectionId)
			.accept(MediaType.APPLICATION_JSON)
			.retrieve()
			.bodyToMono(byte[].class)
			.block()).length;
	}

	/**
	 * Make the same call as {@link #create}, and neither encode nor decode anything.
	 */
	int createBytes(byte[] body) {
		return Objects.requireNonNull(this.webClient.post()
			.uri(MODULE)
			.headers((headers) -> headers.setBearerAuth(this.apiKey))
			.header("Maton-Connection", this.connectionId)
			.accept(MediaType.APPLICATION_JSON)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.retrieve()
			.bodyToMono(byte[].class)
			.block()).length;
	}

	int create(NewContact contact) {
		ResultsBody body = this.webClient.post()
			.uri(MODULE)
			.headers((headers) -> headers.setBearerAuth(this.apiKey))
			.header("Maton-Connection", this.connectionId)
			.accept(MediaType.APPLICATION_JSON)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(new NewContacts(List.of(contact)))
			.retrieve()
			.bodyToMono(ResultsBody.class)
			.block();
		Result result = Objects.requireNonNull(body).data().get(0);
		if (!"success".equals(result.status())) {
			throw new IllegalStateException(result.code());
		}
		return result.hashCode();
	}

	/**
	 * What is sent.
	 *
	 * @param data the contacts
	 */
	record NewContacts(List<NewContact> data) {

	}

	/**
	 * A contact to be created.
	 */
	record NewContact(@JsonProperty("First_Name") String firstName, @JsonProperty("Last_Name") String lastName,
			@JsonProperty("Email") String email, @JsonProperty("Phone") String phone,
			@JsonProperty("Mobile") String mobile, @JsonProperty("Title") String title,
			@JsonProperty("Description") String description, @JsonProperty("Account_Name") LookupId company,
			@JsonProperty("Mailing_Street") String street, @JsonProperty("Mailing_City") String city,
			@JsonProperty("Mailing_Country") String country, @JsonProperty("Email_Opt_Out") boolean emailOptOut) {

	}

	/**
	 * A lookup as it is written.
	 *
	 * @param id the id
	 */
	record LookupId(String id) {

	}

	/**
	 * The response to a get.
	 *
	 * @param data the records
	 */
	record ContactsBody(List<BareContact> data) {

	}

	/**
	 * The response to a creation.
	 *
	 * @param data the results
	 */
	record ResultsBody(List<Result> data) {

	}

	/**
	 * The result of a creation.
	 */
	record Result(String code, Details details, String message, String status) {

	}

	/**
	 * What a result tells of the record.
	 */
	record Details(@JsonProperty("Modified_Time") @Nullable String modifiedTime,
			@JsonProperty("Modified_By") @Nullable BareLookup modifiedBy,
			@JsonProperty("Created_Time") @Nullable String createdTime, String id,
			@JsonProperty("Created_By") @Nullable BareLookup createdBy) {

	}

	/**
	 * The response as Jackson reads it.
	 *
	 * @param data the records
	 */
	record BareResponse(List<BareContact> data) {

	}

	/**
	 * A lookup as Jackson reads it.
	 *
	 * @param name the name
	 * @param id the id
	 * @param email the address of a user
	 */
	record BareLookup(@Nullable String name, @Nullable String id, @Nullable String email) {

	}

	/**
	 * A contact as Jackson reads it.
	 */
	record BareContact(String id, @JsonProperty("First_Name") @Nullable String firstName,
			@JsonProperty("Last_Name") @Nullable String lastName, @JsonProperty("Full_Name") @Nullable String fullName,
			@JsonProperty("Email") @Nullable String email, @JsonProperty("Phone") @Nullable String phone,
			@JsonProperty("Mobile") @Nullable String mobile, @JsonProperty("Home_Phone") @Nullable String homePhone,
			@JsonProperty("Title") @Nullable String title, @JsonProperty("Description") @Nullable String description,
			@JsonProperty("Account_Name") @Nullable BareLookup accountName,
			@JsonProperty("Owner") @Nullable BareLookup owner,
			@JsonProperty("Mailing_Street") @Nullable String mailingStreet,
			@JsonProperty("Mailing_City") @Nullable String mailingCity,
			@JsonProperty("Mailing_State") @Nullable String mailingState,
			@JsonProperty("Mailing_Zip") @Nullable String mailingZip,
			@JsonProperty("Mailing_Country") @Nullable String mailingCountry,
			@JsonProperty("Email_Opt_Out") @Nullable Boolean emailOptOut,
			@JsonProperty("Record_Image") @Nullable String recordImage,
			@JsonProperty("Tag") @Nullable List<BareLookup> tag,
			@JsonProperty("Last_Activity_Time") @Nullable OffsetDateTime lastActivityTime,
			@JsonProperty("Created_By") @Nullable BareLookup createdBy,
			@JsonProperty("Modified_By") @Nullable BareLookup modifiedBy,
			@JsonProperty("Created_Time") @Nullable OffsetDateTime createdTime,
			@JsonProperty("Modified_Time") @Nullable OffsetDateTime modifiedTime) {

	}

}
