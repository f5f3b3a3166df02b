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

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.Contact;

/**
 * Measures what a call costs, from one caller, against a bare {@link WebClient} that
 * decodes into typed records: the median of rounds that take turns.
 */
final class CallCostBenchmark {

	private static final int ROUNDS = 9;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final int calls;

	CallCostBenchmark(int calls) {
		this.calls = calls;
	}

	void run() {
		System.out.println("| call | client | time | x | bytes allocated | x |");
		System.out.println("|---|---|---|---|---|---|");
		try (ChildProcess server = new ChildProcess(LimitedServer.class)) {
			String url = "http://127.0.0.1:" + server.line();
			WebClient webClient = WebClient.builder()
				.baseUrl(url)
				.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
				.build();
			BiginOperations bigin = BiginTemplate.builder(ApiKey.of("benchmark"))
				.endpoint(MatonEndpoint.of(URI.create(url)))
				.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000).withBurst(100_000))
				.build();
			compare("page of 200",
					webClient.get()
						.uri("/zoho-bigin/bigin/v2/Contacts?fields=Last_Name&per_page=200")
						.retrieve()
						.bodyToMono(BareResponse.class),
					bigin.query(Contact.class).all().count(), this.calls);
			compare("one record",
					webClient.get()
						.uri("/zoho-bigin/bigin/v2/Contacts/{id}?fields=Last_Name", "7255024000000596045")
						.retrieve()
						.bodyToMono(BareResponse.class),
					bigin.findById(Contact.class, "7255024000000596045"), this.calls * 10);
		}
	}

	private void compare(String name, Mono<?> bare, Mono<?> bigin, int calls) {
		double[][] barely = new double[2][ROUNDS];
		double[][] ours = new double[2][ROUNDS];
		for (int round = -3; round < ROUNDS; round++) {
			measure(bare, calls, barely, round);
			measure(bigin, calls, ours, round);
		}
		double bareTime = median(barely[0]);
		double bareBytes = median(barely[1]);
		row(name, "WebClient -> typed", bareTime, 1, bareBytes, 1);
		row(name, "BiginTemplate", median(ours[0]), median(ours[0]) / bareTime, median(ours[1]),
				median(ours[1]) / bareBytes);
	}

	private static void row(String name, String client, double micros, double times, double bytes, double bytesTimes) {
		System.out.printf(Locale.ROOT, "| %s | %s | %.0f µs | %.2f | %,.1f kB | %.2f |%n", name, client, micros, times,
				bytes / 1000, bytesTimes);
	}

	// the rounds below 0 warm up
	private void measure(Mono<?> call, int calls, double[][] results, int round) {
		long bytesBefore = allocated();
		long start = System.nanoTime();
		for (int i = 0; i < calls; i++) {
			call.block();
		}
		double nanos = System.nanoTime() - start;
		double bytes = allocated() - bytesBefore;
		if (round >= 0) {
			results[0][round] = nanos / 1000 / calls;
			results[1][round] = bytes / calls;
		}
	}

	private long allocated() {
		return Arrays.stream(this.threads.getThreadAllocatedBytes(this.threads.getAllThreadIds())).sum();
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
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
