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
import java.util.stream.Collectors;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * Assertions for the requests that match an expectation.
 *
 * @since 0.1.0
 * @see BiginSimulatorAssert#received(ExpectedRequest)
 */
public final class ReceivedRequestsAssert extends AbstractAssert<ReceivedRequestsAssert, List<ReceivedRequest>> {

	private final ExpectedRequest expected;

	private final List<ReceivedRequest> matching;

	ReceivedRequestsAssert(List<ReceivedRequest> actual, ExpectedRequest expected) {
		super(actual, ReceivedRequestsAssert.class);
		this.expected = expected;
		this.matching = actual.stream().filter(expected::matches).toList();
	}

	/**
	 * Verify that there was one such request.
	 * @return this assertion
	 */
	public ReceivedRequestsAssert once() {
		return times(1);
	}

	/**
	 * Verify how many such requests there were. A call that was repeated is as many
	 * requests.
	 * @param count the number
	 * @return this assertion
	 */
	public ReceivedRequestsAssert times(int count) {
		if (this.matching.size() != count) {
			throw unexpected(Integer.toString(count));
		}
		return this;
	}

	/**
	 * Verify that there were at least so many such requests.
	 * @param count the number
	 * @return this assertion
	 */
	public ReceivedRequestsAssert atLeast(int count) {
		if (this.matching.size() < count) {
			throw unexpected("at least " + count);
		}
		return this;
	}

	/**
	 * Begin an assertion of the requests themselves.
	 * @return the assertion of the requests, oldest first
	 */
	public ListAssert<ReceivedRequest> requests() {
		return Assertions.assertThat(this.matching);
	}

	// neither headers nor bodies: they hold the key, and may hold a lot
	private AssertionError unexpected(String count) {
		String received = this.actual.stream()
			.map((request) -> System.lineSeparator() + "  " + request.method() + " " + request.path())
			.collect(Collectors.joining());
		return failure("Expected %s: %s%nReceived: %s, of all requests:%s", this.expected, count, this.matching.size(),
				received.isEmpty() ? " none" : received);
	}

}
