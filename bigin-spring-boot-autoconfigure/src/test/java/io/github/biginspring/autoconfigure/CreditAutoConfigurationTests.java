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

package io.github.biginspring.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginOperations;
import io.github.biginspring.autoconfigure.metrics.BiginMetricsAutoConfiguration;
import io.github.biginspring.error.BiginCreditLimitException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.limit.CreditLimit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the beans that count credits, in a context.
 */
class CreditAutoConfigurationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalServer server = new LocalServer().respondsWith(204);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, BiginMetricsAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key", "maton.connection-id=mine", "maton.url=" + this.server.url());

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void countsWithoutBeingAsked() {
		this.runner.run((context) -> {
			BiginCreditLedger ledger = context.getBean(BiginCreditLedger.class);
			call(context.getBean(BiginOperations.class));
			assertThat(ledger.used()).isOne();
			assertThat(ledger.used("mine")).isOne();
			assertThat(ledger.remaining()).isNull();
		});
	}

	@Test
	void readsProperties() {
		this.runner
			.withPropertyValues("bigin.credits.daily-limit=2", "bigin.credits.refuse=true", "bigin.credits.reserve=1")
			.run((context) -> {
				BiginOperations bigin = context.getBean(BiginOperations.class);
				call(bigin);
				StepVerifier.create(bigin.withPriority(CallPriority.BACKGROUND).findById("Contacts", "1"))
					.expectError(BiginCreditLimitException.class)
					.verify(LONG);
				call(bigin);
				StepVerifier.create(bigin.findById("Contacts", "1"))
					.expectError(BiginCreditLimitException.class)
					.verify(LONG);
				assertThat(context.getBean(BiginCreditLedger.class).remaining()).isZero();
			});
	}

	@Test
	void givesWayToALedgerOfTheUser() {
		BiginCreditLedger own = BiginCreditLedger.of(CreditLimit.daily(10), "mine");
		this.runner.withBean("own", BiginCreditLedger.class, () -> own).run((context) -> {
			call(context.getBean(BiginOperations.class));
			assertThat(context).getBean(BiginCreditLedger.class).isSameAs(own);
			assertThat(own.used()).isOne();
		});
	}

	@Test
	void hasGaugesOfEachConnection() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withPropertyValues("bigin.credits.daily-limit=10", "maton.connections.paris.connection-id=p1",
					"maton.connections.tokyo.api-key=key2")
			.run((context) -> {
				call(context.getBean(BiginOperations.class));
				BiginOperations paris = context.getBean("parisBiginTemplate", BiginOperations.class);
				call(paris);
				call(paris);
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(gauge(registry, "used", "default")).isEqualTo(1);
				assertThat(gauge(registry, "used", "paris")).isEqualTo(2);
				assertThat(gauge(registry, "used", "tokyo")).isZero();
				assertThat(gauge(registry, "remaining", "default")).isEqualTo(9);
				assertThat(gauge(registry, "remaining", "paris")).isEqualTo(8);
				assertThat(gauge(registry, "remaining", "tokyo")).isEqualTo(10);
			});
	}

	@Test
	void hasNoGaugeOfWhatIsNotKnown() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			call(bigin);
			assertThat(registry.find("bigin.credits.remaining").gauge()).isNull();
			this.server.forget().respondsWith(400, "application/json", "{}", Map.of("x-api-credits-remaining", "17"));
			StepVerifier.create(bigin.findById("Contacts", "1")).expectError().verify(LONG);
			assertThat(gauge(registry, "remaining", "default")).isEqualTo(17);
		});
	}

	private static double gauge(MeterRegistry registry, String name, String connection) {
		return registry.get("bigin.credits." + name).tag("bigin.connection", connection).gauge().value();
	}

	@Test
	void hasNoGaugesWithoutMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(BiginCreditLedger.class));
	}

	private static void call(BiginOperations bigin) {
		StepVerifier.create(bigin.findById("Contacts", "1")).expectComplete().verify(LONG);
	}

}
