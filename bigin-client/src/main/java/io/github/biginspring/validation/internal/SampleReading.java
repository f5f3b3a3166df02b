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

package io.github.biginspring.validation.internal;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.metadata.FieldInfo;

/**
 * Reads records that have one field only, just as real ones are read.
 *
 * @param jsonMapper reads and writes JSON
 */
record SampleReading(JsonMapper jsonMapper) {

	/**
	 * Return a value of the field that records of the type cannot be read with.
	 * @param mapping the mapping of the type
	 * @param field the field
	 * @return the value and what it cannot become, or {@code null} where none is known
	 */
	@Nullable Unreadable unreadable(RecordMapping<?> mapping, FieldInfo field) {
		FieldSamples samples = FieldSamples.of(field);
		for (Object value : samples.values()) {
			Class<?> target = failingTarget(mapping, field.apiName(), value);
			if (target != null && (!samples.freeText() || isDateOrTime(target))) {
				return new Unreadable(value, target);
			}
		}
		return null;
	}

	private @Nullable Class<?> failingTarget(RecordMapping<?> mapping, String field, Object value) {
		byte[] record = this.jsonMapper.writeValueAsBytes(Map.of(field, value));
		try (JsonParser parser = this.jsonMapper.createParser(record)) {
			parser.nextToken();
			mapping.read(parser);
			return null;
		}
		catch (MismatchedInputException ex) {
			return isAt(ex.getPath(), field) ? ex.getTargetType() : null;
		}
		catch (JacksonException ex) {
			// what a constructor of the application's thinks of a sample says nothing
			return null;
		}
	}

	private static boolean isAt(List<Reference> path, String field) {
		return !path.isEmpty() && field.equals(path.get(0).getPropertyName());
	}

	private static boolean isDateOrTime(Class<?> type) {
		return type.getPackageName().equals("java.time");
	}

	/**
	 * A value that cannot be read.
	 *
	 * @param value the value
	 * @param target what it cannot become
	 */
	record Unreadable(Object value, Class<?> target) {

	}

}
