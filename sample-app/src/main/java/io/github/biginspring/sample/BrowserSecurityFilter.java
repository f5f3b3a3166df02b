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

package io.github.biginspring.sample;

import java.net.InetSocketAddress;
import java.util.Set;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets browsers load nothing for the page from elsewhere, and refuses what another site
 * makes a browser send: there is no login that would keep its forms out. A site that lets
 * its own name lead here is another site too, so only known hosts are served.
 */
@Component
class BrowserSecurityFilter implements WebFilter {

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

	private final Set<String> hosts;

	BrowserSecurityFilter(@Value("${sample.hosts}") Set<String> hosts) {
		this.hosts = hosts;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "
				+ "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
		headers.set("X-Content-Type-Options", "nosniff");
		headers.set("Referrer-Policy", "no-referrer");
		if (!isForThisHost(exchange.getRequest())) {
			return refused(exchange, HttpStatus.MISDIRECTED_REQUEST);
		}
		if (isWriteOfAnotherSite(exchange.getRequest())) {
			return refused(exchange, HttpStatus.FORBIDDEN);
		}
		return chain.filter(exchange);
	}

	private static Mono<Void> refused(ServerWebExchange exchange, HttpStatus status) {
		exchange.getResponse().setStatusCode(status);
		return exchange.getResponse().setComplete();
	}

	private boolean isForThisHost(ServerHttpRequest request) {
		InetSocketAddress host = request.getHeaders().getHost();
		return host == null || this.hosts.contains(host.getHostString());
	}

	// browsers say where a request comes from, in one of two headers or both
	private static boolean isWriteOfAnotherSite(ServerHttpRequest request) {
		if (READING.contains(request.getMethod())) {
			return false;
		}
		String origin = request.getHeaders().getOrigin();
		String host = request.getHeaders().getFirst(HttpHeaders.HOST);
		if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
			return true;
		}
		String site = request.getHeaders().getFirst("Sec-Fetch-Site");
		return site != null && OTHER_SITES.contains(site);
	}

}
