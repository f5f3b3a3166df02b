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
package io.github.biginspring.error;

import org.jspecify.annotations.Nullable;

/**
 * The text of an error, in one line: which call, what the service said, and what can be
 * done.
 */
final class ErrorText {

	private static final int MAX_LENGTH = 1500;

	private ErrorText() {
	}

	static String of(ErrorDetails details) {
		StringBuilder text = new StringBuilder().append(details.method()).append(' ').append(details.pathTemplate());
		switch (details.requestState()) {
			case NOT_SENT -> text.append(" was not sent");
			case UNKNOWN -> text.append(" was sent, but its response was lost");
			case RESPONDED -> text.append(" returned ").append(details.status());
		}
		if (details.code() != null) {
			text.append(' ').append(details.code());
		}
		if (details.details().get("api_name") instanceof String field) {
			text.append(" for field ").append(field);
		}
		if (details.details().get("json_path") instanceof String path) {
			text.append(" at ").append(path);
		}
		if (details.message() != null) {
			text.append(": ").append(details.message());
		}
		if (text.length() > MAX_LENGTH) {
			text.setLength(MAX_LENGTH);
			text.append("...");
		}
		appendPlace(text, details);
		return oneLine(text);
	}

	private static void appendPlace(StringBuilder text, ErrorDetails details) {
		if (details.module() == null && details.connectionId() == null) {
			return;
		}
		text.append(" [");
		if (details.module() != null) {
			text.append("module ").append(details.module());
		}
		if (details.connectionId() != null) {
			text.append((details.module() != null) ? ", " : "").append("connection ").append(details.connectionId());
		}
		text.append(']');
	}

	static String of(ErrorDetails details, @Nullable String nextStep) {
		String text = of(details);
		String advice = (details.nextStep() != null) ? details.nextStep() : nextStep;
		if (advice == null) {
			return text;
		}
		return oneLine(new StringBuilder(text).append(text.endsWith(".") ? " " : ". ").append(advice));
	}

	// what the service says makes no further line of a log
	private static String oneLine(StringBuilder text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isISOControl(text.charAt(i))) {
				text.setCharAt(i, ' ');
			}
		}
		return text.toString();
	}

}
