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

package io.github.biginspring.sample.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.sample.OnSimulator;
import io.github.biginspring.simulator.BiginSimulator;

/**
 * Writes contacts as many an application without the starter does: with a WebClient, and
 * a few repetitions where something fails.
 */
@Component
@OnSimulator
class PlainWriter implements ContactWriter {

	private final WebClient client;

	PlainWriter(BiginSimulator simulator) {
		this.client = WebClient.builder()
			.baseUrl(simulator.url() + "/zoho-bigin/bigin/v2")
			.defaultHeaders((headers) -> headers.setBearerAuth(simulator.apiKey()))
			.build();
	}

	// tag::plain[]
	@Override
	public Mono<Void> write(Flux<Contact> contacts, RunTally tally) {
		WebClient counted = this.client.mutate().filter((request, next) -> exchange(request, next, tally)).build();
		return contacts.map(BiginRecord::asMap)
			.buffer(BATCH_SIZE)
			.flatMap((batch) -> post(counted, batch).retryWhen(Retry.fixedDelay(3, Duration.ofMillis(250)))
				.thenReturn(true)
				.onErrorReturn(false)
				.doOnNext((written) -> tally.count(batch.size(), written)), CONCURRENCY)
			.then();
	}

	private static Mono<Void> post(WebClient client, List<?> batch) {
		return client.post().uri("/Contacts").bodyValue(Map.of("data", batch)).retrieve().toBodilessEntity().then();
	}
	// end::plain[]

	@Override
	public Mono<Void> search() {
		return this.client.get().uri("/Contacts/search?word=Watson").retrieve().toBodilessEntity().then();
	}

	private static Mono<ClientResponse> exchange(ClientRequest request, ExchangeFunction next, RunTally tally) {
		tally.sent();
		return next.exchange(request).doOnNext((response) -> {
			if (HttpStatus.TOO_MANY_REQUESTS.equals(response.statusCode())) {
				tally.refused();
			}
		});
	}

}
