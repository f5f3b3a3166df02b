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

package io.github.biginspring.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

import io.github.biginspring.connection.MatonEndpoint;

/**
 * Details for the connection to Maton: its URLs and the API key. A bean of this type
 * replaces the properties.
 *
 * @since 0.1.0
 */
public interface MatonConnectionDetails extends ConnectionDetails {

	/**
	 * Return the API key.
	 * @return the key, or {@code null} where there is none, which keeps the application
	 * from starting
	 */
	@Nullable String getApiKey();

	/**
	 * Return where the gateway is.
	 * @return the URL, without {@code /zoho-bigin}
	 */
	default URI getGatewayUrl() {
		return MatonEndpoint.DEFAULT_GATEWAY_URL;
	}

	/**
	 * Return where the control plane is.
	 * @return the URL, without {@code /connections}
	 */
	default URI getControlUrl() {
		return MatonEndpoint.DEFAULT_CONTROL_URL;
	}

	/**
	 * Return the id of the connection that calls use.
	 * @return the id, or {@code null} for the gateway's choice, which is the oldest
	 * active one
	 */
	default @Nullable String getConnectionId() {
		return null;
	}

	/**
	 * Whether plain {@code http} may be used to a host other than this one. The API key
	 * would travel readable.
	 * @return {@code true} if it may
	 */
	default boolean isInsecureUrlAllowed() {
		return false;
	}

	/**
	 * Return the SSL bundle.
	 * @return the bundle, or {@code null} for that of the application's HTTP clients
	 */
	default @Nullable SslBundle getSslBundle() {
		return null;
	}

	/**
	 * Create details of one host that is both gateway and control plane, such as a
	 * simulator.
	 * @param apiKey the API key
	 * @param url the URL of the host
	 * @return the details
	 */
	static MatonConnectionDetails of(String apiKey, URI url) {
		return new MatonConnectionDetails() {

			@Override
			public String getApiKey() {
				return apiKey;
			}

			@Override
			public URI getGatewayUrl() {
				return url;
			}

			@Override
			public URI getControlUrl() {
				return url;
			}

		};
	}

}
