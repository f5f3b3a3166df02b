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

package io.github.biginspring.simulator;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import org.jspecify.annotations.Nullable;

/**
 * Builds the client by which WireMock hands requests over to other servers, once there is
 * one to hand over: it reads the certificates that the JVM trusts.
 */
final class ProxyClientFactory implements HttpClientFactory {

	private final HttpClientFactory factory = new ApacheHttpClientFactory();

	@Override
	public HttpClient buildHttpClient(Options options, boolean trustAllCertificates, List<String> trustedHosts,
			boolean useSystemProperties) {
		return new ProxyClient(
				() -> this.factory.buildHttpClient(options, trustAllCertificates, trustedHosts, useSystemProperties));
	}

	private static final class ProxyClient implements HttpClient {

		private final Supplier<HttpClient> builder;

		private @Nullable HttpClient built;

		ProxyClient(Supplier<HttpClient> builder) {
			this.builder = builder;
		}

		@Override
		public Response execute(Request request) throws IOException {
			return client().execute(request);
		}

		private synchronized HttpClient client() {
			HttpClient known = this.built;
			if (known == null) {
				known = this.builder.get();
				this.built = known;
			}
			return known;
		}

	}

}
