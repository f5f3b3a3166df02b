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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

import io.github.biginspring.simulator.clock.SimulatedClock;
import io.github.biginspring.simulator.fault.Faults;
import io.github.biginspring.simulator.http.SimulatedService;
import io.github.biginspring.simulator.json.JsonBody;
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

	private final SimulatedService service;

	private final IntFunction<OrganizationBuilder> organizations;

	private final AtomicInteger organizationCount = new AtomicInteger();

	private final String host;

	private final WireMockServer server;

	BiginSimulator(BiginSimulatorBuilder builder) {
		SimulatedClock clock = new SimulatedClock(builder.clock);
		this.organizations = builder.organizations(clock);
		this.service = builder.service(clock);
		this.host = host(builder.bindAddress);
		this.server = new WireMockServer(WireMockConfiguration.options()
			.port(builder.port)
			.bindAddress(builder.bindAddress)
			.containerThreads(CONTAINER_THREADS)
			.disableRequestJournal()
			.stubRequestLoggingDisabled(true)
			.http2PlainDisabled(true)
			.httpClientFactory(new ProxyClientFactory())
			.mappingSource(new UnsavedMappings())
			.extensions(BiginSimulatorBuilder.extensions(this.service)));
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
		return "http://" + this.host + ":" + this.server.port();
	}

	/**
	 * The name by which this machine reaches an address that it listens on.
	 * @param bindAddress the address
	 * @return the host of a URL
	 */
	private static String host(String bindAddress) {
		if (List.of("127.0.0.1", "0.0.0.0", "::", "::1").contains(bindAddress)) {
			return "localhost";
		}
		return bindAddress.contains(":") ? "[" + bindAddress + "]" : bindAddress;
	}

	/**
	 * The key that requests must carry.
	 * @return the API key
	 */
	public String apiKey() {
		return account().apiKey();
	}

	/**
	 * The account and its connections.
	 * @return the Maton account
	 */
	public MatonAccount account() {
		return this.service.account();
	}

	/**
	 * The organisation behind all connections for which no other was given.
	 * @return the organisation
	 */
	public Organization organization() {
		return account().organization();
	}

	/**
	 * One connection of the account.
	 * @param id the id of the connection
	 * @return the connection
	 * @throws NoSuchElementException if there is no such connection
	 */
	public Connection connection(String id) {
		Connection connection = account().findConnection(id);
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
		return account().connect(MatonAccount.BIGIN, "OAUTH2").to(organization).activate();
	}

	/**
	 * The faults of the simulator, which a test plans.
	 * @return the faults
	 */
	public Faults faults() {
		return this.service.faults();
	}

	/**
	 * What was received.
	 * @return the requests
	 */
	public ReceivedRequests requests() {
		return this.service.requests();
	}

	/**
	 * The time as the simulator takes it to be.
	 * @return the clock, which can be moved forward
	 */
	public SimulatedClock clock() {
		return this.service.clock();
	}

	/**
	 * All that the organisation holds, with its ids, to {@link #restore} it in this or
	 * another simulator, or to begin with it; see {@link Organization#snapshot()} for
	 * what belongs to it.
	 * @return JSON
	 */
	public String snapshot() {
		return new String(JsonBody.write(organization().snapshot()), StandardCharsets.UTF_8);
	}

	/**
	 * Hold what an organisation held before, in place of what this one holds.
	 * @param snapshot what {@link #snapshot()} returned
	 * @throws IllegalArgumentException if it is no snapshot, or needs modules or fields
	 * that are not defined; then nothing has changed
	 */
	public void restore(String snapshot) {
		if (snapshot == null) {
			throw new IllegalArgumentException("'snapshot' must not be null: give what snapshot() returned");
		}
		organization().restore(JsonBody.parse(snapshot.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Go back to the beginning: clock, data, connections, faults and requests.
	 */
	public void reset() {
		this.service.reset();
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
