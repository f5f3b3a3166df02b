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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What was recorded, found again by a request. Values that are masked in a recording
 * match any value; ids that it has tell requests apart.
 */
final class Recording {

	private final List<RecordedExchange> exchanges;

	private final ExchangeMask knownIds;

	private final ExchangeMask noIds = new ExchangeMask(new Wildcards(Set.of()));

	private final Map<String, List<RecordedExchange>> byKey = new HashMap<>();

	private final Map<String, List<RecordedExchange>> byKeyWithoutIds = new HashMap<>();

	private final Map<String, Integer> given = new HashMap<>();

	Recording(List<RecordedExchange> exchanges) {
		this.exchanges = List.copyOf(exchanges);
		Set<String> ids = new LinkedHashSet<>();
		for (RecordedExchange exchange : exchanges) {
			collectIds(exchange.toMap(), ids);
			for (String part : exchange.url().split("[/?&=,]|%2C")) {
				collectIds(part, ids);
			}
		}
		this.knownIds = new ExchangeMask(new Wildcards(ids));
		for (RecordedExchange exchange : exchanges) {
			this.byKey.computeIfAbsent(key(this.knownIds, exchange), (key) -> new ArrayList<>()).add(exchange);
			this.byKeyWithoutIds.computeIfAbsent(key(this.noIds, exchange), (key) -> new ArrayList<>()).add(exchange);
		}
	}

	private static void collectIds(@Nullable Object value, Set<String> ids) {
		if (value instanceof Map<?, ?> map) {
			map.values().forEach((entry) -> collectIds(entry, ids));
		}
		else if (value instanceof List<?> list) {
			list.forEach((element) -> collectIds(element, ids));
		}
		else if (value instanceof String text && ValueShape.of(text).isReference()) {
			ids.add(text);
		}
	}

	private static String key(ExchangeMask mask, RecordedExchange exchange) {
		RecordedMessage sent = mask.message(exchange.request());
		String connection = sent.headers().getOrDefault("Maton-Connection", "");
		String body = (sent.body() != null) ? RecordedJson.sorted(sent.body()) : "";
		return exchange.method() + " " + mask.url(exchange.url()) + " " + connection + " " + body;
	}

	/**
	 * Find what was recorded: the first time what came first, and so on; the last one is
	 * given from then on.
	 * @param request the request
	 * @return what was recorded, or {@code null} where that request was not
	 */
	synchronized @Nullable RecordedExchange next(RecordedExchange request) {
		String key = key(this.knownIds, request);
		RecordedExchange exact = next(this.byKey, key);
		if (exact != null) {
			return exact;
		}
		// ids that the recording does not have stand for any
		String withoutIds = key(this.noIds, request);
		return key.equals(withoutIds) ? next(this.byKeyWithoutIds, withoutIds) : null;
	}

	private @Nullable RecordedExchange next(Map<String, List<RecordedExchange>> recorded, String key) {
		List<RecordedExchange> matching = recorded.get(key);
		if (matching == null) {
			return null;
		}
		int index = this.given.merge(key, 1, Integer::sum) - 1;
		return matching.get(Math.min(index, matching.size() - 1));
	}

	/**
	 * Describe a request without its values.
	 * @param request the request
	 * @return method, path and query
	 */
	String describe(RecordedExchange request) {
		return request.method() + " " + this.knownIds.url(request.url());
	}

	/**
	 * Find what is most like a request.
	 * @param request the request
	 * @return its method, path and query, or {@code null} where nothing was recorded
	 */
	@Nullable String nearest(RecordedExchange request) {
		String wanted = key(this.noIds, request);
		RecordedExchange nearest = null;
		int most = -1;
		for (RecordedExchange exchange : this.exchanges) {
			int alike = alike(wanted, key(this.noIds, exchange));
			if (alike > most) {
				most = alike;
				nearest = exchange;
			}
		}
		return (nearest != null) ? nearest.toString() : null;
	}

	private static int alike(String one, String other) {
		int prefix = 0;
		// the path before the method
		String first = one.substring(one.indexOf(' '));
		String second = other.substring(other.indexOf(' '));
		while (prefix < Math.min(first.length(), second.length()) && first.charAt(prefix) == second.charAt(prefix)) {
			prefix++;
		}
		return 2 * prefix + (one.charAt(0) == other.charAt(0) ? 1 : 0);
	}

}
