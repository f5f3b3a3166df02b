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

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.change.Cursor;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clock that a template was given, in all that asks what time it is.
 */
class TemplateClockTests {

	private static final Instant NOW = Instant.parse("2019-12-31T00:00:00Z");

	private final List<URI> requests = new ArrayList<>();

	@Test
	void tellsHowOldACursorIs() {
		BiginTemplate bigin = bigin();
		Cursor fresh = new Cursor("Contacts", NOW, null, NOW.minus(Duration.ofHours(1)), null);
		StepVerifier.create(bigin.changes("Contacts").from(fresh).read()).verifyComplete();
		assertThat(this.requests).isNotEmpty();
	}

	@Test
	void tellsUpToWhenRecordsCanHaveBeenCreatedThatASearchFinds() {
		StepVerifier.create(bigin().query("Contacts").matching(where("Last_Name").is("Ito")).all())
			.expectNextCount(2_000)
			.verifyComplete();
		// half way from 2000 to a day after
		assertThat(this.requests)
			.anySatisfy((uri) -> assertThat(URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8))
				.contains("Created_Time:less_than:2009-12-31T12:00:00+00:00"));
	}

	@Test
	void tellsWhenAChannelExpires() {
		StubExchange service = new StubExchange();
		service.response(201, "{\"watch\":[{\"code\":\"SUCCESS\",\"details\":{}}]}");
		BiginTemplate bigin = StubbedTemplate.of(service, OperationObserver.NONE, RecordMapper.create(),
				InstantSource.fixed(NOW));
		WatchRequest request = WatchRequest.channel("1")
			.events(WatchEvent.created("Contacts"))
			.notifyUrl(URI.create("https://app.example.com/"))
			.timeToLive(Duration.ofHours(2))
			.build();
		StepVerifier.create(bigin.notifications().subscribe(request)).expectNextCount(1).verifyComplete();
		assertThat(service.body()).asString().contains("\"channel_expiry\":\"2019-12-31T02:00:00+00:00\"");
	}

	private BiginTemplate bigin() {
		return BiginTemplate.builder(ApiKey.of("the-key"))
			.webClientBuilder(WebClient.builder().exchangeFunction((request) -> respond(request.url())))
			.clock(InstantSource.fixed(NOW))
			.build();
	}

	private Mono<ClientResponse> respond(URI uri) {
		this.requests.add(uri);
		if (!uri.getPath().endsWith("/search") || uri.getQuery().contains("Created_Time")) {
			return Mono.just(ClientResponse.create(HttpStatus.NO_CONTENT).build());
		}
		int page = Integer.parseInt(uri.getQuery().replaceFirst(".*\\bpage=(\\d+).*", "$1"));
		if (page > 10) {
			return Mono.just(response(HttpStatus.BAD_REQUEST,
					"{\"code\":\"LIMIT_REACHED\",\"details\":{},\"message\":\"Limit\",\"status\":\"error\"}"));
		}
		String records = IntStream.range(page * 200, (page + 1) * 200)
			.mapToObj((id) -> "{\"id\":\"" + id + "\",\"Last_Name\":\"Ito\"}")
			.collect(Collectors.joining(","));
		return Mono.just(response(HttpStatus.OK, "{\"data\":[" + records + "],\"info\":{\"per_page\":200,\"count\":200,"
				+ "\"page\":" + page + ",\"more_records\":true}}"));
	}

	private static ClientResponse response(HttpStatus status, String body) {
		return ClientResponse.create(status).header("Content-Type", "application/json").body(body).build();
	}

}
