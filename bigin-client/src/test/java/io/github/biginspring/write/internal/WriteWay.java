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
package io.github.biginspring.write.internal;

import java.util.List;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteOperations;

/**
 * The ways to write records: each verb with one record, a list or a stream.
 */
enum WriteWay {

	CREATE, CREATE_ALL, CREATE_STREAM, UPDATE, UPDATE_ALL, UPDATE_STREAM, UPSERT, UPSERT_ALL, UPSERT_STREAM;

	private static final String MODULE = "Tasks";

	private static final String CHECK_FIELD = "Subject";

	/**
	 * Whether of a record that was read more is sent than what was set.
	 */
	boolean isCopying() {
		return this != UPDATE && this != UPDATE_ALL && this != UPDATE_STREAM;
	}

	boolean isStream() {
		return this == CREATE_STREAM || this == UPDATE_STREAM || this == UPSERT_STREAM;
	}

	/**
	 * Write records of one type; the first of them where this way takes one.
	 */
	Publisher<?> write(WriteOperations bigin, List<?> records) {
		if (records.get(0).getClass() == BiginRecord.class) {
			return untyped(bigin, records.stream().map(BiginRecord.class::cast).toList());
		}
		return typed(bigin, records.get(0).getClass(), records);
	}

	private Publisher<?> untyped(WriteOperations bigin, List<BiginRecord> records) {
		return switch (this) {
			case CREATE -> bigin.create(MODULE, records.get(0));
			case CREATE_ALL -> bigin.createAll(MODULE, records);
			case CREATE_STREAM -> bigin.batch(MODULE).create(Flux.fromIterable(records));
			case UPDATE -> bigin.update(MODULE, records.get(0));
			case UPDATE_ALL -> bigin.updateAll(MODULE, records);
			case UPDATE_STREAM -> bigin.batch(MODULE).update(Flux.fromIterable(records));
			case UPSERT -> bigin.upsert(MODULE, records.get(0), CHECK_FIELD);
			case UPSERT_ALL -> bigin.upsertAll(MODULE, records, CHECK_FIELD);
			case UPSERT_STREAM -> bigin.batch(MODULE).upsert(Flux.fromIterable(records), CHECK_FIELD);
		};
	}

	private <T> Publisher<?> typed(WriteOperations bigin, Class<T> type, List<?> objects) {
		List<T> records = objects.stream().<T>map(type::cast).toList();
		return switch (this) {
			case CREATE -> bigin.create(records.get(0));
			case CREATE_ALL -> bigin.createAll(records);
			case CREATE_STREAM -> bigin.batch(type).create(Flux.fromIterable(records));
			case UPDATE -> bigin.update(records.get(0));
			case UPDATE_ALL -> bigin.updateAll(records);
			case UPDATE_STREAM -> bigin.batch(type).update(Flux.fromIterable(records));
			case UPSERT -> bigin.upsert(records.get(0), CHECK_FIELD);
			case UPSERT_ALL -> bigin.upsertAll(records, CHECK_FIELD);
			case UPSERT_STREAM -> bigin.batch(type).upsert(Flux.fromIterable(records), CHECK_FIELD);
		};
	}

}
