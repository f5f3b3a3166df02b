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
package io.github.biginspring.testcontainers;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.springframework.util.StringUtils;

import io.github.biginspring.autoconfigure.MatonConnectionDetails;

/**
 * Base class for factories of {@link MatonConnectionDetails} from a container in which
 * the simulator runs.
 *
 * @param <C> the container type
 */
abstract class AbstractSimulatorContainerConnectionDetailsFactory<C extends Container<?>>
		extends ContainerConnectionDetailsFactory<C, MatonConnectionDetails> {

	AbstractSimulatorContainerConnectionDetailsFactory(@Nullable String connectionName) {
		super(connectionName);
	}

	@Override
	protected MatonConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<C> source) {
		return new SimulatorContainerConnectionDetails<>(source);
	}

	private static final class SimulatorContainerConnectionDetails<C extends Container<?>>
			extends ContainerConnectionDetails<C> implements MatonConnectionDetails {

		private static final int PORT = 8080;

		private SimulatorContainerConnectionDetails(ContainerConnectionSource<C> source) {
			super(source);
		}

		@Override
		public String getApiKey() {
			Map<String, String> environment = getContainer().getEnvMap();
			String apiKey = environment.get("BIGIN_SIMULATOR_API_KEY");
			return StringUtils.hasText(apiKey) ? apiKey : "simulated-api-key";
		}

		@Override
		public URI getGatewayUrl() {
			return url();
		}

		@Override
		public URI getControlUrl() {
			return url();
		}

		private URI url() {
			return URI.create("http://" + getContainer().getHost() + ":" + getContainer().getMappedPort(PORT));
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return super.getSslBundle();
		}

		/**
		 * The Docker host may be another machine, and the key guards nothing.
		 */
		@Override
		public boolean isInsecureUrlAllowed() {
			return true;
		}

	}

}
