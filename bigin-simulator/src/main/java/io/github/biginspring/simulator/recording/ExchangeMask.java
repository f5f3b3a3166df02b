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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Masks an exchange: what is not known to be a word of the API is replaced.
 */
final class ExchangeMask {

	private final Replacement replacement;

	private final TextMask texts;

	ExchangeMask(Replacement replacement) {
		this.replacement = replacement;
		this.texts = new TextMask(replacement);
	}

	RecordedExchange mask(RecordedExchange exchange) {
		// the second time what was kept the first time is looked at with all values known
		masked(exchange);
		return masked(exchange);
	}

	private RecordedExchange masked(RecordedExchange exchange) {
		return new RecordedExchange(exchange.method(), this.texts.url(exchange.url()), message(exchange.request()),
				exchange.status(), message(exchange.response()));
	}

	RecordedMessage message(RecordedMessage message) {
		Map<String, String> headers = new LinkedHashMap<>();
		message.headers().forEach((name, value) -> headers.put(name, header(name, value)));
		return new RecordedMessage(headers, value("", message.body()), message.leftOut());
	}

	String url(String url) {
		return this.texts.url(url);
	}

	private String header(String name, String value) {
		return switch (name) {
			case "Content-Type", "Retry-After", "X-API-CREDITS-REMAINING" -> this.replacement.kept(value);
			default -> this.texts.value(name, value);
		};
	}

	private @Nullable Object value(String name, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<String, @Nullable Object> masked = new LinkedHashMap<>();
			map.forEach((key, entry) -> masked.put(key(String.valueOf(key)), value(String.valueOf(key), entry)));
			return masked;
		}
		if (value instanceof List<?> list) {
			List<@Nullable Object> masked = new ArrayList<>();
			list.forEach((element) -> masked.add(value(name, element)));
			return masked;
		}
		if (value instanceof Number number) {
			return PublicNames.isPublicNumber(name) ? number : this.replacement.number(number);
		}
		return (value instanceof String text) ? this.texts.value(name, text) : value;
	}

	private String key(String key) {
		return PublicNames.isPublicKey(key) ? this.replacement.kept(key) : this.replacement.text("key", key);
	}

}
