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
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.CapturedLog;
import io.github.biginspring.LogCaptureExtension;
import io.github.biginspring.error.BiginCreditLimitException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.limit.CreditLimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CreditLedger}, by a clock of its own.
 */
@ExtendWith(LogCaptureExtension.class)
class CreditLedgerTests {

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - Duration.ofHours(1).toNanos());

	private CreditLedger ledger = ledger(CreditLimit.none());

	@Test
	void countsWhatIsSent() {
		send(call(1));
		send(call(10));
		assertThat(this.ledger.used()).isEqualTo(11);
	}

	@Test
	void doesNotCountWhatIsNotSent() {
		CreditReservation charge = this.ledger.reserve(call(10));
		assertThat(this.ledger.used()).isZero();
		charge.end();
		assertThat(this.ledger.used()).isZero();
	}

	@Test
	void countsAnAttemptOnceThoughTheRequestIsWrittenTwice() {
		CreditReservation charge = this.ledger.reserve(call(3));
		charge.sent();
		charge.sent();
		charge.end();
		charge.end();
		assertThat(this.ledger.used()).isEqualTo(3);
	}

	@Test
	void creditsComeFreeAfterADay() {
		send(call(5));
		pass(Duration.ofHours(12));
		send(call(7));
		pass(Duration.ofHours(12));
		assertThat(this.ledger.used()).as("a whole day is not over before the minute is").isEqualTo(12);
		pass(Duration.ofMinutes(1));
		assertThat(this.ledger.used()).isEqualTo(7);
		pass(Duration.ofHours(12));
		assertThat(this.ledger.used()).isZero();
	}

	@Test
	void creditsOfEveryMinuteComeFreeInTurn() {
		for (int minute = 0; minute < 5 * 24 * 60; minute++) {
			send(call(1));
			assertThat(this.ledger.used()).isEqualTo(Math.min(minute + 1, 24 * 60 + 1));
			pass(Duration.ofMinutes(1));
		}
		pass(Duration.ofDays(30));
		assertThat(this.ledger.used()).isZero();
	}

	@Test
	void countsForManyThreads() {
		this.ledger = ledger(CreditLimit.daily(5_000).withRefuse(true));
		long rejected = IntStream.range(0, 10_000).parallel().filter((i) -> {
			this.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
			try {
				send(call(1));
				return false;
			}
			catch (BiginCreditLimitException ex) {
				return true;
			}
		}).count();
		assertThat(this.ledger.used()).isEqualTo(5_000);
		assertThat(rejected).isEqualTo(5_000);
		pass(Duration.ofDays(2));
		assertThat(this.ledger.used()).isZero();
		send(call(5_000));
	}

	@Test
	void eachConnectionHasItsOwnCount() {
		send(call(1));
		send(call(2).onConnection("configured"));
		send(call(4).onConnection("other"));
		assertThat(this.ledger.used()).isEqualTo(3);
		assertThat(this.ledger.used("configured")).isEqualTo(3);
		assertThat(this.ledger.used("other")).isEqualTo(4);
		assertThat(this.ledger.used("third")).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> this.ledger.used("no/id"));
	}

	@Test
	void forgetsConnectionsThatWereNotUsedForADay() {
		for (int i = 0; i < 1000; i++) {
			send(call(1).onConnection("idle" + i));
		}
		CreditReservation inFlight = this.ledger.reserve(call(1).onConnection("slow"));
		this.ledger.reserve(call(1).onConnection("not-sent")).end();
		pass(Duration.ofHours(12));
		send(call(2).onConnection("busy"));
		pass(Duration.ofHours(12).plusMinutes(1));
		send(call(4).onConnection("new"));
		assertThat(this.ledger.connections()).as("busy, new and slow").isEqualTo(3);
		inFlight.sent();
		inFlight.end();
		assertThat(this.ledger.used("slow")).isEqualTo(1);
		assertThat(this.ledger.used("busy")).isEqualTo(2);
		assertThat(this.ledger.used("idle7")).isZero();
		send(call(1).onConnection("idle7"));
		assertThat(this.ledger.used("idle7")).isEqualTo(1);
	}

	@Test
	void toAskForAConnectionDoesNotKeepIt() {
		this.ledger = ledger(CreditLimit.daily(100));
		assertThat(this.ledger.used("asked")).isZero();
		assertThat(this.ledger.remaining("asked")).isEqualTo(100);
		assertThat(this.ledger.used()).isZero();
		assertThat(this.ledger.connections()).isZero();
		assertThat(ledger(CreditLimit.none()).remaining("asked")).isNull();
	}

	@Test
	void noCreditIsLostWhileConnectionsAreForgotten() {
		CreditWindow window = new CreditWindow(this.nanos::get);
		assertThat(window.claim(1, 10)).isTrue();
		assertThat(window.closeIfIdle()).isFalse();
		window.use(1);
		assertThat(window.closeIfIdle()).isFalse();
		pass(Duration.ofMinutes(24 * 60 + 1));
		assertThat(window.closeIfIdle()).isTrue();
		assertThat(window.claim(1, Long.MAX_VALUE)).isFalse();
		assertThat(window.isClosed()).isTrue();
	}

	@Test
	void refusesBeforeTheLimitIsPassed() {
		this.ledger = ledger(CreditLimit.daily(20).withRefuse(true));
		send(call(9));
		send(call(10));
		assertThatExceptionOfType(BiginCreditLimitException.class).isThrownBy(() -> send(call(2)))
			.withMessageContainingAll("was not sent", "costs 2 credits", "19", "20 of bigin.credits.daily-limit");
		send(call(1));
		assertThat(this.ledger.used()).isEqualTo(20);
		assertThat(this.ledger.remaining()).isZero();
	}

	@Test
	void creditsThatCallsAreAboutToUseAreTaken() {
		this.ledger = ledger(CreditLimit.daily(10).withRefuse(true));
		CreditReservation waiting = this.ledger.reserve(call(10));
		assertThatExceptionOfType(BiginCreditLimitException.class).isThrownBy(() -> send(call(1)));
		waiting.end();
		send(call(10));
	}

	@Test
	void refusesNothingUnlessAskedTo() {
		this.ledger = ledger(CreditLimit.daily(5));
		send(call(10));
		assertThat(this.ledger.used()).isEqualTo(10);
		assertThat(this.ledger.remaining()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void keepsTheReserveForInteractiveCalls(boolean refuse) {
		this.ledger = ledger(CreditLimit.daily(100).withReserve(30).withRefuse(refuse));
		send(call(70).withPriority(CallPriority.BACKGROUND));
		assertThatExceptionOfType(BiginCreditLimitException.class)
			.isThrownBy(() -> send(call(1).withPriority(CallPriority.BACKGROUND)))
			.withMessageContaining("30 are kept for interactive calls");
		send(call(30));
	}

	@Test
	void warnsOnceUntilFewerAreUsed(CapturedLog output) {
		this.ledger = ledger(CreditLimit.daily(10).withWarnAt(0.8));
		send(call(7));
		assertThat(output).doesNotContain("credits");
		send(call(1));
		send(call(1));
		assertThat(output.toString().split("Of the 10 credits", -1)).hasSize(2);
		assertThat(output).contains("8 are used on the default connection");
		pass(Duration.ofHours(25));
		send(call(7));
		assertThat(output.toString().split("Of the 10 credits", -1)).hasSize(2);
		send(call(2));
		assertThat(output.toString().split("Of the 10 credits", -1)).hasSize(3);
	}

	@Test
	void learnsWhatOthersHaveUsed() {
		this.ledger = ledger(CreditLimit.daily(100).withRefuse(true));
		send(call(10), "5");
		assertThat(this.ledger.used()).isEqualTo(95);
		assertThat(this.ledger.remaining()).isEqualTo(5);
		assertThatExceptionOfType(BiginCreditLimitException.class).isThrownBy(() -> send(call(6)));
		pass(Duration.ofMinutes(24 * 60 + 1));
		assertThat(this.ledger.used()).isZero();
	}

	@Test
	void forgetsTheOldestWhereTheServiceCountsFewer() {
		this.ledger = ledger(CreditLimit.daily(100).withRefuse(true));
		send(call(30));
		pass(Duration.ofHours(1));
		send(call(30), "60");
		assertThat(this.ledger.used()).isEqualTo(40);
		pass(Duration.ofHours(23).plusMinutes(1));
		assertThat(this.ledger.used()).isEqualTo(30);
		send(call(70));
	}

	@Test
	void callsUnderWayMayNotBeCountedByTheServiceYet() {
		this.ledger = ledger(CreditLimit.daily(100));
		CreditReservation inFlight = this.ledger.reserve(call(10));
		inFlight.sent();
		send(call(10), "90");
		assertThat(this.ledger.used()).isEqualTo(20);
		inFlight.end();
		send(call(1), "79");
		assertThat(this.ledger.used()).isEqualTo(21);
	}

	@Test
	void withoutLimitTheServiceTellsWhatIsLeft() {
		assertThat(this.ledger.remaining()).isNull();
		send(call(1), "2000");
		assertThat(this.ledger.remaining()).isEqualTo(2000);
		send(call(10));
		assertThat(this.ledger.remaining()).isEqualTo(1990);
		assertThat(this.ledger.used()).isEqualTo(11);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-5", "many", "1e3", "99999999999999999999", "\u0665" })
	void headersThatAreNoNumberAreLeftAlone(String value) {
		send(call(1), value);
		assertThat(this.ledger.remaining()).isNull();
	}

	private CreditLedger ledger(CreditLimit limit) {
		return new CreditLedger(limit, "configured", this.nanos::get);
	}

	private void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	private void send(BiginCall<?> call) {
		CreditReservation charge = this.ledger.reserve(call);
		charge.sent();
		charge.end();
	}

	private void send(BiginCall<?> call, String remaining) {
		CreditReservation charge = this.ledger.reserve(call);
		charge.sent();
		HttpHeaders headers = new HttpHeaders();
		headers.set("x-api-credits-remaining", remaining);
		charge.responded(200, headers);
		charge.end();
	}

	private static BiginCall<Void> call(int credits) {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org").credits(credits).discardResponse();
	}

}
