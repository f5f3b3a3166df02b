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

import java.util.List;

import reactor.core.publisher.Flux;

import io.github.biginspring.bulk.BulkReadTemplate;
import io.github.biginspring.call.OperationObserver;
import io.github.biginspring.mapping.RecordMapping;
import io.github.biginspring.query.BulkSource;

/**
 * Reads lists by bulk reads, as a part of the list's operation.
 */
record BulkReadSource(BulkReadTemplate bulkReads) implements BulkSource {

	static BulkReadSource of(BulkReadTemplate bulkReads) {
		return new BulkReadSource(bulkReads.withObserver(OperationObserver.NONE));
	}

	@Override
	public <T> Flux<T> records(RecordMapping<T> mapping, List<String> fields) {
		// system fields are known of lists and searches only
		String[] columns = fields.stream().filter((name) -> !name.startsWith("$")).toArray(String[]::new);
		return this.bulkReads.bulkRead(mapping).fields(columns).records();
	}

}
