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

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import io.github.biginspring.simulator.organization.Check;
import io.github.biginspring.simulator.organization.Credits;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.OrganizationBuilder;
import io.github.biginspring.simulator.organization.PageLimits;
import io.github.biginspring.simulator.organization.SampleData;

/**
 * Describes a {@link BiginSimulator}.
 *
 * @since 0.1.0
 */
public final class BiginSimulatorBuilder {

	int port;

	String bindAddress = "127.0.0.1";

	String apiKey = "simulated-api-key";

	InstantSource clock = InstantSource.system();

	Consumer<Organization> seed = new SampleData();

	boolean notifications = true;

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
	 * @return gives a builder of an empty organisation
	 */
	IntFunction<OrganizationBuilder> organizations() {
		InstantSource clock = this.clock;
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

	/**
	 * The port to listen on.
	 * @param port the port, by default 0 for any that is free
	 * @return this
	 */
	public BiginSimulatorBuilder port(int port) {
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
	 * Start the simulator.
	 * @return the simulator, ready to respond
	 */
	public BiginSimulator start() {
		return new BiginSimulator(this);
	}

}
