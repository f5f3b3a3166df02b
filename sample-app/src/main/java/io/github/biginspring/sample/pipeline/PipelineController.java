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

package io.github.biginspring.sample.pipeline;

import java.time.Duration;
import java.util.Optional;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.metadata.OrganizationInfo;
import io.github.biginspring.model.Deal;
import io.github.biginspring.sample.StreamEnd;

/**
 * Deals as a board: the team pipelines with their stages, the deals of one, the move of a
 * deal to another stage, and what others change meanwhile.
 */
@RestController
@RequestMapping("/api/pipelines")
class PipelineController {

	/**
	 * How many deals a board shows at most.
	 */
	static final int MAX_DEALS = 500;

	private final BiginOperations bigin;

	private final DealChanges changes;

	private final StreamEnd end;

	PipelineController(BiginOperations bigin, DealChanges changes, StreamEnd end) {
		this.bigin = bigin;
		this.changes = changes;
		this.end = end;
	}

	// tag::pipelines[]
	@GetMapping
	Mono<Board> boards() {
		// needs a scope of its own, and the board is of use without it
		Mono<Optional<String>> currency = this.bigin.metadata()
			.organization()
			.mapNotNull(OrganizationInfo::isoCode)
			.singleOptional()
			.onErrorReturn(Optional.empty());
		return Mono.zip(this.bigin.metadata().pipelines().map(Board.Pipeline::of).collectList(), currency,
				(pipelines, code) -> new Board(pipelines, code.orElse(null)));
	}

	@GetMapping("/{pipeline}/deals")
	Flux<DealCard> deals(@PathVariable String pipeline) {
		return this.bigin.query(Deal.class).pipeline(pipeline).all().take(MAX_DEALS).map(DealCard::of);
	}
	// end::pipelines[]

	@PostMapping("/{pipeline}/deals")
	@ResponseStatus(HttpStatus.CREATED)
	Mono<DealCard> create(@PathVariable String pipeline, @RequestBody NewDeal deal) {
		return this.bigin.create(deal.in(pipeline))
			.flatMap((created) -> this.bigin.findById(Deal.class, created.id()))
			.map(DealCard::of);
	}

	// tag::move[]
	@PutMapping("/deals/{id}/stage")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> move(@PathVariable String id, @RequestBody Move move) {
		Assert.isTrue(StringUtils.hasText(move.stage()), "Say the stage that the deal is to have");
		Deal deal = new Deal();
		deal.setId(id);
		deal.setStage(move.stage());
		// only what was set is sent
		return this.bigin.update(deal).then();
	}
	// end::move[]

	@GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<ServerSentEvent<DealChange>> changes() {
		Flux<ServerSentEvent<DealChange>> changes = this.changes.all()
			.map((change) -> ServerSentEvent.builder(change).build());
		// the first one tells the page that it is connected, long before there is a
		// change
		Flux<ServerSentEvent<DealChange>> alive = Flux.interval(Duration.ZERO, Duration.ofSeconds(15))
			.onBackpressureLatest()
			.map((tick) -> ServerSentEvent.<DealChange>builder().comment("alive").build());
		return this.end.limit(Flux.merge(changes, alive));
	}

}
