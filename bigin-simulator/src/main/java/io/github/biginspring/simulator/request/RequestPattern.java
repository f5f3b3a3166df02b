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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Matches requests by method and path, such as {@code "POST /Contacts"},
 * {@code "/Contacts/*"} or {@code "DELETE /**"}. A {@code *} stands for one segment of
 * the path, {@code **} at the end for any number of them. The path can be the whole one
 * or leave the gateway's part, {@code /zoho-bigin/bigin/v2}, out; so too
 * {@code /bulk/v2/read} stands for {@code /zoho-bigin/bigin/bulk/v2/read}.
 *
 * @since 0.1.0
 */
public final class RequestPattern implements Predicate<ReceivedRequest> {

	private static final List<String> GATEWAY = List.of("zoho-bigin", "bigin", "v2");

	private static final List<String> BULK_GATEWAY = List.of("zoho-bigin", "bigin", "bulk");

	private final String text;

	private final String method;

	private final List<String> segments;

	private RequestPattern(String text, String method, List<String> segments) {
		this.text = text;
		this.method = method;
		this.segments = segments;
	}

	/**
	 * A pattern that matches all requests.
	 * @return the pattern
	 */
	public static RequestPattern any() {
		return of("/**");
	}

	/**
	 * Read a pattern.
	 * @param text a path, or a method, a blank and a path
	 * @return the pattern
	 * @throws IllegalArgumentException if the text is not of that form
	 */
	public static RequestPattern of(String text) {
		int blank = text.indexOf(' ');
		String method = (blank >= 0) ? text.substring(0, blank).toUpperCase(Locale.ROOT) : "*";
		String path = text.substring(blank + 1).trim();
		if (!path.startsWith("/") || path.indexOf('?') >= 0 || path.indexOf(' ') >= 0) {
			throw new IllegalArgumentException(
					"'" + text + "' is no pattern of requests: write it like 'POST /Contacts' or '/Contacts/*'");
		}
		return new RequestPattern(text, method,
				Arrays.stream(path.split("/")).filter((segment) -> !segment.isEmpty()).toList());
	}

	@Override
	public boolean test(ReceivedRequest request) {
		if (!"*".equals(this.method) && !this.method.equals(request.method())) {
			return false;
		}
		List<String> path = request.segments();
		return matches(path) || (startsWith(path, GATEWAY) && matches(path.subList(GATEWAY.size(), path.size())))
				|| (startsWith(path, BULK_GATEWAY) && matches(path.subList(BULK_GATEWAY.size() - 1, path.size())));
	}

	private static boolean startsWith(List<String> path, List<String> beginning) {
		return path.size() >= beginning.size() && path.subList(0, beginning.size()).equals(beginning);
	}

	private boolean matches(List<String> path) {
		for (int i = 0; i < this.segments.size(); i++) {
			String segment = this.segments.get(i);
			if ("**".equals(segment)) {
				return true;
			}
			if (i >= path.size() || !("*".equals(segment) || segment.equals(path.get(i)))) {
				return false;
			}
		}
		return path.size() == this.segments.size();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
