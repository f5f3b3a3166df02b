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

import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallTarget;

/**
 * The headers of a call. Those that every call has, the API key among them, are set when
 * the request is about to be written: no filter sees the key, and what a filter or the
 * call has set in its place is replaced. With Reactor Netty they are set on its own
 * request, without the three copies that WebClient makes of all others on the way.
 */
final class CallHeaders {

	private static final String CONNECTION = "Maton-Connection";

	private static final String USER_AGENT = userAgent();

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClientRequest",
			CallHeaders.class.getClassLoader());

	private final String authorization;

	CallHeaders(ApiKey apiKey) {
		HttpHeaders headers = new HttpHeaders();
		apiKey.addTo(headers);
		this.authorization = String.valueOf(headers.getFirst(HttpHeaders.AUTHORIZATION));
	}

	// the version stands in the manifest of the jar
	private static String userAgent() {
		String version = CallHeaders.class.getPackage().getImplementationVersion();
		return (version != null) ? "bigin-spring-boot/" + version : "bigin-spring-boot";
	}

	/**
	 * Add the headers that are the call's own.
	 * @param request the request
	 * @param call the call
	 */
	void addOwn(WebClient.RequestBodySpec request, BiginCall<?> call) {
		if (!call.headers().isEmpty()) {
			request.headers((headers) -> headers.putAll(call.headers()));
		}
		// a compressed body that is cut off looks complete once it is decompressed
		if (call.streamedReader() != null && !call.headers().containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
			request.header(HttpHeaders.ACCEPT_ENCODING, "identity");
		}
	}

	/**
	 * Add the headers that every call has.
	 * @param request the request, about to be written
	 * @param call the call
	 * @param again whether a request was written before, which may have been redirected
	 */
	void addCommon(ClientHttpRequest request, BiginCall<?> call, boolean again) {
		HttpHeaders given = request.getHeaders();
		Object nativeRequest = REACTOR_NETTY ? request.getNativeRequest() : null;
		if (again && REACTOR_NETTY && ReactorNetty.isRedirected(nativeRequest)) {
			// the key is for nobody else
			given.remove(HttpHeaders.AUTHORIZATION);
			return;
		}
		set(given, nativeRequest, HttpHeaders.AUTHORIZATION, this.authorization);
		if (call.target() == CallTarget.GATEWAY && call.connectionId() != null) {
			set(given, nativeRequest, CONNECTION, call.connectionId());
		}
		if (!call.headers().containsHeader(HttpHeaders.ACCEPT)) {
			set(given, nativeRequest, HttpHeaders.ACCEPT,
					(call.streamedReader() != null) ? MediaType.ALL_VALUE : MediaType.APPLICATION_JSON_VALUE);
		}
		if (!call.headers().containsHeader(HttpHeaders.USER_AGENT)) {
			set(given, nativeRequest, HttpHeaders.USER_AGENT, USER_AGENT);
		}
	}

	// those that were given are written last, over what the native request has
	private static void set(HttpHeaders given, @Nullable Object nativeRequest, String name, String value) {
		if (given.containsHeader(name) || !REACTOR_NETTY || !ReactorNetty.set(nativeRequest, name, value)) {
			given.set(name, value);
		}
	}

	/**
	 * Keeps Reactor Netty's classes away from an application that does not have them.
	 */
	private static final class ReactorNetty {

		static boolean isRedirected(@Nullable Object nativeRequest) {
			return nativeRequest instanceof HttpClientRequest request && request.redirectedFrom().length > 0;
		}

		static boolean set(@Nullable Object nativeRequest, String name, String value) {
			if (nativeRequest instanceof HttpClientRequest request) {
				request.requestHeaders().set(name, value);
				return true;
			}
			return false;
		}

	}

}
