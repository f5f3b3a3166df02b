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

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

import io.github.biginspring.simulator.fault.Faults;
import io.github.biginspring.simulator.http.BiginSimulatorExtension;
import io.github.biginspring.simulator.http.SimulatedService;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.MatonAccount;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.OrganizationBuilder;
import io.github.biginspring.simulator.request.ReceivedRequests;

/**
 * Zoho Bigin behind the Maton gateway, simulated in this process on a port of the
 * loopback interface. It keeps state: what is written can be read. Safe for use by
 * several threads. <pre class="code">
 * try (BiginSimulator simulator = BiginSimulator.start()) {
 *     simulator.organization().records("Contacts").add(Map.of("Last_Name", "Watson"));
 *     simulator.faults().on("GET /Contacts").next(2, Fault.rateLimited());
 *     // ... call simulator.url() with simulator.apiKey() ...
 *     assertThat(simulator.requests().count("GET /Contacts")).isEqualTo(3);
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class BiginSimulator implements AutoCloseable {

	private static final int CONTAINER_THREADS = 128;

	private final MatonAccount account;

	private final Faults faults;

	private final ReceivedRequests requests = new ReceivedRequests();

	private final IntFunction<OrganizationBuilder> organizations;

	private final AtomicInteger organizationCount = new AtomicInteger();

	private final WireMockServer server;

	BiginSimulator(BiginSimulatorBuilder builder) {
		this.organizations = builder.organizations();
		this.account = new MatonAccount(builder.apiKey, builder.clock,
				this.organizations.apply(0).seed(builder.seed).build());
		this.faults = new Faults(builder.clock);
		SimulatedService service = new SimulatedService(this.account, this.faults, this.requests,
				builder.notifications);
		this.server = new WireMockServer(WireMockConfiguration.options()
			.port(builder.port)
			.bindAddress(builder.bindAddress)
			.containerThreads(CONTAINER_THREADS)
			.disableRequestJournal()
			.stubRequestLoggingDisabled(true)
			.http2PlainDisabled(true)
			.extensions(new BiginSimulatorExtension(service)));
		this.server.start();
	}

	/**
	 * Start a simulator with sample data on a free port.
	 * @return the simulator, ready to respond
	 */
	public static BiginSimulator start() {
		return builder().start();
	}

	/**
	 * Start to describe a simulator.
	 * @return a builder
	 */
	public static BiginSimulatorBuilder builder() {
		return new BiginSimulatorBuilder();
	}

	/**
	 * Where the simulator listens: the base URL of the gateway,
	 * {@code /zoho-bigin/bigin/v2/...}, and of the control plane, {@code /connections}.
	 * @return scheme, host and port, without a slash at the end
	 */
	public String url() {
		return "http://localhost:" + this.server.port();
	}

	/**
	 * The key that requests must carry.
	 * @return the API key
	 */
	public String apiKey() {
		return this.account.apiKey();
	}

	/**
	 * The account and its connections.
	 * @return the Maton account
	 */
	public MatonAccount account() {
		return this.account;
	}

	/**
	 * The organisation behind all connections for which no other was given.
	 * @return the organisation
	 */
	public Organization organization() {
		return this.account.organization();
	}

	/**
	 * One connection of the account.
	 * @param id the id of the connection
	 * @return the connection
	 * @throws NoSuchElementException if there is no such connection
	 */
	public Connection connection(String id) {
		Connection connection = this.account.findConnection(id);
		if (connection == null) {
			throw new NoSuchElementException("No connection '" + id + "'");
		}
		return connection;
	}

	/**
	 * Add an active connection to an organisation of its own, which is empty at first.
	 * @return the connection
	 */
	public Connection addConnection() {
		Organization organization = this.organizations.apply(this.organizationCount.incrementAndGet()).build();
		return this.account.connect(MatonAccount.BIGIN, "OAUTH2").to(organization).activate();
	}

	/**
	 * What goes wrong.
	 * @return the faults
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * What was received.
	 * @return the requests
	 */
	public ReceivedRequests requests() {
		return this.requests;
	}

	/**
	 * Go back to the beginning: data, connections, faults and requests.
	 */
	public void reset() {
		this.faults.clear();
		this.account.reset();
		this.requests.clear();
	}

	/**
	 * Stop to listen.
	 */
	@Override
	public void close() {
		this.server.stop();
	}

	@Override
	public String toString() {
		return "BiginSimulator on " + url();
	}

}
