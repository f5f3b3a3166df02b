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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;

/**
 * The rate limiter and the count of credits of each API key, whoever makes templates with
 * it. Those of the default connection's key are beans; those of other keys are made when
 * the first template asks for them, and stay.
 */
final class ApiKeyLimits {

	private final ApiKey defaultKey;

	private final ObjectProvider<BiginRateLimiter> defaultLimiter;

	private final ObjectProvider<BiginCreditLedger> defaultLedger;

	private final BiginProperties properties;

	private final NamedConnectionProperties connections;

	private final ObjectProvider<RateLimiterListenerFactory> listeners;

	private final ObjectProvider<SharedTokenBuckets> tokenBuckets;

	private final Map<ApiKey, BiginRateLimiter> limiters = new ConcurrentHashMap<>();

	private final Map<ApiKey, BiginCreditLedger> ledgers = new ConcurrentHashMap<>();

	ApiKeyLimits(ApiKey defaultKey, ObjectProvider<BiginRateLimiter> defaultLimiter,
			ObjectProvider<BiginCreditLedger> defaultLedger, BiginProperties properties,
			NamedConnectionProperties connections, ObjectProvider<RateLimiterListenerFactory> listeners,
			ObjectProvider<SharedTokenBuckets> tokenBuckets) {
		this.defaultKey = defaultKey;
		this.defaultLimiter = defaultLimiter;
		this.defaultLedger = defaultLedger;
		this.properties = properties;
		this.connections = connections;
		this.listeners = listeners;
		this.tokenBuckets = tokenBuckets;
	}

	@Nullable BiginRateLimiter rateLimiter(ApiKey key) {
		return key.equals(this.defaultKey) ? SingleBean.of(this.defaultLimiter)
				: this.limiters.computeIfAbsent(key, this::createRateLimiter);
	}

	@Nullable BiginCreditLedger creditLedger(ApiKey key) {
		return key.equals(this.defaultKey) ? SingleBean.of(this.defaultLedger)
				: this.ledgers.computeIfAbsent(key, this::createCreditLedger);
	}

	private BiginRateLimiter createRateLimiter(ApiKey key) {
		RateLimit limit = this.connections.rateLimit(key, CheckedProperties.rateLimit(this.properties));
		List<RateLimiterListener> all = new ArrayList<>();
		this.listeners.orderedStream().forEach((factory) -> all.add(factory.create(this.connections.name(key), limit)));
		SharedTokenBuckets shared = this.tokenBuckets.getIfAvailable();
		return BiginRateLimiter.of(limit, (shared != null) ? shared.of(key, limit) : null,
				this.properties.getRetry().getMaxRetryAfter(), all);
	}

	private BiginCreditLedger createCreditLedger(ApiKey key) {
		return BiginCreditLedger.of(CheckedProperties.creditLimit(this.properties), null);
	}

}
