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
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

import org.springframework.stereotype.Component;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.change.Change;
import io.github.biginspring.change.ChangeQuery;
import io.github.biginspring.change.Cursor;
import io.github.biginspring.model.Deal;

/**
 * What becomes of deals, wherever they are changed. Bigin is asked while somebody
 * listens, once for all who do.
 */
@Component
class DealChanges {

	// the clock of the service may be behind this one
	private static final Duration OVERLAP = Duration.ofSeconds(10);

	private final Flux<DealChange> changes;

	DealChanges(BiginOperations bigin, PipelineProperties properties) {
		ChangeQuery<Deal> query = bigin.changes(Deal.class)
			.watermarkDelay(properties.watermarkDelay())
			.pollEvery(properties.pollInterval());
		this.changes = Flux.defer(() -> follow(query)).map(DealChange::of).share();
	}

	Flux<DealChange> all() {
		return this.changes;
	}

	// tag::changes[]
	private static Flux<Change<Deal>> follow(ChangeQuery<Deal> query) {
		AtomicReference<Cursor> last = new AtomicReference<>();
		Instant start = Instant.now().minus(OVERLAP);
		// after a failure it goes on where it was, so that no change is missed
		return Flux.defer(() -> (last.get() != null) ? query.from(last.get()).read() : query.since(start).read())
			.doOnNext((change) -> last.set(change.cursor()))
			.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(2)).maxBackoff(Duration.ofMinutes(1)));
	}
	// end::changes[]

}
