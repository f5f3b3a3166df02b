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

package io.github.biginspring.simulator.standalone;

import java.util.List;

import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.WireMockServices;

/**
 * Adds the simulator to any WireMock server that finds this jar among its extensions. It
 * is configured by the environment variables of the simulator, such as
 * {@code BIGIN_SIMULATOR_API_KEY}, by default {@code simulated-api-key}; port and address
 * are those of the server. What goes wrong is told by the admin API:
 * {@code POST /__admin/bigin/faults} with <code>{"status": 429, "count": 2}</code>.
 *
 * @since 0.1.0
 */
public final class BiginSimulatorExtensionFactory implements ExtensionFactory {

	/**
	 * Called by WireMock.
	 */
	public BiginSimulatorExtensionFactory() {
	}

	@Override
	public List<Extension> create(WireMockServices services) {
		return SimulatorOptions.of(new String[0], System.getenv()).toBuilder().extensions();
	}

}
