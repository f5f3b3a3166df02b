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

package io.github.biginspring.sample.record;

import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.sample.Explanation;

/**
 * Lists of any length, each record as soon as it is there. Bigin is asked for a page when
 * the browser has taken the ones before, and for no more once it has gone.
 */
@RestController
class RecordListController {

	private static final Logger logger = LoggerFactory.getLogger(RecordListController.class);

	private static final int MAX_SEARCH_LENGTH = 100;

	private final BiginOperations bigin;

	RecordListController(BiginOperations bigin) {
		this.bigin = bigin;
	}

	// tag::list[]
	@GetMapping(path = "/api/lists/" + RecordCollection.VARIABLE, produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<ListLine> list(@PathVariable RecordCollection collection, @RequestParam String[] fields,
			@RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "id") String sort,
			@RequestParam(defaultValue = "desc") String order) {
		Assert.isTrue(search.length() <= MAX_SEARCH_LENGTH,
				() -> "Search for at most " + MAX_SEARCH_LENGTH + " characters");
		RecordQuery<BiginRecord> query = this.bigin.query(collection.module()).fields(fields);
		// the order of a search is Bigin's own
		return lines(search.isBlank() ? query.sort(new SortOrder(sort, order)).all()
				: query.matching(collection.beginningWith(search.strip())).all());
	}

	private static Flux<ListLine> lines(Flux<BiginRecord> records) {
		AtomicLong count = new AtomicLong();
		Flux<ListLine> lines = records.map(ListLine::of)
			.doOnNext((line) -> count.incrementAndGet())
			.concatWith(Mono.fromSupplier(() -> ListLine.end(count.get())));
		// as long as no line is sent, an error can still be the response's status
		return lines.switchOnFirst((first, all) -> first.isOnError() ? all
				: all.onErrorResume(BiginException.class, RecordListController::failed));
	}
	// end::list[]

	private static Mono<ListLine> failed(BiginException failure) {
		logger.warn(failure.getMessage());
		return Mono.just(ListLine.failed(Explanation.of(failure)));
	}

}
