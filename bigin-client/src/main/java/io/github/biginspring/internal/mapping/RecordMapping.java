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

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginRecord;

/**
 * How the records of one module become objects of one type, and back. Worked out once for
 * each type.
 *
 * @param <T> the type
 * @since 0.1.0
 */
public interface RecordMapping<T> {

	/**
	 * Return the module.
	 * @return its API name
	 */
	String module();

	/**
	 * Return the fields that the type has, without the id, which always comes.
	 * @return the API names, empty where the type does not say
	 */
	List<String> fields();

	/**
	 * Return what the type has for each of the {@link #fields()}.
	 * @return the fields with their properties, empty where the type does not say
	 */
	List<MappedField> properties();

	/**
	 * Read one record.
	 * @param parser stands at the beginning of the record's object, and stands at its end
	 * afterwards
	 * @return the record
	 * @throws tools.jackson.core.JacksonException if it cannot be read
	 */
	T read(JsonParser parser);

	/**
	 * Read one record, if it is wanted.
	 * @param parser stands at the beginning of the record's object, and stands at its end
	 * afterwards
	 * @param wanted is given the wire values by API name
	 * @return the record, or {@code null} where it is not wanted
	 * @throws tools.jackson.core.JacksonException if it cannot be read
	 * @throws io.github.biginspring.internal.MissingFieldException if nobody can tell
	 * whether it is wanted, thrown by {@code wanted}
	 */
	@Nullable T read(JsonParser parser, Predicate<Map<String, @Nullable Object>> wanted);

	/**
	 * Read one record whose values are all texts, as those of a CSV file are. Each
	 * becomes what would stand on the wire for the type of its property: a number, a
	 * boolean, a reference by id, or, where several values stand in one text, a list.
	 * Where the type does not say, it stays a text.
	 * @param texts the texts by API name, {@code null} for an empty one; the mapping
	 * keeps this map and changes it
	 * @return the record
	 * @throws tools.jackson.core.JacksonException if a text is not what its property is
	 */
	T readTexts(Map<String, @Nullable Object> texts);

	/**
	 * Make an object of a record that was read without a type.
	 * @param record the record
	 * @return the object; it may share the record's values
	 * @throws tools.jackson.core.JacksonException if a value does not fit the type
	 */
	T convert(BiginRecord record);

	/**
	 * Return the id of a record.
	 * @param record the record
	 * @return the id, or {@code null} where it has none
	 */
	@Nullable String idOf(T record);

	/**
	 * Return what is sent to create a record, without the id: of a
	 * {@link io.github.biginspring.model.BiginRecord} every field that was set, and of
	 * those that were only read all but the ones that the service keeps itself, such as
	 * {@code Created_Time} and the system fields, whose names begin with {@code $}; of
	 * any other type the fields that are not null. What is declared to be
	 * {@linkplain BiginField#readOnly() read only} is left out.
	 * @param record the record
	 * @return the wire values by API name
	 */
	Map<String, @Nullable Object> toCreate(T record);

	/**
	 * Return what is sent to update a record, without the id: of a
	 * {@link io.github.biginspring.model.BiginRecord} the fields that were set, of any
	 * other type those that are not null. What is declared to be
	 * {@linkplain BiginField#readOnly() read only} is left out.
	 * @param record the record
	 * @return the wire values by API name
	 */
	Map<String, @Nullable Object> toUpdate(T record);

}
