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

import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.ListenerFailures;

/**
 * The gauges of the credits of one connection. What is left is not known from the start
 * where no limit is set, so its gauge comes once it is known, and from then on holds what
 * was known last: a gauge without a number would spoil every sum and every alert.
 */
public final class CreditMeters {

	private final MeterRegistry registry;

	private final CreditLedger ledger;

	private final @Nullable String connectionId;

	private final Tags tags;

	private final AtomicBoolean remainingShown = new AtomicBoolean();

	private volatile long lastRemaining;

	/**
	 * Create the gauges.
	 * @param registry takes them
	 * @param ledger counts the credits
	 * @param connectionId the connection, or {@code null} where the gateway chooses
	 * @param connectionName what meters call the connection
	 */
	public CreditMeters(MeterRegistry registry, CreditLedger ledger, @Nullable String connectionId,
			String connectionName) {
		this.registry = registry;
		this.ledger = ledger;
		this.connectionId = connectionId;
		this.tags = Tags.of("bigin.connection", connectionName);
		Gauge.builder("bigin.credits.used", this, CreditMeters::used)
			.description("Credits that calls have used in the last 24 hours")
			.strongReference(true)
			.tags(this.tags)
			.register(registry);
		showRemaining();
	}

	/**
	 * An attempt at a call has ended, and its response may have said how many credits are
	 * left.
	 */
	public void responded() {
		if (!this.remainingShown.get()) {
			try {
				showRemaining();
			}
			catch (RuntimeException ex) {
				// the call is none the worse for it
				new ListenerFailures().failed(this.registry, ex);
			}
		}
	}

	private void showRemaining() {
		Long remaining = known();
		if (remaining != null && this.remainingShown.compareAndSet(false, true)) {
			this.lastRemaining = remaining;
			Gauge.builder("bigin.credits.remaining", this, CreditMeters::remaining)
				.description("Credits that are left, as far as was known last")
				.strongReference(true)
				.tags(this.tags)
				.register(this.registry);
		}
	}

	private double used() {
		return (this.connectionId != null) ? this.ledger.used(this.connectionId) : this.ledger.used();
	}

	private double remaining() {
		Long remaining = known();
		if (remaining != null) {
			this.lastRemaining = remaining;
		}
		return this.lastRemaining;
	}

	private @Nullable Long known() {
		return (this.connectionId != null) ? this.ledger.remaining(this.connectionId) : this.ledger.remaining();
	}

}
