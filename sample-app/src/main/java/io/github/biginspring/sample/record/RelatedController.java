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

import java.util.List;
import java.util.Objects;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.metadata.PipelineInfo;
import io.github.biginspring.metadata.RelatedListInfo;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.related.RelatedQuery;
import io.github.biginspring.sample.Explanation;

/**
 * What belongs to a record: the deals of a contact, the contacts of a company and so on,
 * as Bigin says which lists there are.
 */
@RestController
class RelatedController {

	private static final int SHOWN = 50;

	private final BiginOperations bigin;

	RelatedController(BiginOperations bigin) {
		this.bigin = bigin;
	}

	@GetMapping("/api/" + RecordCollection.VARIABLE + "/{id}/related")
	Flux<RelatedGroup> related(@PathVariable RecordCollection collection, @PathVariable String id) {
		return this.bigin.metadata()
			.relatedLists(collection.module())
			.filter((list) -> RecordCollection.ofModule(list.apiName()).isPresent())
			.concatMap((list) -> group(collection, id, list));
	}

	private Mono<RelatedGroup> group(RecordCollection collection, String id, RelatedListInfo list) {
		RecordCollection related = RecordCollection.ofModule(list.apiName()).orElseThrow();
		String label = Objects.requireNonNullElse(list.displayLabel(), list.apiName());
		return records(collection, id, related).take(SHOWN)
			.collectList()
			.map((records) -> new RelatedGroup(related.path(), label, records, null))
			// one list that cannot be read does not hide the others
			.onErrorResume(BiginException.class,
					(ex) -> Mono.just(new RelatedGroup(related.path(), label, List.of(), Explanation.of(ex))));
	}

	private Flux<BiginRecord> records(RecordCollection collection, String id, RecordCollection related) {
		RelatedQuery<BiginRecord> query = this.bigin.related(collection.module(), id)
			.list(related.module(), related.nameFields().toArray(String[]::new));
		if (related != RecordCollection.DEALS) {
			return query.all();
		}
		// deals are listed by team pipeline only
		return this.bigin.metadata()
			.pipelines()
			.mapNotNull(PipelineInfo::id)
			.concatMap((pipeline) -> query.pipeline(pipeline).all());
	}

}
