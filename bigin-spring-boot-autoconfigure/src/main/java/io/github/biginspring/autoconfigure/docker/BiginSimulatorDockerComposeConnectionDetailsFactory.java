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
package io.github.biginspring.autoconfigure.docker;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.util.StringUtils;

import io.github.biginspring.autoconfigure.MatonConnectionDetails;

/**
 * {@link DockerComposeConnectionDetailsFactory} to create {@link MatonConnectionDetails}
 * for a {@code bigin-simulator} service.
 */
class BiginSimulatorDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<MatonConnectionDetails> {

	private static final String CONNECTION_NAME = "bigin-simulator";

	private static final String CONNECTION_LABEL = "org.springframework.boot.service-connection";

	private static final int DEFAULT_PORT = 8080;

	protected BiginSimulatorDockerComposeConnectionDetailsFactory() {
		super(BiginSimulatorDockerComposeConnectionDetailsFactory::isSimulator);
	}

	/**
	 * Whether label or image name the simulator. Nobody publishes its image, so it bears
	 * the name of whoever has built it before its own.
	 */
	private static boolean isSimulator(DockerComposeConnectionSource source) {
		RunningService service = source.getRunningService();
		String label = service.labels().get(CONNECTION_LABEL);
		String name = (label != null) ? ImageReference.of(label).getName() : service.image().getName();
		return CONNECTION_NAME.equals(name.substring(name.lastIndexOf('/') + 1));
	}

	@Override
	protected MatonConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new BiginSimulatorDockerComposeConnectionDetails(source.getRunningService());
	}

	private static final class BiginSimulatorDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements MatonConnectionDetails {

		private final String apiKey;

		private final URI url;

		private BiginSimulatorDockerComposeConnectionDetails(RunningService service) {
			super(service);
			this.apiKey = variable(service, "BIGIN_SIMULATOR_API_KEY", "simulated-api-key");
			int port = port(variable(service, "BIGIN_SIMULATOR_PORT", Integer.toString(DEFAULT_PORT)));
			this.url = URI.create("http://" + service.host() + ":" + service.ports().get(port));
		}

		private static String variable(RunningService service, String name, String defaultValue) {
			@Nullable String value = service.env().get(name);
			return StringUtils.hasText(value) ? value : defaultValue;
		}

		private static int port(String text) {
			// what is no number keeps the simulator from starting, and says so there
			return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : DEFAULT_PORT;
		}

		@Override
		public String getApiKey() {
			return this.apiKey;
		}

		@Override
		public URI getGatewayUrl() {
			return this.url;
		}

		@Override
		public URI getControlUrl() {
			return this.url;
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
