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

package io.github.biginspring.sample.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.github.biginspring.sample.OnSimulator;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.MatonAccount;

/**
 * What can be broken on the simulator, by name.
 */
@Component
@OnSimulator
class LabFaults {

	private static final String BIGIN = "/zoho-bigin/**";

	private static final int LOST_ANSWERS = 10;

	private final BiginSimulator simulator;

	private final Map<String, Runnable> faults = Map.of("rate-limit", this::limit, "lost-answers", this::loseAnswers,
			"server-errors", this::fail, "latency", this::delay, "expired", this::expire, "repair", this::repair);

	LabFaults(BiginSimulator simulator) {
		this.simulator = simulator;
	}

	@Nullable Runnable find(String name) {
		return this.faults.get(name);
	}

	// tag::faults[]
	private void limit() {
		this.simulator.faults().on(BIGIN).during(forSeconds(5), Fault.rateLimited().retryAfter(Duration.ofSeconds(1)));
	}

	// the worst that can happen to a write: it was carried out, and nobody knows
	private void loseAnswers() {
		this.simulator.faults()
			.on((request) -> request.method().equals("POST"))
			.next(LOST_ANSWERS, Fault.connectionReset().afterTakingEffect());
	}

	private void fail() {
		this.simulator.faults().on(BIGIN).during(forSeconds(3), Fault.internalError());
	}

	private void delay() {
		this.simulator.faults().on(BIGIN).during(forSeconds(10), Fault.latency(Duration.ofSeconds(2)));
	}
	// end::faults[]

	private void expire() {
		Connection connection = this.simulator.account().defaultConnection();
		if (connection != null) {
			connection.expire();
		}
	}

	// an expired connection is replaced by a new one, as its user would
	private void repair() {
		// back to those of the beginning: the rate limit is one
		this.simulator.faults().reset();
		MatonAccount account = this.simulator.account();
		List<Connection> expired = account.connections().stream().filter(Connection::isExpired).toList();
		expired.forEach((connection) -> account.deleteConnection(connection.id()));
		if (account.defaultConnection() == null) {
			account.connect(MatonAccount.BIGIN, "OAUTH2").activate();
		}
	}

	private static BooleanSupplier forSeconds(long seconds) {
		Instant end = Instant.now().plusSeconds(seconds);
		return () -> Instant.now().isBefore(end);
	}

}
