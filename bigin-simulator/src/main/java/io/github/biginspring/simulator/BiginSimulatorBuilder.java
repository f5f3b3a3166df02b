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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import com.github.tomakehurst.wiremock.extension.Extension;

import io.github.biginspring.simulator.admin.BiginSimulatorAdminExtension;
import io.github.biginspring.simulator.clock.SimulatedClock;
import io.github.biginspring.simulator.fault.Faults;
import io.github.biginspring.simulator.http.BiginSimulatorExtension;
import io.github.biginspring.simulator.http.SimulatedService;
import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Check;
import io.github.biginspring.simulator.organization.Credits;
import io.github.biginspring.simulator.organization.MatonAccount;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.OrganizationBuilder;
import io.github.biginspring.simulator.organization.PageLimits;
import io.github.biginspring.simulator.organization.SampleData;
import io.github.biginspring.simulator.organization.SeedData;
import io.github.biginspring.simulator.request.ReceivedRequests;

/**
 * Builds and starts a {@link BiginSimulator}.
 *
 * @since 0.1.0
 */
public final class BiginSimulatorBuilder {

	private static final int GREATEST_PORT = 65535;

	int port;

	String bindAddress = "127.0.0.1";

	private String apiKey = "simulated-api-key";

	InstantSource clock = InstantSource.system();

	private Consumer<Organization> seed = new SampleData();

	private boolean notifications = true;

	private Consumer<Faults> faults = (none) -> {
	};

	private ZoneId zone = ZoneOffset.ofHours(-8);

	private Duration searchLag = Duration.ZERO;

	private PageLimits pageLimits = PageLimits.defaults();

	private boolean describesDuplicates;

	private final Set<Check> lenient = EnumSet.noneOf(Check.class);

	private long dailyCredits = Credits.UNLIMITED;

	BiginSimulatorBuilder() {
	}

	/**
	 * Describes organisations by their number, the way the builder stands now.
	 * @param clock where the time comes from
	 * @return gives a builder of an empty organisation
	 */
	IntFunction<OrganizationBuilder> organizations(InstantSource clock) {
		ZoneId zone = this.zone;
		Duration searchLag = this.searchLag;
		PageLimits pageLimits = this.pageLimits;
		long dailyCredits = this.dailyCredits;
		Set<Check> lenient = Set.copyOf(this.lenient);
		boolean describesDuplicates = this.describesDuplicates;
		return (number) -> Organization.builder()
			.number(number)
			.clock(clock)
			.zone(zone)
			.searchLag(searchLag)
			.pageLimits(pageLimits)
			.lenient(lenient)
			.describesDuplicates(describesDuplicates)
			.dailyCredits(dailyCredits);
	}

	SimulatedService service(SimulatedClock clock) {
		Organization organization = organizations(clock).apply(0).seed(this.seed).build();
		MatonAccount account = new MatonAccount(this.apiKey, clock, organization);
		return new SimulatedService(account, clock, new Faults(clock, this.faults), new ReceivedRequests(),
				this.notifications);
	}

	static Extension[] extensions(SimulatedService service) {
		return new Extension[] { new BiginSimulatorExtension(service), new BiginSimulatorAdminExtension(service) };
	}

	/**
	 * The port to listen on.
	 * @param port the port, by default 0 for any that is free
	 * @return this
	 */
	public BiginSimulatorBuilder port(int port) {
		if (port < 0 || port > GREATEST_PORT) {
			throw new IllegalArgumentException(port + " is no port: give a number from 0 to " + GREATEST_PORT);
		}
		this.port = port;
		return this;
	}

	/**
	 * The address to listen on.
	 * @param bindAddress the address, by default that of the loopback interface
	 * @return this
	 */
	public BiginSimulatorBuilder bindAddress(String bindAddress) {
		this.bindAddress = bindAddress;
		return this;
	}

	/**
	 * The key that requests must carry.
	 * @param apiKey the API key, by default {@code simulated-api-key}
	 * @return this
	 */
	public BiginSimulatorBuilder apiKey(String apiKey) {
		this.apiKey = apiKey;
		return this;
	}

	/**
	 * Where the time comes from.
	 * @param clock the clock, by default that of the system
	 * @return this
	 */
	public BiginSimulatorBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * The zone in which date-times are shown.
	 * @param zone the zone, by default eight hours behind UTC
	 * @return this
	 */
	public BiginSimulatorBuilder zone(ZoneId zone) {
		this.zone = zone;
		return this;
	}

	/**
	 * What the organisation holds at the beginning and after each reset.
	 * @param seed adds records, by default {@link SampleData}
	 * @return this
	 */
	public BiginSimulatorBuilder seed(Consumer<Organization> seed) {
		this.seed = seed;
		return this;
	}

	/**
	 * Begin with the records of a file, and no others. The file is JSON, in UTF-8: the
	 * records of each module by its API name, such as
	 * <code>{"Contacts": [{"Last_Name": "Watson"}]}</code>; see {@link SeedData} for how
	 * they refer to each other. Or it is what {@link BiginSimulator#snapshot()} returned.
	 * @param file the file, which is read at once
	 * @return this
	 * @throws IllegalArgumentException if it cannot be read, or is of another form
	 */
	public BiginSimulatorBuilder seedFile(Path file) {
		if (file == null) {
			throw new IllegalArgumentException("'file' must not be null: give the path of a file with JSON");
		}
		try {
			return seed(new SeedData(JsonBody.parse(Files.readAllBytes(file))));
		}
		catch (NoSuchFileException ex) {
			throw new IllegalArgumentException("There is no file " + file + ": give the path of a file with JSON", ex);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(
					"The file " + file + " cannot be read: give the path of a file with JSON", ex);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("The file " + file + " is no seed. " + ex.getMessage(), ex);
		}
	}

	/**
	 * Begin with one user and no records.
	 * @return this
	 */
	public BiginSimulatorBuilder empty() {
		return seed((organization) -> {
		});
	}

	/**
	 * What the calls of 24 hours may cost. Once half is spent, each response of Bigin
	 * carries {@code X-API-CREDITS-REMAINING}; once all is spent, calls are refused with
	 * status 429.
	 * @param dailyCredits the credits of each organisation, by default unlimited; Bigin
	 * gives 5,000 for free
	 * @return this
	 */
	public BiginSimulatorBuilder dailyCredits(long dailyCredits) {
		this.dailyCredits = dailyCredits;
		return this;
	}

	/**
	 * How long a write takes to show up in searches.
	 * @param searchLag the lag, by default none; that of Bigin is 10 to 20 seconds
	 * @return this
	 */
	public BiginSimulatorBuilder searchLag(Duration searchLag) {
		this.searchLag = searchLag;
		return this;
	}

	/**
	 * How far lists and searches reach.
	 * @param pageLimits the limits, by default those of Bigin
	 * @return this
	 */
	public BiginSimulatorBuilder pageLimits(PageLimits pageLimits) {
		this.pageLimits = pageLimits;
		return this;
	}

	/**
	 * Leave out checks that the live service may not make.
	 * @param checks the checks to leave out, by default none
	 * @return this
	 */
	public BiginSimulatorBuilder lenient(Check... checks) {
		this.lenient.addAll(List.of(checks));
		return this;
	}

	/**
	 * Whether {@code DUPLICATE_DATA} describes the record that is there already, as the
	 * newer form of the response does, or gives its id alone.
	 * @param describesDuplicates whether it does, by default it gives the id alone
	 * @return this
	 */
	public BiginSimulatorBuilder describesDuplicates(boolean describesDuplicates) {
		this.describesDuplicates = describesDuplicates;
		return this;
	}

	/**
	 * Whether the channels that were opened by {@code /actions/watch} send their
	 * messages.
	 * @param notifications whether they do, by default they do
	 * @return this
	 */
	public BiginSimulatorBuilder notifications(boolean notifications) {
		this.notifications = notifications;
		return this;
	}

	/**
	 * Refuse requests above a rate with status 429, from the beginning and after each
	 * reset. Up to {@code count} requests can come at once; then they become free evenly.
	 * @param count how many requests, by default any number
	 * @param period in which time
	 * @return this
	 * @see Faults#limitRate(int, Duration)
	 */
	public BiginSimulatorBuilder rateLimit(int count, Duration period) {
		return faults((faults) -> faults.limitRate(count, period));
	}

	/**
	 * Refuse requests above a rate with status 429, from the beginning and after each
	 * reset.
	 * @param rate how many requests in which time, such as {@code 10/s}
	 * @return this
	 * @throws IllegalArgumentException if the text is of another form
	 * @see Faults#limitRate(String)
	 */
	public BiginSimulatorBuilder rateLimit(String rate) {
		return faults((faults) -> faults.limitRate(rate));
	}

	/**
	 * Let all responses come late, from the beginning and after each reset.
	 * @param latency how late, by default at once
	 * @return this
	 * @see Faults#latency(Duration)
	 */
	public BiginSimulatorBuilder latency(Duration latency) {
		return faults((faults) -> faults.latency(latency));
	}

	private BiginSimulatorBuilder faults(Consumer<Faults> initial) {
		// a wrong value is to be told here, not at the start
		initial.accept(new Faults(this.clock));
		this.faults = this.faults.andThen(initial);
		return this;
	}

	/**
	 * Describe the simulator as extensions of a WireMock server, whose stubs come before
	 * it. Port and address are those of the server.
	 * @return the extensions, to be given to one server
	 */
	public List<Extension> extensions() {
		return List.of(extensions(service(new SimulatedClock(this.clock))));
	}

	/**
	 * Start the simulator.
	 * @return the simulator, ready to respond
	 */
	public BiginSimulator start() {
		return new BiginSimulator(this);
	}

}
