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

package io.github.biginspring.query.internal.bulk;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;

import io.github.biginspring.internal.PublisherRules;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginRecord;

/**
 * The rows of a bulk read keep the rules of Reactive Streams.
 */
class RowStreamRulesTests {

	private static final int MAX_ELEMENTS = 1000;

	private final RecordMapper mapper = RecordMapper.create();

	@TestFactory
	Stream<DynamicTest> ofAFileThatIsThere() {
		return PublisherRules.of((elements) -> rows(file(elements)), MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofAFileThatComesOnAnotherThread() {
		return PublisherRules.of((elements) -> rows(file(elements).publishOn(Schedulers.parallel(), 1)), MAX_ELEMENTS);
	}

	private Flux<BiginRecord> rows(Flux<DataBuffer> file) {
		return RowStream.of(file, this.mapper.untyped("Contacts"), OperationObserver.NONE, null);
	}

	private static Flux<DataBuffer> file(long rows) {
		String csv = LongStream.range(0, rows).mapToObj(Long::toString).collect(Collectors.joining("\n", "id\n", "\n"));
		return ZippedCsv.pieces(ZippedCsv.of(csv), 20);
	}

}
