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

package io.github.biginspring.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import io.github.biginspring.query.UnreadableRecord;

/**
 * What came of reading one record: the record, or what is wrong with it. One that cannot
 * be read keeps its id and its place until the pages have been put together.
 *
 * @param record the record, or {@code null} where it cannot be read
 * @param id its id, or {@code null} where the id was not read
 * @param misfit what is wrong with it, or {@code null} where nothing is
 * @param <T> the type of the record
 * @since 0.1.0
 */
public record Reading<T>(@Nullable T record, @Nullable String id, @Nullable Misfit misfit) {

	/**
	 * Return the records that could be read.
	 * @param readings what came
	 * @param module the API name of the module
	 * @param unreadable is given the others
	 * @param <T> the type of a record
	 * @return the records
	 */
	public static <T> Flux<T> records(Flux<Reading<T>> readings, String module,
			Consumer<? super UnreadableRecord> unreadable) {
		return readings.handle((reading, sink) -> reading.pass(module, sink::next, unreadable));
	}

	/**
	 * Return the records that could be read.
	 * @param readings what came
	 * @param module the API name of the module
	 * @param unreadable is given the others
	 * @param <T> the type of a record
	 * @return the records
	 */
	public static <T> List<T> records(List<Reading<T>> readings, String module,
			Consumer<? super UnreadableRecord> unreadable) {
		List<T> records = new ArrayList<>(readings.size());
		readings.forEach((reading) -> reading.pass(module, records::add, unreadable));
		return records;
	}

	private void pass(String module, Consumer<? super T> readable, Consumer<? super UnreadableRecord> unreadable) {
		if (this.record != null) {
			readable.accept(this.record);
		}
		else {
			unreadable.accept(new UnreadableRecord(module, this.id, (this.misfit != null) ? this.misfit.field() : null,
					String.valueOf(this.misfit)));
		}
	}

}
