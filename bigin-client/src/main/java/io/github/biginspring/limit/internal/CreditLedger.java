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

package io.github.biginspring.limit.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.limit.CreditLimit;

/**
 * Counts the credits that calls use, over a rolling 24 hours. Credits belong to an
 * organisation, so each connection has a count of its own; calls that name none, or the
 * configured one, share one. The counts take about 12 KB for each connection. They begin
 * with the process, and know what others use of the same organisation's credits only when
 * the service says how many are left, as it may once half of them are used.
 *
 * @since 0.1.0
 */
public final class CreditLedger {

	private static final String DEFAULT_CONNECTION = "";

	private final CreditLimit limit;

	private final @Nullable String connectionId;

	private final LongSupplier clock;

	private final Map<String, CreditAccount> accounts = new ConcurrentHashMap<>();

	/**
	 * Create a ledger.
	 * @param limit how many credits each connection may use
	 * @param connectionId the connection that the template is configured with, of which
	 * {@link #used()} and {@link #remaining()} tell, or {@code null} where the gateway
	 * chooses
	 * @param clock tells the time in nanoseconds, and never goes back, as the wall clock
	 * may
	 */
	public CreditLedger(CreditLimit limit, @Nullable String connectionId, LongSupplier clock) {
		this.limit = limit;
		this.connectionId = connectionId;
		this.clock = clock;
	}

	/**
	 * Return how many credits calls that name no connection have used.
	 * @return the credits of the last 24 hours
	 */
	public long used() {
		return account(null).used();
	}

	/**
	 * Return how many credits a connection's calls have used.
	 * @param connectionId the id of the connection
	 * @return the credits of the last 24 hours
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public long used(String connectionId) {
		return account(UriVariable.connectionId(connectionId).value()).used();
	}

	/**
	 * Return how many credits are left for calls that name no connection.
	 * @return the credits, 0 or more, or {@code null} where no limit is set and the
	 * service has not said
	 */
	public @Nullable Long remaining() {
		return account(null).remaining();
	}

	/**
	 * Return how many credits are left for a connection's calls.
	 * @param connectionId the id of the connection
	 * @return the credits, 0 or more, or {@code null} where no limit is set and the
	 * service has not said
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public @Nullable Long remaining(String connectionId) {
		return account(UriVariable.connectionId(connectionId).value()).remaining();
	}

	/**
	 * Reserve the credits of one attempt at a call.
	 * @param call the call
	 * @return the reservation, to be told what becomes of the attempt
	 * @throws io.github.biginspring.error.BiginCreditLimitException if there are not
	 * enough left
	 */
	public CreditReservation reserve(BiginCall<?> call) {
		CreditAccount account = account(call.connectionId());
		account.reserve(call);
		return new CreditReservation(account, call.credits());
	}

	private CreditAccount account(@Nullable String id) {
		String key = (id == null || id.equals(this.connectionId)) ? DEFAULT_CONNECTION : id;
		CreditAccount account = this.accounts.get(key);
		return (account != null) ? account : this.accounts.computeIfAbsent(key, this::open);
	}

	private CreditAccount open(String key) {
		return new CreditAccount(key.equals(DEFAULT_CONNECTION) ? "the default connection" : "connection " + key,
				this.limit, this.clock);
	}

}
