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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the simulator has in the place of what was recorded: the ids, names and so on that
 * stand in the same places of two responses.
 */
final class Counterparts {

	private static final Pattern WORD = Pattern.compile("[^/?&=,]+");

	private final Map<String, String> simulated = new LinkedHashMap<>();

	void learn(RecordedExchange recorded, RecordedExchange simulation) {
		learn("", recorded.response().body(), simulation.response().body());
	}

	private void learn(String name, @Nullable Object recorded, @Nullable Object simulation) {
		if (recorded instanceof Map<?, ?> one && simulation instanceof Map<?, ?> other) {
			one.forEach((key, value) -> learn(String.valueOf(key), value, other.get(key)));
		}
		else if (recorded instanceof List<?> one && simulation instanceof List<?> other) {
			for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
				learn(name, one.get(i), other.get(i));
			}
		}
		else if (recorded instanceof String one && simulation instanceof String other && !one.isEmpty()
				&& !PublicNames.isPublic(name, one)) {
			this.simulated.putIfAbsent(one, other);
		}
	}

	/**
	 * Translate a recorded request.
	 * @param recorded what was recorded
	 * @return the same request in terms of the simulator
	 */
	RecordedExchange translate(RecordedExchange recorded) {
		Map<String, String> headers = new LinkedHashMap<>();
		recorded.request()
			.headers()
			.forEach((name, value) -> headers.put(name, this.simulated.getOrDefault(value, value)));
		return new RecordedExchange(recorded.method(), url(recorded.url()),
				new RecordedMessage(headers, value("", recorded.request().body()), 0), recorded.status(),
				recorded.response());
	}

	private String url(String url) {
		return WORD.matcher(url).replaceAll((word) -> {
			String decoded = java.net.URLDecoder.decode(word.group(), StandardCharsets.UTF_8);
			String other = within(decoded);
			return Matcher.quoteReplacement(other.equals(decoded) ? word.group()
					: URLEncoder.encode(other, StandardCharsets.UTF_8).replace("+", "%20"));
		});
	}

	/**
	 * Translate a text, or what it holds in the way of criteria and COQL.
	 * @param text the text
	 * @return the text in terms of the simulator
	 */
	private String within(String text) {
		String whole = this.simulated.get(text);
		if (whole != null) {
			return whole;
		}
		return Pattern.compile("(?<=[:,'])[^:,'()]+(?=[),'])")
			.matcher(text)
			.replaceAll((value) -> Matcher.quoteReplacement(this.simulated.getOrDefault(value.group(), value.group())));
	}

	private @Nullable Object value(String name, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<String, @Nullable Object> translated = new LinkedHashMap<>();
			map.forEach((key, entry) -> translated.put(String.valueOf(key), value(String.valueOf(key), entry)));
			return translated;
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> translated = new ArrayList<>();
			list.forEach((element) -> translated.add(value(name, element)));
			return translated;
		}
		return (value instanceof String text && !PublicNames.isPublic(name, text)) ? within(text) : value;
	}

}
