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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The service that requests are sent to. Redirects are not followed, as the key would go
 * with them.
 */
final class Upstream {

	/**
	 * Set by the HTTP client itself, or belonging to one connection. Nothing compressed
	 * is asked for, as it would have to be unpacked to be masked.
	 */
	private static final Set<String> NOT_SENT = Set.of("host", "connection", "content-length", "expect", "upgrade",
			"transfer-encoding", "accept-encoding", "keep-alive", "te", "trailer", "proxy-authorization",
			"proxy-connection", "http2-settings");

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(Duration.ofSeconds(30))
		.build();

	private final String gatewayUrl;

	private final String controlUrl;

	Upstream(String gatewayUrl, String controlUrl) {
		this.gatewayUrl = checked(gatewayUrl);
		this.controlUrl = checked(controlUrl);
	}

	/**
	 * Check where requests are to be sent.
	 * @param url the URL
	 * @return the URL without a slash at the end
	 * @throws IllegalArgumentException if it is none, or if the key would travel readable
	 */
	private static String checked(String url) {
		URI uri;
		try {
			uri = URI.create(url.trim());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("An upstream is no URL: write it as https://gateway.maton.ai", ex);
		}
		String host = uri.getHost();
		if (host == null || uri.getUserInfo() != null || uri.getQuery() != null) {
			throw new IllegalArgumentException(
					"An upstream has no host, or more than that: write it as" + " https://gateway.maton.ai");
		}
		boolean local = List.of("localhost", "127.0.0.1", "[::1]").contains(host.toLowerCase(Locale.ROOT));
		if (!"https".equalsIgnoreCase(uri.getScheme()) && !(local && "http".equalsIgnoreCase(uri.getScheme()))) {
			throw new IllegalArgumentException(
					"The API key would travel readable to " + host + ": use https, or http to this machine alone");
		}
		return url.trim().replaceFirst("/+$", "");
	}

	/**
	 * Send a request to where it belongs.
	 * @param method the method
	 * @param url path and query, encoded
	 * @param headers the headers by name
	 * @param body the body
	 * @return the response
	 * @throws IOException if there is none
	 */
	HttpResponse<byte[]> send(String method, String url, Map<String, List<String>> headers, byte[] body)
			throws IOException, InterruptedException {
		boolean control = url.equals("/connections") || url.startsWith("/connections/")
				|| url.startsWith("/connections?");
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create((control ? this.controlUrl : this.gatewayUrl) + url))
			.timeout(TIMEOUT)
			.method(method, (body.length > 0) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		headers.forEach((name, values) -> {
			if (!NOT_SENT.contains(name.toLowerCase(Locale.ROOT))) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		return this.client.send(request.build(), BodyHandlers.ofByteArray());
	}

}
