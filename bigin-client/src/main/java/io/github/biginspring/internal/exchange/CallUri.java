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

import org.jspecify.annotations.Nullable;

import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallTarget;
import io.github.biginspring.internal.call.UriEncoding;

/**
 * Puts the URI of a call together. Every value is encoded to the last reserved character,
 * also where the URI syntax would let it stand: a {@code +} in a query is read as a space
 * by many servers.
 */
final class CallUri {

	// what the id in a path and a few short parameters take
	private static final int ROOM = 64;

	private final String gateway;

	private final String control;

	// Of the last call with a body. All writes of a module go to the same one, and to
	// parse it costs more than to put it together.
	private volatile @Nullable URI lastWithBody;

	/**
	 * Create.
	 * @param endpoint where the calls go
	 */
	CallUri(MatonEndpoint endpoint) {
		this.gateway = endpoint.gatewayUrl() + "/zoho-bigin";
		this.control = endpoint.controlUrl().toString();
	}

	/**
	 * Return where a call goes.
	 * @param call the call
	 * @return the URI
	 */
	URI of(BiginCall<?> call) {
		String base = (call.target() == CallTarget.GATEWAY) ? this.gateway : this.control;
		StringBuilder uri = new StringBuilder(lengthOf(call, base)).append(base);
		appendPath(uri, call);
		char separator = '?';
		for (BiginCall.QueryParameter parameter : call.query()) {
			uri.append(separator);
			append(uri, parameter);
			separator = '&';
		}
		return (call.requestBody() != null) ? withBody(uri.toString()) : URI.create(uri.toString());
	}

	private URI withBody(String text) {
		URI last = this.lastWithBody;
		if (last != null && last.toString().equals(text)) {
			return last;
		}
		URI uri = URI.create(text);
		this.lastWithBody = uri;
		return uri;
	}

	private static int lengthOf(BiginCall<?> call, String base) {
		int length = base.length() + call.pathTemplate().length() + ROOM;
		for (BiginCall.QueryParameter parameter : call.query()) {
			String encoded = parameter.encoded();
			length += (encoded != null) ? encoded.length() : parameter.name().length() + parameter.value().length();
		}
		return length;
	}

	private static void append(StringBuilder uri, BiginCall.QueryParameter parameter) {
		String encoded = parameter.encoded();
		if (encoded != null) {
			uri.append(encoded);
			return;
		}
		UriEncoding.append(uri, parameter.name());
		uri.append('=');
		UriEncoding.append(uri, parameter.value());
	}

	private static void appendPath(StringBuilder uri, BiginCall<?> call) {
		String template = call.pathTemplate();
		int variable = 0;
		int from = 0;
		for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
			uri.append(template, from, open);
			UriEncoding.append(uri, call.pathVariables().get(variable++).value());
			from = template.indexOf('}', open) + 1;
		}
		uri.append(template, from, template.length());
	}

}
