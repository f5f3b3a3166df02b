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

package io.github.biginspring.simulator.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A request that the simulator received.
 *
 * @since 0.1.0
 */
public final class ReceivedRequest {

	private final String method;

	private final String url;

	private final String baseUrl;

	private final Map<String, List<String>> headers;

	private final byte[] body;

	private final List<ReceivedPart> parts;

	/**
	 * Keep a request.
	 * @param method the method, in upper case
	 * @param url path and query as they were sent, still encoded
	 * @param baseUrl scheme, host and port as the client saw them
	 * @param headers the headers by name
	 * @param body the bytes of the body
	 */
	public ReceivedRequest(String method, String url, String baseUrl, Map<String, List<String>> headers, byte[] body) {
		this(method, url, baseUrl, headers, body, List.of());
	}

	/**
	 * Keep a multipart request.
	 * @param method the method, in upper case
	 * @param url path and query as they were sent, still encoded
	 * @param baseUrl scheme, host and port as the client saw them
	 * @param headers the headers by name
	 * @param body the bytes of the body
	 * @param parts the parts of the body
	 */
	public ReceivedRequest(String method, String url, String baseUrl, Map<String, List<String>> headers, byte[] body,
			List<ReceivedPart> parts) {
		this.method = method;
		this.url = url;
		this.baseUrl = baseUrl;
		Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		sorted.putAll(headers);
		this.headers = Collections.unmodifiableMap(sorted);
		this.body = body;
		this.parts = List.copyOf(parts);
	}

	/**
	 * The method.
	 * @return the method, in upper case
	 */
	public String method() {
		return this.method;
	}

	/**
	 * Path and query.
	 * @return both as they were sent, still encoded
	 */
	public String url() {
		return this.url;
	}

	/**
	 * Where the client reached the simulator.
	 * @return scheme, host and port
	 */
	public String baseUrl() {
		return this.baseUrl;
	}

	/**
	 * The path.
	 * @return the path as it was sent, still encoded
	 */
	public String path() {
		int query = this.url.indexOf('?');
		return (query >= 0) ? this.url.substring(0, query) : this.url;
	}

	/**
	 * The parts of the path.
	 * @return the segments, decoded
	 */
	public List<String> segments() {
		return Arrays.stream(path().split("/"))
			.filter((segment) -> !segment.isEmpty())
			.map((segment) -> decode(segment.replace("+", "%2B")))
			.toList();
	}

	/**
	 * The query.
	 * @return the parameters by name, decoded; the last of several of one name
	 */
	public Map<String, String> parameters() {
		int query = this.url.indexOf('?');
		return (query >= 0) ? parameters(this.url.substring(query + 1)) : Map.of();
	}

	/**
	 * The fields of a form.
	 * @return the fields by name, decoded, none where the body is no form
	 */
	public Map<String, String> form() {
		String contentType = header("Content-Type");
		boolean form = contentType != null && contentType.startsWith("application/x-www-form-urlencoded");
		return form ? parameters(body()) : Map.of();
	}

	private static Map<String, String> parameters(String text) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String parameter : text.split("&")) {
			int separator = parameter.indexOf('=');
			if (separator > 0) {
				parameters.put(decode(parameter.substring(0, separator)), decode(parameter.substring(separator + 1)));
			}
		}
		return parameters;
	}

	/**
	 * One parameter of the query.
	 * @param name the name of the parameter
	 * @return its value, decoded, or {@code null} where it was not sent
	 */
	public @Nullable String parameter(String name) {
		return parameters().get(name);
	}

	/**
	 * The headers.
	 * @return the headers by name, whatever the case of its letters
	 */
	public Map<String, List<String>> headers() {
		return this.headers;
	}

	/**
	 * One header.
	 * @param name the name of the header, in any case
	 * @return its first value, or {@code null} where it was not sent
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values != null && !values.isEmpty()) ? values.get(0) : null;
	}

	/**
	 * The body as text.
	 * @return the body, empty where there was none
	 */
	public String body() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * The body.
	 * @return the bytes of the body, none where there was no body
	 */
	public byte[] bodyBytes() {
		return this.body.clone();
	}

	/**
	 * The parts of a multipart body.
	 * @return the parts, none where the body is no multipart one
	 */
	public List<ReceivedPart> parts() {
		return this.parts;
	}

	/**
	 * How much memory the body and its parts take.
	 * @return the size in bytes
	 */
	long size() {
		return this.body.length + this.parts.stream().mapToLong((part) -> part.content().length).sum();
	}

	private static String decode(String encoded) {
		try {
			return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return encoded;
		}
	}

	/**
	 * Method and path; the query and the headers can hold what is nobody's business.
	 */
	@Override
	public String toString() {
		return this.method.toUpperCase(Locale.ROOT) + " " + path();
	}

}
