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

package io.github.biginspring.autoconfigure.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;

/**
 * Auto-configuration of the gauges of Bigin's credits, those of the default connection.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(BiginCreditLedger.class)
public final class BiginCreditMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "biginCreditMetrics")
	MeterBinder biginCreditMetrics(BiginCreditLedger ledger) {
		return (registry) -> {
			Gauge.builder("bigin.credits.used", ledger, BiginCreditLedger::used)
				.description("Credits that calls have used in the last 24 hours")
				.register(registry);
			Gauge.builder("bigin.credits.remaining", ledger, BiginCreditMetricsAutoConfiguration::remaining)
				.description("Credits that are left, where that is known")
				.register(registry);
		};
	}

	private static double remaining(BiginCreditLedger ledger) {
		Long remaining = ledger.remaining();
		return (remaining != null) ? remaining : Double.NaN;
	}

}
