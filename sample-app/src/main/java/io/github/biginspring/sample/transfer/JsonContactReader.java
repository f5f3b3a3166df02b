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

package io.github.biginspring.sample.transfer;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.util.function.Tuple2;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.codec.StringDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.util.Assert;
import org.springframework.util.MimeTypeUtils;

import io.github.biginspring.sample.csv.UnreadableLineException;

/**
 * Reads contacts from JSON, one on each line, with the field names of Bigin's API. Empty
 * lines are skipped.
 */
final class JsonContactReader {

	private static final ObjectReader OBJECTS = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build()
		.readerFor(new TypeReference<Map<String, @Nullable Object>>() {
		});

	private static final StringDecoder LINES = StringDecoder.textPlainOnly();

	private JsonContactReader() {
	}

	/**
	 * Read contacts.
	 * @param content the bytes
	 * @return the contacts, or an {@link UnreadableLineException} at the first line that
	 * is none
	 */
	static Flux<ImportedContact> read(Flux<DataBuffer> content) {
		return LINES.decode(content, ResolvableType.forClass(String.class), MimeTypeUtils.TEXT_PLAIN, Map.of())
			.index()
			.<ImportedContact>handle(JsonContactReader::read)
			.onErrorMap(DataBufferLimitException.class, (ex) -> new IllegalArgumentException(
					"A line is longer than " + LINES.getMaxInMemorySize() + " bytes", ex));
	}

	private static void read(Tuple2<Long, String> numbered, SynchronousSink<ImportedContact> sink) {
		if (numbered.getT2().isBlank()) {
			return;
		}
		long line = numbered.getT1() + 1;
		ImportedContact contact = ImportedContact.at(line);
		try {
			Map<String, @Nullable Object> fields = OBJECTS.readValue(numbered.getT2());
			Assert.notNull(fields, "null is no object");
			fields.forEach(contact::set);
			sink.next(contact);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			sink.error(new UnreadableLineException(line, "it is not a JSON object with the fields of a contact"));
		}
	}

}
