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

package io.github.biginspring.test.assertj;

import java.util.List;
import java.util.Map;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * Assertions for the requests that a simulator has received, and for its records.
 *
 * @since 0.1.0
 * @see BiginSimulatorAssertions#assertThat(BiginSimulator)
 */
public final class BiginSimulatorAssert extends AbstractAssert<BiginSimulatorAssert, BiginSimulator> {

	BiginSimulatorAssert(BiginSimulator actual) {
		super(actual, BiginSimulatorAssert.class);
	}

	/**
	 * Verify that there was at least one such request. How many there were is asserted of
	 * what this returns.
	 * @param expected the request
	 * @return the assertion of the requests that were as expected
	 */
	public ReceivedRequestsAssert received(ExpectedRequest expected) {
		return requests(expected).atLeast(1);
	}

	/**
	 * Verify that there was no such request.
	 * @param expected the request
	 * @return this assertion
	 */
	public BiginSimulatorAssert receivedNo(ExpectedRequest expected) {
		requests(expected).times(0);
		return this;
	}

	/**
	 * Begin an assertion of the records that the simulator holds.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return the assertion of the records, as the type, in the order of their ids
	 */
	public <T> ListAssert<T> records(Class<T> type) {
		isNotNull();
		return Assertions.assertThat(SimulatedRecords.of(this.actual).all(type));
	}

	/**
	 * Begin an assertion of the records that the simulator holds.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the assertion of the records' fields by API name, in the order of their ids
	 */
	public ListAssert<Map<String, @Nullable Object>> records(String module) {
		isNotNull();
		Assert.hasText(module, "'module' must not be empty");
		return Assertions.assertThat(this.actual.organization().records(module).all());
	}

	private ReceivedRequestsAssert requests(ExpectedRequest expected) {
		isNotNull();
		Assert.notNull(expected, "'expected' must not be null");
		List<ReceivedRequest> all = this.actual.requests().all();
		return new ReceivedRequestsAssert(all, expected);
	}

}
