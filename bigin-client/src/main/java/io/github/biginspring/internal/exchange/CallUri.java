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

package io.github.biginspring.internal.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.springframework.web.util.UriUtils;

import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallTarget;

/**
 * Puts the URI of a call together. Every value is encoded to the last reserved character,
 * also where the URI syntax would let it stand: a {@code +} in a query is read as a space
 * by many servers.
 */
final class CallUri {

	// the names of a ready-made type's fields take most of it
	private static final int INITIAL_LENGTH = 512;

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private CallUri() {
	}

	static URI of(MatonEndpoint endpoint, BiginCall<?> call) {
		StringBuilder uri = new StringBuilder(INITIAL_LENGTH).append(baseUrl(endpoint, call.target()));
		appendPath(uri, call);
		char separator = '?';
		for (BiginCall.QueryParameter parameter : call.query()) {
			uri.append(separator);
			append(uri, parameter.name());
			uri.append('=');
			append(uri, parameter.value());
			separator = '&';
		}
		return URI.create(uri.toString());
	}

	private static void appendPath(StringBuilder uri, BiginCall<?> call) {
		String template = call.pathTemplate();
		int variable = 0;
		int from = 0;
		for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
			uri.append(template, from, open);
			append(uri, call.pathVariables().get(variable++).value());
			from = template.indexOf('}', open) + 1;
		}
		uri.append(template, from, template.length());
	}

	// without a copy for what nearly every value is made of: letters, digits and commas
	private static void append(StringBuilder uri, String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c >= 0x80) {
				uri.append(UriUtils.encode(value.substring(i), StandardCharsets.UTF_8));
				return;
			}
			if (isUnreserved(c)) {
				uri.append(c);
			}
			else {
				uri.append('%');
				HEX.toHexDigits(uri, (byte) c);
			}
		}
	}

	private static boolean isUnreserved(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_'
				|| c == '~';
	}

	private static String baseUrl(MatonEndpoint endpoint, CallTarget target) {
		return switch (target) {
			case GATEWAY -> endpoint.gatewayUrl() + "/zoho-bigin";
			case CONTROL -> endpoint.controlUrl().toString();
		};
	}

}
