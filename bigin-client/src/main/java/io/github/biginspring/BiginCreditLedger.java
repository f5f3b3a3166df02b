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

package io.github.biginspring;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.limit.CreditLimit;
import io.github.biginspring.limit.internal.CreditLedger;

/**
 * Counts the API credits that calls use over a rolling 24 hours. Credits belong to an
 * organisation, so each connection has a count of its own; calls without a connection,
 * and those on the configured one, share one. A connection takes about half a KB for each
 * hour in which it is used, and is forgotten after 24 hours without a call. Counts start
 * with the process, and include what others use of the same organisation's credits only
 * when the service reports how many are left, as it may once half of them are used.
 *
 * @since 0.1.0
 * @see BiginTemplateBuilder#creditLedger(BiginCreditLedger)
 */
public final class BiginCreditLedger {

	private final CreditLedger ledger;

	private BiginCreditLedger(CreditLedger ledger) {
		this.ledger = ledger;
	}

	/**
	 * Create a ledger.
	 * @param limit how many credits each connection may use
	 * @param connectionId the connection that the template is configured with, of which
	 * {@link #used()} and {@link #remaining()} tell, or {@code null} where the gateway
	 * chooses
	 * @return the ledger
	 * @throws IllegalArgumentException if that is not a connection id
	 */
	public static BiginCreditLedger of(CreditLimit limit, @Nullable String connectionId) {
		Assert.notNull(limit, "'limit' must not be null");
		String configured = (connectionId != null) ? UriVariable.connectionId(connectionId).value() : null;
		return new BiginCreditLedger(new CreditLedger(limit, configured, System::nanoTime));
	}

	/**
	 * Return how many credits calls that name no connection have used.
	 * @return the credits of the last 24 hours
	 */
	public long used() {
		return this.ledger.used();
	}

	/**
	 * Return how many credits a connection's calls have used.
	 * @param connectionId the id of the connection
	 * @return the credits of the last 24 hours
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public long used(String connectionId) {
		return this.ledger.used(connectionId);
	}

	/**
	 * Return how many credits are left for calls that name no connection.
	 * @return the credits, 0 or more, or {@code null} where no limit is set and the
	 * service has not said
	 */
	public @Nullable Long remaining() {
		return this.ledger.remaining();
	}

	/**
	 * Return how many credits are left for a connection's calls.
	 * @param connectionId the id of the connection
	 * @return the credits, 0 or more, or {@code null} where no limit is set and the
	 * service has not said
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public @Nullable Long remaining(String connectionId) {
		return this.ledger.remaining(connectionId);
	}

	CreditLedger ledger() {
		return this.ledger;
	}

}
