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

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Made-up values, the same one for the same value as long as a recording goes on. They
 * are counted and not computed, so that nothing leads back.
 */
final class StandIns implements Replacement {

	private static final Pattern URL_PARAMETER = Pattern.compile("[?&#][^=&#]*=([^&#]+)");

	private static final Pattern SECRET_NAME = Pattern.compile("(?i)token|secret|password|api_?key");

	private static final int SHORTEST = 4;

	private final Map<String, String> texts = new LinkedHashMap<>();

	private final Map<Object, Number> numbers = new LinkedHashMap<>();

	private final Map<ValueShape, Integer> counts = new EnumMap<>(ValueShape.class);

	/**
	 * What must not be seen within another text either, as it is and encoded.
	 */
	private final Map<String, String> forbidden = new LinkedHashMap<>();

	private final Map<String, String> secrets = new LinkedHashMap<>();

	@Override
	public synchronized String text(String name, String text) {
		if (text.isEmpty()) {
			return text;
		}
		String standIn = this.texts.get(text);
		if (standIn == null) {
			standIn = create(text);
			this.texts.put(text, standIn);
			if (SECRET_NAME.matcher(name).find()) {
				secret(text);
			}
			else if (!PublicNames.isPublicSegment(text)) {
				forbid(this.forbidden, text, standIn);
			}
			for (Matcher parameter = URL_PARAMETER.matcher(text); parameter.find();) {
				secret(parameter.group(1));
			}
		}
		return standIn;
	}

	/**
	 * Let a secret be seen nowhere.
	 * @param secret the secret
	 */
	synchronized void secret(String secret) {
		forbid(this.secrets, secret, "***");
	}

	private static void forbid(Map<String, String> forbidden, String text, String standIn) {
		if (text.length() >= SHORTEST) {
			for (String form : forms(text)) {
				forbidden.putIfAbsent(form, standIn);
			}
		}
	}

	private static Set<String> forms(String text) {
		Set<String> forms = new LinkedHashSet<>();
		forms.add(text);
		String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
		forms.add(encoded);
		forms.add(encoded.replace("+", "%20"));
		String json = RecordedJson.sorted(text);
		forms.add(json.substring(1, json.length() - 1));
		forms.add(Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
		return forms;
	}

	private String create(String text) {
		ValueShape shape = ValueShape.of(text);
		String standIn = text;
		while (standIn.equals(text)) {
			standIn = shape.standIn(this.counts.merge(shape, 1, Integer::sum), text);
		}
		return standIn;
	}

	@Override
	public synchronized Number number(Number number) {
		if (ValueShape.of(number.toString()) == ValueShape.ID) {
			// the same as the id that is written as text
			return new java.math.BigInteger(text("id", number.toString()));
		}
		Number standIn = this.numbers.get(number);
		if (standIn == null) {
			int count = this.numbers.size() + 1;
			standIn = (number instanceof BigDecimal) ? BigDecimal.valueOf(count * 10L + 5, 1) : (Number) count;
			this.numbers.put(number, standIn);
		}
		return standIn;
	}

	@Override
	public synchronized String kept(String text) {
		String clean = without(this.secrets, text);
		// no name of the API holds what is more than one word
		return PublicNames.isPublicSegment(clean) ? clean : without(this.forbidden, clean);
	}

	private static String without(Map<String, String> forbidden, String text) {
		String clean = text;
		for (Map.Entry<String, String> entry : forbidden.entrySet()) {
			if (containsIgnoringCase(clean, entry.getKey())) {
				clean = Pattern.compile(entry.getKey(), Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
					.matcher(clean)
					.replaceAll(Matcher.quoteReplacement(entry.getValue()));
			}
		}
		return clean;
	}

	private static boolean containsIgnoringCase(String text, String part) {
		for (int i = 0; i <= text.length() - part.length(); i++) {
			if (text.regionMatches(true, i, part, 0, part.length())) {
				return true;
			}
		}
		return false;
	}

}
