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

package io.github.biginspring.simulator.http;

import java.time.InstantSource;
import java.util.List;

import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ExtensionFactory;
import com.github.tomakehurst.wiremock.extension.WireMockServices;

import io.github.biginspring.simulator.fault.Faults;
import io.github.biginspring.simulator.organization.MatonAccount;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.SampleData;
import io.github.biginspring.simulator.request.ReceivedRequests;

/**
 * Makes the simulator known to any WireMock server that finds this jar among its
 * extensions. The API key is that of the environment variable {@code MATON_API_KEY}, or
 * else {@code simulated-api-key}. WireMock's admin API tells it of faults:
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
		InstantSource clock = InstantSource.system();
		String apiKey = System.getenv().getOrDefault("MATON_API_KEY", "simulated-api-key");
		MatonAccount account = new MatonAccount(apiKey, clock,
				Organization.builder().clock(clock).seed(new SampleData()).build());
		SimulatedService service = new SimulatedService(account, new Faults(clock), new ReceivedRequests(), true);
		return List.of(new BiginSimulatorExtension(service), new BiginSimulatorAdminExtension(service));
	}

}
