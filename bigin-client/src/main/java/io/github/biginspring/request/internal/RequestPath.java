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

package io.github.biginspring.request.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.UriVariable;

/**
 * A path that the application gives, checked so that it cannot lead anywhere but to
 * Bigin, where the API key would be shown. Ids that stand in it become variables.
 *
 * @param template the path with its variables in braces
 * @param variables the values of the variables, in order
 */
record RequestPath(String template, List<UriVariable> variables) {

	private static final String ROOT = "/bigin/";

	static RequestPath of(@Nullable String template, @Nullable Object... variables) {
		if (template == null || !template.startsWith(ROOT)) {
			throw new IllegalArgumentException("A path begins with '" + ROOT + "', as '/bigin/v2/{module}' does."
					+ " Neither a URL nor any other path is taken, as the API key would go there too");
		}
		String[] segments = template.substring(1).split("/", -1);
		for (String segment : segments) {
			check(segment);
		}
		long expected = Stream.of(segments).filter((segment) -> segment.startsWith("{")).count();
		Assert.isTrue(expected == variables.length,
				() -> "Path '" + template + "' takes " + expected + " variables, not " + variables.length);
		return of(segments, variables);
	}

	// an id that was written into the path would become a part of metrics and messages
	private static RequestPath of(String[] segments, @Nullable Object... variables) {
		StringBuilder template = new StringBuilder();
		List<UriVariable> values = new ArrayList<>();
		int next = 0;
		for (String segment : segments) {
			boolean id = isId(segment);
			if (segment.startsWith("{")) {
				values.add(variable(variables[next++]));
			}
			else if (id) {
				values.add(new UriVariable(segment));
			}
			template.append('/').append(id ? "{id}" : segment);
		}
		return new RequestPath(template.toString(), List.copyOf(values));
	}

	private static boolean isId(String segment) {
		long digits = segment.chars().filter((c) -> c >= '0' && c <= '9').count();
		return !segment.startsWith("{") && (digits == segment.length()
				|| segment.length() >= 16 && digits * 3 >= segment.length() || segment.length() >= 40);
	}

	private static void check(String segment) {
		boolean variable = segment.startsWith("{") && segment.endsWith("}");
		String text = variable ? segment.substring(1, segment.length() - 1) : segment;
		if (text.isEmpty() || text.equals(".") || text.equals("..") || !text.chars().allMatch(RequestPath::isPart)) {
			throw new IllegalArgumentException("A path holds names of letters, digits, '_', '-', '.' and '~' between"
					+ " slashes, or variables in braces, which are whole names. Give all other values as variables,"
					+ " or by query(...)");
		}
	}

	private static boolean isPart(int c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.'
				|| c == '~';
	}

	private static UriVariable variable(@Nullable Object value) {
		String text = String.valueOf(value);
		// some servers decode an encoded slash before they look at the path
		Assert.isTrue(
				value != null && text.chars().noneMatch((c) -> c == '/' || c == '\\' || Character.isISOControl(c)),
				"A variable of a path must not be null, and holds no slash, backslash or control character");
		return new UriVariable(text);
	}

}
