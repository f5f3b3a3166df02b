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
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

import io.github.biginspring.connection.MatonEndpoint;

/**
 * Adapts {@link MatonProperties}.
 */
class PropertiesMatonConnectionDetails implements MatonConnectionDetails {

	private final MatonProperties properties;

	private final @Nullable SslBundles sslBundles;

	PropertiesMatonConnectionDetails(MatonProperties properties, @Nullable SslBundles sslBundles) {
		this.properties = properties;
		this.sslBundles = sslBundles;
	}

	@Override
	public @Nullable String getApiKey() {
		return this.properties.getApiKey();
	}

	@Override
	public URI getGatewayUrl() {
		return url("maton.gateway-url", this.properties.getGatewayUrl(), MatonEndpoint.DEFAULT_GATEWAY_URL);
	}

	@Override
	public URI getControlUrl() {
		return url("maton.control-url", this.properties.getControlUrl(), MatonEndpoint.DEFAULT_CONTROL_URL);
	}

	private URI url(String property, @Nullable String own, URI defaultUrl) {
		if (StringUtils.hasText(own)) {
			return parse(property, own);
		}
		String common = this.properties.getUrl();
		return StringUtils.hasText(common) ? parse("maton.url", common) : defaultUrl;
	}

	private static URI parse(String property, String value) {
		try {
			return new URI(value.trim());
		}
		catch (URISyntaxException ex) {
			// not the value: it could hold a password
			throw new InvalidConfigurationException(
					"The property '" + property + "' is not a URL: " + ex.getReason() + " at index " + ex.getIndex(),
					"Set '" + property + "' to a URL such as " + MatonEndpoint.DEFAULT_GATEWAY_URL
							+ ", or remove it to use Maton's own hosts.");
		}
	}

	@Override
	public @Nullable String getConnectionId() {
		String id = this.properties.getConnectionId();
		return StringUtils.hasText(id) ? id : null;
	}

	@Override
	public boolean isInsecureUrlAllowed() {
		return this.properties.isAllowInsecureUrl();
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		String bundle = this.properties.getSsl().getBundle();
		if (!StringUtils.hasText(bundle)) {
			return null;
		}
		if (this.sslBundles == null) {
			throw new InvalidConfigurationException(
					"The property 'maton.ssl.bundle' names an SSL bundle, but there are none",
					"Define the bundle by 'spring.ssl.bundle', or remove 'maton.ssl.bundle'.");
		}
		try {
			return this.sslBundles.getBundle(bundle);
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidConfigurationException(
					"The property 'maton.ssl.bundle' names the SSL bundle '" + bundle + "', which there is not.",
					"Set 'maton.ssl.bundle' to one of " + this.sslBundles.getBundleNames()
							+ ", or define the bundle by 'spring.ssl.bundle'.");
		}
	}

}
