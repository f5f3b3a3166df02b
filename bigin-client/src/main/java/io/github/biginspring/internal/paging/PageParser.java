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

package io.github.biginspring.internal.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.internal.MissingFieldException;
import io.github.biginspring.internal.call.ReportedFailureException;
import io.github.biginspring.internal.call.ResponseBody;
import io.github.biginspring.internal.call.UnfitRecordException;
import io.github.biginspring.internal.mapping.Misfit;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.RecordPage;

/**
 * Reads the body of a list with one parser: the elements of its array by a given
 * function, and the {@code info} beside it, which may be missing.
 *
 * @param <T> the type of an element
 * @since 0.1.0
 */
public final class PageParser<T> {

	private static final int FULL_PAGE = 200;

	// that of a record of two fields: a list made for those that may have come
	private static final int LEAST_LENGTH = 64;

	private final JsonMapper jsonMapper;

	private final String arrayName;

	private final Function<JsonParser, ? extends @Nullable T> element;

	private final Function<T, @Nullable String> idOf;

	private final ObjectReader infoReader;

	/**
	 * Create a parser.
	 * @param jsonMapper makes the JSON parser
	 * @param arrayName the name of the array, such as {@code data}
	 * @param element reads an element, from the beginning of its object to its end; where
	 * it gives {@code null}, the element is left out
	 */
	public PageParser(JsonMapper jsonMapper, String arrayName, Function<JsonParser, ? extends @Nullable T> element) {
		this(jsonMapper, arrayName, element, (item) -> null);
	}

	/**
	 * Create a parser of elements that have an id.
	 * @param jsonMapper makes the JSON parser
	 * @param arrayName the name of the array, such as {@code data}
	 * @param element reads an element, as in the other constructor
	 * @param idOf gives the id of an element. One that has none may be the report of a
	 * failure, which is no element
	 */
	public PageParser(JsonMapper jsonMapper, String arrayName, Function<JsonParser, ? extends @Nullable T> element,
			Function<T, @Nullable String> idOf) {
		this(jsonMapper, arrayName, element, idOf,
				jsonMapper.readerFor(PageInfo.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS));
	}

	private PageParser(JsonMapper jsonMapper, String arrayName, Function<JsonParser, ? extends @Nullable T> element,
			Function<T, @Nullable String> idOf, ObjectReader infoReader) {
		this.jsonMapper = jsonMapper;
		this.arrayName = arrayName;
		this.element = element;
		this.idOf = idOf;
		this.infoReader = infoReader;
	}

	/**
	 * Return a parser of the same list that reads its elements otherwise.
	 * @param element reads an element, as in the constructor
	 * @return the parser
	 */
	public PageParser<T> reading(Function<JsonParser, ? extends @Nullable T> element) {
		return new PageParser<>(this.jsonMapper, this.arrayName, element, this.idOf, this.infoReader);
	}

	/**
	 * Read a body.
	 * @param body the body as JSON
	 * @return the page, or {@code null} where the body is empty, as with 204
	 * @throws tools.jackson.core.JacksonException if it is not such a body
	 * @throws ReportedFailureException if an element is the report of a failure
	 */
	public @Nullable RecordPage<T> parse(byte[] body) {
		return parse(new ResponseBody(body));
	}

	/**
	 * Read a body where it lies, as {@link #parse(byte[])} does.
	 * @param body the body as JSON
	 * @return the page, or {@code null} where the body is empty, as with 204
	 */
	public @Nullable RecordPage<T> parse(ResponseBody body) {
		if (body.size() == 0) {
			return null;
		}
		try (JsonParser parser = body.parser(this.jsonMapper)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new StreamReadException(parser, "no object");
			}
			return parse(parser, body);
		}
	}

	private RecordPage<T> parse(JsonParser parser, ResponseBody body) {
		List<T> items = null;
		int count = 0;
		PageInfo info = PageInfo.NONE;
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			JsonToken value = parser.nextToken();
			if (value == JsonToken.START_ARRAY && name.equals(this.arrayName)) {
				items = new ArrayList<>(Math.min(FULL_PAGE, body.size() / LEAST_LENGTH + 1));
				count = readItems(parser, items, body);
				requireNoReport(items, count, body);
			}
			else if (value == JsonToken.START_OBJECT && name.equals("info")) {
				info = this.infoReader.readValue(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		if (items == null) {
			throw new StreamReadException(parser, "no array " + this.arrayName);
		}
		// of the elements that came, whatever the service says and the client left out
		return new RecordPage<>(items, (info != PageInfo.NONE) ? info.withCount(count) : info);
	}

	// an element that has an id, or was wanted by what is in it, is none
	private void requireNoReport(List<T> items, int count, ResponseBody body) {
		boolean identified = items.size() == count;
		for (int i = 0; identified && i < items.size(); i++) {
			identified = this.idOf.apply(items.get(i)) != null;
		}
		if (!identified) {
			requireNoReport(body);
		}
	}

	private void requireNoReport(ResponseBody content) {
		byte[] body = content.bytes();
		if (ReportedFailureException.isPossible(body)
				&& this.jsonMapper.readValue(body, Map.class).get(this.arrayName) instanceof List<?> entries
				&& ReportedFailureException.isReportIn(entries)) {
			throw new ReportedFailureException();
		}
	}

	private int readItems(JsonParser parser, List<T> items, ResponseBody body) {
		int count = 0;
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			if (token != JsonToken.START_OBJECT) {
				throw new StreamReadException(parser, "no object in " + this.arrayName);
			}
			count++;
			T item = readItem(parser, count, body);
			if (item != null) {
				items.add(item);
			}
		}
		return count;
	}

	private @Nullable T readItem(JsonParser parser, int number, ResponseBody body) {
		try {
			return this.element.apply(parser);
		}
		catch (JacksonException ex) {
			if (ex.getPath().isEmpty()) {
				throw ex;
			}
			throw unfit(number, body, ex);
		}
		catch (MissingFieldException ex) {
			// the report of a failure has none of them
			requireNoReport(body);
			throw unfit(number, body, ex);
		}
	}

	private UnfitRecordException unfit(int number, ResponseBody body, RuntimeException failure) {
		String id = idOf(number, body);
		return new UnfitRecordException(((id != null) ? "record " + id : "record number " + number + " of the page")
				+ " cannot be read: " + Misfit.of(failure));
	}

	// only where a record cannot be read
	private @Nullable String idOf(int number, ResponseBody body) {
		try {
			Object elements = this.jsonMapper.readValue(body.bytes(), Map.class).get(this.arrayName);
			Object id = (elements instanceof List<?> list && list.get(number - 1) instanceof Map<?, ?> element)
					? element.get("id") : null;
			return (id instanceof String || id instanceof Number) ? id.toString() : null;
		}
		catch (JacksonException ex) {
			// it is cut short, or no JSON from there on
			return null;
		}
	}

}
