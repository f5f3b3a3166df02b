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

package io.github.biginspring.connection;

import java.net.URI;

import org.springframework.util.Assert;

/**
 * The URLs of Maton: the gateway, which forwards calls to Bigin, and the control plane,
 * which manages the connections. Since 2026 both are also served by one host (Maton's
 * documentation).
 *
 * @param gatewayUrl the gateway, without {@code /zoho-bigin}
 * @param controlUrl the control plane, without {@code /connections}
 * @since 0.1.0
 */
public record MatonEndpoint(URI gatewayUrl, URI controlUrl) {

	/**
	 * The gateway where nothing else is said.
	 */
	public static final URI DEFAULT_GATEWAY_URL = URI.create("https://gateway.maton.ai");

	/**
	 * The control plane where nothing else is said.
	 */
	public static final URI DEFAULT_CONTROL_URL = URI.create("https://ctrl.maton.ai");

	/**
	 * Check the URLs.
	 * @param gatewayUrl the gateway, without {@code /zoho-bigin}
	 * @param controlUrl the control plane, without {@code /connections}
	 * @throws IllegalArgumentException if one is not an absolute http or https URL, or
	 * has user info, a query or a fragment
	 */
	public MatonEndpoint {
		gatewayUrl = checked("gatewayUrl", gatewayUrl);
		controlUrl = checked("controlUrl", controlUrl);
	}

	/**
	 * Maton's own two hosts.
	 * @return the endpoint
	 */
	public static MatonEndpoint defaults() {
		return new MatonEndpoint(DEFAULT_GATEWAY_URL, DEFAULT_CONTROL_URL);
	}

	/**
	 * One host for both.
	 * @param url the host's URL
	 * @return the endpoint
	 */
	public static MatonEndpoint of(URI url) {
		Assert.notNull(url, "'url' must not be null");
		return new MatonEndpoint(url, url);
	}

	private static URI checked(String name, URI url) {
		check(url != null, name, "must not be null");
		boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
		check(web && url.getHost() != null, name, "must be an http or https URL with a host");
		// user info would be a secret in places where a URL is shown
		check(url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null, name,
				"must have no user info, query or fragment");
		String text = url.toString();
		return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
	}

	// no lambda for the message, as each start of an application comes here
	private static void check(boolean valid, String name, String rule) {
		if (!valid) {
			throw new IllegalArgumentException("'" + name + "' " + rule);
		}
	}

}
