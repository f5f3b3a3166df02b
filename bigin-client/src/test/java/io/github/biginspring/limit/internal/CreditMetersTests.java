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
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.limit.CreditLimit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CreditMeters}.
 */
class CreditMetersTests {

	private static final BiginCall<Void> CALL = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
		.discardResponse();

	private final AtomicLong nanos = new AtomicLong();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void whatIsLeftIsThereFromTheStartWhereALimitIsSet() {
		CreditLedger ledger = ledger(CreditLimit.daily(10));
		new CreditMeters(this.registry, ledger, null, "default");
		assertThat(gauge("remaining", "default")).isEqualTo(10);
		attempt(ledger, CALL, null);
		assertThat(gauge("remaining", "default")).isEqualTo(9);
		assertThat(gauge("used", "default")).isOne();
	}

	@Test
	void whatIsLeftIsThereOnceTheServiceHasSaidIt() {
		CreditLedger ledger = ledger(CreditLimit.none());
		CreditMeters meters = new CreditMeters(this.registry, ledger, null, "default");
		attempt(ledger, CALL, null);
		meters.responded();
		assertThat(gauge("remaining", "default")).isNull();
		attempt(ledger, CALL, "40");
		meters.responded();
		assertThat(gauge("remaining", "default")).isEqualTo(40);
		attempt(ledger, CALL, null);
		assertThat(gauge("remaining", "default")).isEqualTo(39);
	}

	@Test
	void whatIsLeftStaysWhatWasKnownLastWhenTheCountIsForgotten() {
		CreditLedger ledger = ledger(CreditLimit.none());
		CreditMeters meters = new CreditMeters(this.registry, ledger, null, "default");
		attempt(ledger, CALL, "40");
		meters.responded();
		assertThat(gauge("remaining", "default")).isEqualTo(40);
		this.nanos.addAndGet(Duration.ofDays(3).toNanos());
		// another connection is opened, and those that were idle are forgotten
		attempt(ledger, CALL.onConnection("other"), null);
		assertThat(ledger.remaining()).isNull();
		assertThat(gauge("remaining", "default")).isEqualTo(40);
		assertThat(gauge("used", "default")).isZero();
	}

	@Test
	void tellsConnectionsFromOneAnother() {
		CreditLedger ledger = ledger(CreditLimit.daily(10));
		new CreditMeters(this.registry, ledger, null, "default");
		new CreditMeters(this.registry, ledger, "p1", "paris");
		attempt(ledger, CALL, null);
		attempt(ledger, CALL.onConnection("p1"), null);
		attempt(ledger, CALL.onConnection("p1"), null);
		assertThat(gauge("used", "default")).isEqualTo(1);
		assertThat(gauge("used", "paris")).isEqualTo(2);
		assertThat(gauge("remaining", "paris")).isEqualTo(8);
	}

	private CreditLedger ledger(CreditLimit limit) {
		return new CreditLedger(limit, null, this.nanos::get);
	}

	private static void attempt(CreditLedger ledger, BiginCall<?> call, @Nullable String remaining) {
		CreditReservation reservation = ledger.reserve(call);
		reservation.sent();
		HttpHeaders headers = new HttpHeaders();
		if (remaining != null) {
			headers.set("X-API-CREDITS-REMAINING", remaining);
		}
		reservation.responded(200, headers);
	}

	private @Nullable Double gauge(String name, String connection) {
		var gauge = this.registry.find("bigin.credits." + name).tag("bigin.connection", connection).gauge();
		return (gauge != null) ? gauge.value() : null;
	}

}
