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

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.DateTimeFormat;
import io.github.biginspring.internal.UnmodifiableJson;

/**
 * Base class of descriptions by the service of something other than a record, such as a
 * field, a user or a connection. Subclasses have accessors for the known attributes;
 * {@link #attributes()} holds everything that the service sent, including attributes
 * without an accessor.
 * <p>
 * An accessor never fails: if the service sends nothing, or a value of an unexpected
 * type, a text or number is {@code null} (a name or id that belongs to every such
 * description is empty), a boolean is {@code false}, and a list or object is empty. The
 * original value is still among the attributes.
 * <p>
 * A test creates one by the static {@code of} of the subclass, with the names and values
 * of the service's JSON:
 *
 * <pre class="code">
 * FieldInfo stage = FieldInfo.of(Map.of("api_name", "Stage", "data_type", "picklist"));
 * </pre>
 *
 * Deeply immutable. Equal to another of the same class with the same attributes and
 * secrets. Its JSON is the object that the service sent, without secrets.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.NONE, getterVisibility = Visibility.NONE,
		isGetterVisibility = Visibility.NONE, setterVisibility = Visibility.NONE)
public abstract class ServiceInfo {

	private final Map<String, @Nullable Object> attributes;

	private final Map<String, @Nullable Object> secrets;

	/**
	 * Create a description.
	 * @param attributes what the service says, by its names
	 * @param secretNames the names of those attributes that {@link #attributes()} leaves
	 * out and {@link #secret(String)} gives
	 */
	protected ServiceInfo(Map<String, ? extends @Nullable Object> attributes, String... secretNames) {
		Assert.notNull(attributes, "'attributes' must not be null");
		if (secretNames.length == 0) {
			this.attributes = UnmodifiableJson.copyOf(attributes);
			this.secrets = Map.of();
			return;
		}
		Map<String, @Nullable Object> shown = new LinkedHashMap<>(attributes);
		Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
		for (String name : secretNames) {
			hidden.put(name, shown.remove(name));
		}
		this.attributes = UnmodifiableJson.copyOf(shown);
		this.secrets = UnmodifiableJson.copyOf(hidden);
	}

	/**
	 * Return all that the service said, without secrets.
	 * @return an unmodifiable map by the service's names, in its order; values are texts,
	 * numbers, booleans, {@code null}, and unmodifiable lists and maps of these
	 */
	@JsonAnyGetter
	public final Map<String, @Nullable Object> attributes() {
		return this.attributes;
	}

	/**
	 * Return an attribute as text.
	 * @param name the service's name
	 * @return the text, a number or boolean written out, or {@code null}
	 */
	protected final @Nullable String text(String name) {
		return text(this.attributes, name);
	}

	/**
	 * Return an attribute that belongs to every such description as text.
	 * @param name the service's name
	 * @return the text, empty where there is none
	 */
	protected final String textOrEmpty(String name) {
		return Objects.requireNonNullElse(text(name), "");
	}

	/**
	 * Return an attribute as a boolean.
	 * @param name the service's name
	 * @return {@code true} if it says so
	 */
	protected final boolean flag(String name) {
		return "true".equals(text(name));
	}

	/**
	 * Return an attribute as a whole number.
	 * @param name the service's name
	 * @return the number, also of a text that holds one, or {@code null}
	 */
	protected final @Nullable Long number(String name) {
		try {
			String text = text(name);
			return (text != null) ? Long.valueOf(text.strip()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Return an attribute as a whole number that is not large.
	 * @param name the service's name
	 * @return the number, or {@code null}
	 */
	protected final @Nullable Integer smallNumber(String name) {
		Long number = number(name);
		return (number != null && number == number.intValue()) ? Integer.valueOf(number.intValue()) : null;
	}

	/**
	 * Return an attribute as a date-time.
	 * @param name the service's name
	 * @return the date-time with the offset that was given, or {@code null}
	 */
	protected final @Nullable OffsetDateTime dateTime(String name) {
		try {
			String text = text(name);
			return (text != null) ? DateTimeFormat.parse(text) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Return an attribute as an object.
	 * @param name the service's name
	 * @return its values by name, empty where there are none
	 */
	@SuppressWarnings("unchecked") // the names of a copied object are texts
	protected final Map<String, @Nullable Object> object(String name) {
		return (this.attributes.get(name) instanceof Map<?, ?> object) ? (Map<String, @Nullable Object>) object
				: Map.of();
	}

	/**
	 * Return an attribute as texts.
	 * @param name the service's name
	 * @return the texts, empty where there are none
	 */
	protected final List<String> texts(String name) {
		return (this.attributes.get(name) instanceof List<?> list)
				? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
	}

	/**
	 * Return an attribute as a list of objects.
	 * @param name the service's name
	 * @param factory makes an element
	 * @param <T> the type of an element
	 * @return the elements, without what is no object
	 */
	@SuppressWarnings("unchecked") // the names of a copied object are texts
	protected final <T> List<T> elements(String name, Function<Map<String, @Nullable Object>, T> factory) {
		List<T> elements = new ArrayList<>();
		if (this.attributes.get(name) instanceof List<?> list) {
			for (Object element : list) {
				if (element instanceof Map<?, ?> object) {
					elements.add(factory.apply((Map<String, @Nullable Object>) object));
				}
			}
		}
		return Collections.unmodifiableList(elements);
	}

	/**
	 * Return an attribute as a reference.
	 * @param name the service's name
	 * @return the reference, or {@code null}
	 */
	protected final @Nullable Lookup lookup(String name) {
		return (this.attributes.get(name) instanceof Map<?, ?> object)
				? new Lookup(text(object, "id"), text(object, "name")) : null;
	}

	/**
	 * Return an attribute as a reference to a user.
	 * @param name the service's name
	 * @return the reference, or {@code null}
	 */
	protected final @Nullable UserLookup user(String name) {
		Map<String, @Nullable Object> object = object(name);
		String id = text(object, "id");
		return (id != null) ? new UserLookup(id, text(object, "name"), text(object, "email")) : null;
	}

	/**
	 * Return a secret, which is not among the {@link #attributes()}.
	 * @param name the service's name
	 * @return the text, or {@code null}
	 */
	protected final @Nullable String secret(String name) {
		return text(this.secrets, name);
	}

	/**
	 * Return what {@link #toString()} shows. Values can be personal or secret, so that
	 * those which are neither are named one by one.
	 * @param names the service's names
	 * @return such as {@code FieldInfo[id=1, api_name=Stage]}
	 */
	protected final String describe(String... names) {
		StringJoiner text = new StringJoiner(", ", getClass().getSimpleName() + "[", "]");
		for (String name : names) {
			text.add(name + "=" + text(name));
		}
		return text.toString();
	}

	private static @Nullable String text(Map<?, ?> object, String name) {
		Object value = object.get(name);
		return (value instanceof String || value instanceof Number || value instanceof Boolean) ? value.toString()
				: null;
	}

	@Override
	public final boolean equals(@Nullable Object other) {
		return other instanceof ServiceInfo info && getClass() == info.getClass()
				&& this.attributes.equals(info.attributes) && this.secrets.equals(info.secrets);
	}

	@Override
	public final int hashCode() {
		return this.attributes.hashCode();
	}

	@Override
	public String toString() {
		return describe("id");
	}

}
