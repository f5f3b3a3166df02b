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
package io.github.biginspring.simulator.recording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.biginspring.simulator.coql.CoqlQuery;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * Masks the values within URLs, criteria and COQL.
 */
final class TextMask {

	private static final Pattern CRITERION = Pattern
		.compile("(\\(\\s*)([A-Za-z0-9_.$]+)(:[a-z_]+:)((?:\\\\.|[^\\\\()])*)(\\))");

	private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

	private static final Pattern LITERAL = Pattern.compile("'(%?)((?:''|\\\\'|[^'])*?)(%?)'|\\b[0-9][0-9.]*\\b");

	private static final Pattern LIMIT = Pattern.compile("(?i)\\b(?:limit|offset)\\s+$");

	private final Replacement replacement;

	TextMask(Replacement replacement) {
		this.replacement = replacement;
	}

	String url(String url) {
		ReceivedRequest request = new ReceivedRequest("GET", url, "", Map.of(), new byte[0]);
		String path = request.segments().stream().map(this::segment).collect(Collectors.joining("/", "/", ""));
		if (request.parameters().isEmpty()) {
			return path;
		}
		return new TreeMap<>(request.parameters()).entrySet()
			.stream()
			.map(this::parameter)
			.collect(Collectors.joining("&", path + "?", ""));
	}

	private String segment(String segment) {
		return encoded(PublicNames.isPublicSegment(segment) ? this.replacement.kept(segment)
				: this.replacement.text("path", segment));
	}

	private String parameter(Entry<String, String> parameter) {
		String name = PublicNames.isPublicKey(parameter.getKey()) ? this.replacement.kept(parameter.getKey())
				: this.replacement.text("parameter", parameter.getKey());
		return encoded(name) + "=" + encoded(value(name, parameter.getValue()));
	}

	/**
	 * Mask a text where it stands.
	 * @param name the name of the field or parameter
	 * @param value its value
	 * @return the value to show
	 */
	String value(String name, String value) {
		return switch (name) {
			case "criteria" -> criteria(value);
			case "select_query" -> coql(value);
			case "page", "per_page", "limit" ->
				value.matches("[0-9]{1,6}") ? value : this.replacement.text(name, value);
			case "ids", "channel_ids", "tag_names" ->
				Stream.of(value.split(",", -1)).map((item) -> masked(name, item)).collect(Collectors.joining(","));
			default -> masked(name, value);
		};
	}

	private String masked(String name, String value) {
		if ("true".equals(value) || "false".equals(value)) {
			return value;
		}
		return PublicNames.isPublic(name, value) ? this.replacement.kept(value) : this.replacement.text(name, value);
	}

	private String criteria(String criteria) {
		StringBuilder masked = new StringBuilder();
		Matcher criterion = CRITERION.matcher(criteria);
		int end = 0;
		while (criterion.find()) {
			// only what joins the criteria may stand between them
			masked.append(criteria.substring(end, criterion.start()).replaceAll("(?i)(and|or)|[^()]", "$1"));
			String field = criterion.group(2);
			String values = Stream.of(COMMA.split(criterion.group(4), -1))
				.map((value) -> value.replaceAll("\\\\(.)", "$1"))
				.map((value) -> masked(field, value).replaceAll("([(),\\\\])", "\\\\$1"))
				.collect(Collectors.joining(","));
			masked.append('(').append(field).append(criterion.group(3)).append(values).append(')');
			end = criterion.end();
		}
		if (end == 0) {
			return this.replacement.text("criteria", criteria);
		}
		return masked.append(criteria.substring(end).replaceAll("[^()]", "")).toString();
	}

	private String coql(String query) {
		if (!isCoql(query)) {
			// what stands where in it is not known
			return this.replacement.text("select_query", query);
		}
		Matcher literal = LITERAL.matcher(query);
		StringBuilder masked = new StringBuilder();
		while (literal.find()) {
			String text = literal.group(2);
			String before = query.substring(0, literal.start());
			if (text != null) {
				String value = masked("literal", text.replace("''", "'").replace("\\'", "'")).replace("'", "''");
				literal.appendReplacement(masked,
						Matcher.quoteReplacement("'" + literal.group(1) + value + literal.group(3) + "'"));
			}
			else if (literal.group().length() > 6 || !LIMIT.matcher(before).find()) {
				literal.appendReplacement(masked, Matcher.quoteReplacement(masked("literal", literal.group())));
			}
		}
		return this.replacement.kept(literal.appendTail(masked).toString());
	}

	private static boolean isCoql(String query) {
		try {
			CoqlQuery.parse(Map.of("select_query", query));
			return true;
		}
		catch (RefusedException ex) {
			return false;
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",");
	}

}
