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

package io.github.biginspring.simulator.organization;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Builds an {@link Organization}.
 *
 * @since 0.1.0
 */
public final class OrganizationBuilder {

	private static final int GREATEST_NUMBER = 999_999;

	InstantSource clock = InstantSource.system();

	ZoneId zone = ZoneOffset.ofHours(-8);

	Duration searchLag = Duration.ZERO;

	PageLimits pageLimits = PageLimits.defaults();

	Set<Check> lenient = EnumSet.noneOf(Check.class);

	boolean describesDuplicates;

	long dailyCredits = Credits.UNLIMITED;

	int number;

	Consumer<Organization> seed = (organization) -> {
	};

	OrganizationBuilder() {
	}

	/**
	 * Where the time comes from.
	 * @param clock the clock, by default that of the system
	 * @return this
	 */
	public OrganizationBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * The zone in which date-times are shown.
	 * @param zone the zone, by default eight hours behind UTC
	 * @return this
	 */
	public OrganizationBuilder zone(ZoneId zone) {
		this.zone = zone;
		return this;
	}

	/**
	 * How long a write takes to show up in searches.
	 * @param searchLag the lag, by default none; that of Bigin is 10 to 20 seconds
	 * @return this
	 */
	public OrganizationBuilder searchLag(Duration searchLag) {
		this.searchLag = searchLag;
		return this;
	}

	/**
	 * How far lists and searches reach.
	 * @param pageLimits the limits, by default those of Bigin
	 * @return this
	 */
	public OrganizationBuilder pageLimits(PageLimits pageLimits) {
		this.pageLimits = pageLimits;
		return this;
	}

	/**
	 * What the calls of 24 hours may cost.
	 * @param dailyCredits the credits, by default unlimited; Bigin gives 5,000 for free
	 * @return this
	 * @see Credits
	 */
	public OrganizationBuilder dailyCredits(long dailyCredits) {
		this.dailyCredits = dailyCredits;
		return this;
	}

	/**
	 * Leave out checks that the live service may not make.
	 * @param checks the checks to leave out, by default none
	 * @return this
	 */
	public OrganizationBuilder lenient(Check... checks) {
		return lenient(List.of(checks));
	}

	/**
	 * Leave out checks that the live service may not make.
	 * @param checks the checks to leave out, by default none
	 * @return this
	 */
	public OrganizationBuilder lenient(Collection<Check> checks) {
		this.lenient.addAll(checks);
		return this;
	}

	/**
	 * Whether {@code DUPLICATE_DATA} describes the record that is there already, as the
	 * newer form of the response does, or gives its id alone.
	 * @param describesDuplicates whether it does, by default it gives the id alone
	 * @return this
	 */
	public OrganizationBuilder describesDuplicates(boolean describesDuplicates) {
		this.describesDuplicates = describesDuplicates;
		return this;
	}

	/**
	 * Which organisation this is: ids of organisations with different numbers differ.
	 * @param number the number, 0 to 999,999, by default 0
	 * @return this
	 */
	public OrganizationBuilder number(int number) {
		if (number < 0 || number > GREATEST_NUMBER) {
			throw new IllegalArgumentException(
					"The number of an organisation must be from 0 to " + GREATEST_NUMBER + ", not " + number);
		}
		this.number = number;
		return this;
	}

	/**
	 * What the organisation holds at the beginning and after each reset.
	 * @param seed adds records, by default nothing; see {@link SampleData}
	 * @return this
	 */
	public OrganizationBuilder seed(Consumer<Organization> seed) {
		this.seed = seed;
		return this;
	}

	/**
	 * Make the organisation.
	 * @return an organisation of its own at each call
	 */
	public Organization build() {
		return new Organization(this);
	}

}
