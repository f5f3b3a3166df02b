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

package io.github.biginspring.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.DateTimeFormat;
import io.github.biginspring.internal.PlainNumber;
import io.github.biginspring.internal.RecordAccess;

/**
 * A record of any module: its fields by API name, in the order in which they came. Names
 * and values are kept as they stand on the wire; the accessors read them as text, number,
 * boolean, date, date-time, lookup or tags.
 * <p>
 * The record remembers which fields were {@linkplain #set(String, Object) set}. An update
 * sends those and no others, so setting a field to {@code null}, which clears it, and
 * leaving it alone are different things, and fields that are unknown to the caller stay
 * as they are.
 * <p>
 * The ready-made types, such as a contact, are subclasses with named accessors; an
 * application adds accessors for its custom fields in a subclass of its own.
 * <p>
 * Not safe for use by several threads while one of them sets fields. {@link #toString()}
 * shows the names of the fields, not their values, which may be personal.
 * <p>
 * As JSON, in an application's own API, it is an object with the fields as they stand on
 * the wire; whatever is read from such JSON counts as set, what the service keeps itself
 * included. To write a record that was read to another place, write the record itself:
 * what it got from the service alone, such as its id and {@code Created_Time}, is not
 * sent.
 *
 * <pre class="code">
 * BiginRecord contact = BiginRecord.withId(id).set("Mailing_City", "London").set("Mobile", null);
 * </pre>
 *
 * @since 0.1.0
 */
// accessors are no properties, or an application's own naming could take them for fields
@JsonAutoDetect(fieldVisibility = Visibility.NONE, getterVisibility = Visibility.NONE,
		isGetterVisibility = Visibility.NONE, setterVisibility = Visibility.NONE)
public class BiginRecord {

	private static final String ID = "id";

	static {
		RecordAccess.register(new RecordAccess() {

			@Override
			public void load(Object record, Map<String, @Nullable Object> fields) {
				((BiginRecord) record).load(fields);
			}

			@Override
			public void assignId(Object record, String id) {
				((BiginRecord) record).ownFields().put(ID, id);
			}

		});
	}

	// without fields until some are set or read, as most records are read
	private Map<String, @Nullable Object> fields = Collections.emptyMap();

	private Set<String> changed = Collections.emptySet();

	/**
	 * Create a record without fields.
	 */
	public BiginRecord() {
	}

	/**
	 * Create an empty record that stands for one that exists: what an update by id needs.
	 * @param id the record id, digits as text
	 * @return a record that holds the id only
	 */
	public static BiginRecord withId(String id) {
		Assert.notNull(id, "'id' must not be null");
		BiginRecord record = new BiginRecord();
		record.setId(id);
		return record;
	}

	/**
	 * Create a record with the given fields, all of which count as set.
	 * @param fields the values by API name
	 * @return the record
	 */
	public static BiginRecord of(Map<String, ? extends @Nullable Object> fields) {
		Assert.notNull(fields, "'fields' must not be null");
		BiginRecord record = new BiginRecord();
		fields.forEach(record::set);
		return record;
	}

	final void load(Map<String, @Nullable Object> fields) {
		this.fields = fields;
		this.changed = Collections.emptySet();
	}

	private Map<String, @Nullable Object> ownFields() {
		if (this.fields == Collections.<String, @Nullable Object>emptyMap()) {
			this.fields = new LinkedHashMap<>();
		}
		return this.fields;
	}

	/**
	 * Return the record id.
	 * @return the id, digits as text, or {@code null} for a record that was not created
	 * yet
	 */
	public final @Nullable String getId() {
		return getText(ID);
	}

	/**
	 * Set the record id.
	 * @param id the id, digits as text
	 */
	public final void setId(@Nullable String id) {
		set(ID, id);
	}

	/**
	 * Set a field.
	 * @param name the API name
	 * @param value a text, number, boolean, {@link LocalDate}, {@link OffsetDateTime},
	 * {@link java.time.ZonedDateTime}, {@link java.time.Instant}, {@link Lookup},
	 * {@link UserLookup}, {@link Tag}, a list or map of these, or {@code null}, which
	 * clears the field
	 * @return this record
	 * @throws IllegalArgumentException if the name is empty or the value of another type
	 */
	@JsonAnySetter
	public BiginRecord set(String name, @Nullable Object value) {
		Assert.hasText(name, "'name' must not be empty");
		ownFields().put(name, WireValue.of(name, value));
		if (this.changed.isEmpty()) {
			this.changed = new LinkedHashSet<>(4);
		}
		this.changed.add(name);
		return this;
	}

	/**
	 * Whether the record holds the field, be it with a {@code null}.
	 * @param name the API name
	 * @return {@code true} if the field is there
	 */
	public final boolean has(String name) {
		Assert.notNull(name, "'name' must not be null");
		return this.fields.containsKey(name);
	}

	/**
	 * Return a field as it stands on the wire.
	 * @param name the API name
	 * @return a {@link String}, {@link Number}, {@link Boolean}, {@link Map},
	 * {@link List}, or {@code null} where the field is empty or not there
	 */
	public final @Nullable Object get(String name) {
		Assert.notNull(name, "'name' must not be null");
		return this.fields.get(name);
	}

	/**
	 * Return a field as text.
	 * @param name the API name
	 * @return the text, a number written out in plain digits, a boolean, or {@code null}
	 * @throws IllegalStateException if the field holds an object or a list
	 */
	public final @Nullable String getText(String name) {
		Assert.notNull(name, "'name' must not be null");
		Object value = this.fields.get(name);
		if (value == null || value instanceof String) {
			return (String) value;
		}
		if (value instanceof Number number) {
			try {
				return PlainNumber.text(name, number);
			}
			catch (IllegalArgumentException ex) {
				throw unfit(name, value, "a text");
			}
		}
		if (value instanceof Boolean) {
			return value.toString();
		}
		throw unfit(name, value, "a text");
	}

	/**
	 * Return a field as a number.
	 * @param name the API name
	 * @return the number, or {@code null}
	 * @throws IllegalStateException if the field holds something else
	 */
	public final @Nullable BigDecimal getNumber(String name) {
		Assert.notNull(name, "'name' must not be null");
		Object value = this.fields.get(name);
		if (value == null || value instanceof BigDecimal) {
			return (BigDecimal) value;
		}
		if (value instanceof Number || value instanceof String) {
			try {
				return new BigDecimal(value.toString());
			}
			catch (NumberFormatException ex) {
				throw unfit(name, value, "a number");
			}
		}
		throw unfit(name, value, "a number");
	}

	/**
	 * Return a field as a boolean.
	 * @param name the API name
	 * @return the boolean, or {@code null}
	 * @throws IllegalStateException if the field holds something else
	 */
	public final @Nullable Boolean getBoolean(String name) {
		Assert.notNull(name, "'name' must not be null");
		Object value = this.fields.get(name);
		if (value == null || value instanceof Boolean) {
			return (Boolean) value;
		}
		if ("true".equals(value) || "false".equals(value)) {
			return Boolean.valueOf((String) value);
		}
		throw unfit(name, value, "a boolean");
	}

	/**
	 * Return a field as a date.
	 * @param name the API name
	 * @return the date, or {@code null}
	 * @throws IllegalStateException if the field holds something else
	 */
	public final @Nullable LocalDate getDate(String name) {
		Assert.notNull(name, "'name' must not be null");
		Object value = this.fields.get(name);
		if (value == null) {
			return null;
		}
		try {
			return LocalDate.parse((String) value);
		}
		catch (ClassCastException | DateTimeException ex) {
			throw unfit(name, value, "a date");
		}
	}

	/**
	 * Return a field as a date-time with the offset that the service gave.
	 * @param name the API name
	 * @return the date-time, or {@code null}
	 * @throws IllegalStateException if the field holds something else
	 */
	public final @Nullable OffsetDateTime getDateTime(String name) {
		Assert.notNull(name, "'name' must not be null");
		Object value = this.fields.get(name);
		if (value == null) {
			return null;
		}
		try {
			return DateTimeFormat.parse((String) value);
		}
		catch (ClassCastException | DateTimeException ex) {
			throw unfit(name, value, "a date-time with an offset");
		}
	}

	/**
	 * Return a field as a reference to another record.
	 * @param name the API name
	 * @return the reference, or {@code null}
	 * @throws IllegalStateException if the field holds something else
	 */
	public final @Nullable Lookup getLookup(String name) {
		Assert.notNull(name, "'name' must not be null");
		Map<?, ?> object = getObject(name);
		return (object != null) ? new Lookup(text(object, ID), text(object, "name")) : null;
	}

	/**
	 * Return a field as a reference to a user.
	 * @param name the API name
	 * @return the reference, or {@code null}
	 * @throws IllegalStateException if the field holds something else
	 */
	public final @Nullable UserLookup getUser(String name) {
		Assert.notNull(name, "'name' must not be null");
		Map<?, ?> object = getObject(name);
		if (object == null) {
			return null;
		}
		String id = text(object, ID);
		if (id == null) {
			throw unfit(name, object, "a user");
		}
		return new UserLookup(id, text(object, "name"), text(object, "email"));
	}

	/**
	 * Return a field as a list of texts, as a multi-select picklist is.
	 * @param name the API name
	 * @return the texts, empty where the field is empty or not there
	 * @throws IllegalStateException if the field holds something else
	 */
	public final List<String> getTexts(String name) {
		Assert.notNull(name, "'name' must not be null");
		List<String> texts = new ArrayList<>();
		for (Object element : getElements(name)) {
			if (!(element instanceof String text)) {
				throw unfit(name, element, "texts");
			}
			texts.add(text);
		}
		return texts;
	}

	/**
	 * Return a field as tags.
	 * @param name the API name, which is {@code Tag} in every module
	 * @return the tags, empty where the field is empty or not there
	 * @throws IllegalStateException if the field holds something else
	 */
	public final List<Tag> getTags(String name) {
		Assert.notNull(name, "'name' must not be null");
		List<Tag> tags = new ArrayList<>();
		for (Object element : getElements(name)) {
			if (!(element instanceof Map<?, ?> object) || !(object.get("name") instanceof String tag)) {
				throw unfit(name, element, "tags");
			}
			tags.add(new Tag(tag, text(object, ID), text(object, "color_code")));
		}
		return tags;
	}

	/**
	 * Return all fields as they stand on the wire.
	 * @return an unmodifiable view by API name, in order
	 */
	@JsonValue
	public final Map<String, @Nullable Object> asMap() {
		return Collections.unmodifiableMap(ownFields());
	}

	/**
	 * Return the fields that were set since the record was made or read, with their
	 * values as they stand on the wire.
	 * @return a copy by API name, in the order of setting
	 */
	public final Map<String, @Nullable Object> changes() {
		Map<String, @Nullable Object> changes = new LinkedHashMap<>();
		this.changed.forEach((name) -> changes.put(name, this.fields.get(name)));
		return changes;
	}

	private @Nullable Map<?, ?> getObject(String name) {
		Object value = this.fields.get(name);
		if (value == null || value instanceof Map<?, ?>) {
			return (Map<?, ?>) value;
		}
		throw unfit(name, value, "a reference");
	}

	private List<?> getElements(String name) {
		Object value = this.fields.get(name);
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> list) {
			return list;
		}
		throw unfit(name, value, "a list");
	}

	private static @Nullable String text(Map<?, ?> object, String name) {
		Object value = object.get(name);
		return (value != null) ? value.toString() : null;
	}

	private IllegalStateException unfit(String name, @Nullable Object value, String wanted) {
		String found = (value != null) ? value.getClass().getSimpleName() : "null";
		return new IllegalStateException(
				"Field " + name + " of " + getClass().getSimpleName() + " is not " + wanted + " but a " + found);
	}

	@Override
	public final boolean equals(@Nullable Object other) {
		return other instanceof BiginRecord record && getClass() == record.getClass()
				&& this.fields.equals(record.fields);
	}

	@Override
	public final int hashCode() {
		return this.fields.hashCode();
	}

	@Override
	public String toString() {
		return getClass().getSimpleName() + "[id=" + get(ID) + ", fields=" + this.fields.keySet() + "]";
	}

}
