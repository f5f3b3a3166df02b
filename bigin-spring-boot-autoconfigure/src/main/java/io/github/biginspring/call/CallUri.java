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

package io.github.biginspring.call;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.web.util.UriUtils;

/**
 * Puts the URI of a call together. Every value is encoded to the last reserved character,
 * also where the URI syntax would let it stand: a {@code +} in a query is read as a space
 * by many servers.
 */
final class CallUri {

	private CallUri() {
	}

	static URI of(MatonEndpoint endpoint, BiginCall<?> call) {
		StringBuilder uri = new StringBuilder(256).append(endpoint.baseUrl(call.target()));
		appendPath(uri, call);
		char separator = '?';
		for (BiginCall.QueryParameter parameter : call.query()) {
			uri.append(separator).append(encode(parameter.name())).append('=').append(encode(parameter.value()));
			separator = '&';
		}
		return URI.create(uri.toString());
	}

	private static void appendPath(StringBuilder uri, BiginCall<?> call) {
		String template = call.pathTemplate();
		int variable = 0;
		int from = 0;
		for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
			uri.append(template, from, open).append(encode(call.pathVariables().get(variable++).value()));
			from = template.indexOf('}', open) + 1;
		}
		uri.append(template, from, template.length());
	}

	private static String encode(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

}
