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

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.limit.CreditLimit;

/**
 * Counts the credits that calls use, over a rolling 24 hours. Credits belong to an
 * organisation, so each connection has a count of its own; calls that name none, or the
 * configured one, share one. A connection takes about half a KB for each hour in which it
 * is used, and is forgotten when it has not been used for 24 hours. The counts begin with
 * the process, and know what others use of the same organisation's credits only when the
 * service says how many are left, as it may once half of them are used.
 *
 * @since 0.1.0
 */
public final class CreditLedger {

	private static final String DEFAULT_CONNECTION = "";

	private static final long SWEEP_NANOS = Duration.ofHours(1).toNanos();

	private final CreditLimit limit;

	private final @Nullable String connectionId;

	private final LongSupplier clock;

	private final Map<String, CreditAccount> accounts = new ConcurrentHashMap<>();

	private final AtomicLong sweptAt;

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
		this.sweptAt = new AtomicLong(clock.getAsLong());
	}

	/**
	 * Return how many credits calls that name no connection have used.
	 * @return the credits of the last 24 hours
	 */
	public long used() {
		return used(find(null));
	}

	/**
	 * Return how many credits a connection's calls have used.
	 * @param connectionId the id of the connection
	 * @return the credits of the last 24 hours
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public long used(String connectionId) {
		return used(find(UriVariable.connectionId(connectionId).value()));
	}

	/**
	 * Return how many credits are left for calls that name no connection.
	 * @return the credits, 0 or more, or {@code null} where no limit is set and the
	 * service has not said
	 */
	public @Nullable Long remaining() {
		return remaining(find(null));
	}

	/**
	 * Return how many credits are left for a connection's calls.
	 * @param connectionId the id of the connection
	 * @return the credits, 0 or more, or {@code null} where no limit is set and the
	 * service has not said
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public @Nullable Long remaining(String connectionId) {
		return remaining(find(UriVariable.connectionId(connectionId).value()));
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
		while (!account.reserve(call)) {
			// it was forgotten at the same time
			this.accounts.remove(key(call.connectionId()), account);
			account = account(call.connectionId());
		}
		return new CreditReservation(account, call.credits());
	}

	private static long used(@Nullable CreditAccount account) {
		return (account != null) ? account.used() : 0;
	}

	private @Nullable Long remaining(@Nullable CreditAccount account) {
		if (account != null) {
			return account.remaining();
		}
		return (this.limit.daily() != null) ? this.limit.daily().longValue() : null;
	}

	private @Nullable CreditAccount find(@Nullable String id) {
		return this.accounts.get(key(id));
	}

	private CreditAccount account(@Nullable String id) {
		CreditAccount account = find(id);
		if (account != null) {
			return account;
		}
		forgetIdle();
		return this.accounts.computeIfAbsent(key(id), this::open);
	}

	private String key(@Nullable String id) {
		return (id == null || id.equals(this.connectionId)) ? DEFAULT_CONNECTION : id;
	}

	// where there are more and more connections, one is opened every now and then
	private void forgetIdle() {
		long last = this.sweptAt.get();
		long now = this.clock.getAsLong();
		if (now - last >= SWEEP_NANOS && this.sweptAt.compareAndSet(last, now)) {
			this.accounts.values().removeIf(CreditAccount::closeIfIdle);
		}
	}

	/**
	 * Return how many connections are kept.
	 * @return those that were used in the last 24 hours, and perhaps some more
	 */
	int connections() {
		return this.accounts.size();
	}

	private CreditAccount open(String key) {
		return new CreditAccount(key.equals(DEFAULT_CONNECTION) ? "the default connection" : "connection " + key,
				this.limit, this.clock);
	}

}
