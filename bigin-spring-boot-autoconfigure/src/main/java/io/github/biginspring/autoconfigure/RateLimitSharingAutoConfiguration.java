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

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.TokenBucket;
import io.github.biginspring.limit.internal.SharedTokenBucket;

/**
 * Auto-configuration of a rate that all instances of an application share through Redis.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginAutoConfiguration.class,
		afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration")
@ConditionalOnBooleanProperty("bigin.rate-limit.shared")
@ConditionalOnClass(ReactiveStringRedisTemplate.class)
@ConditionalOnBean(BiginRateLimiter.class)
@ConditionalOnSingleCandidate(MatonConnectionDetails.class)
public final class RateLimitSharingAutoConfiguration {

	private static final String KEY_PREFIX = "bigin:rate-limit:";

	@Bean
	@ConditionalOnMissingBean(TokenBucket.class)
	@ConditionalOnSingleCandidate(ReactiveStringRedisTemplate.class)
	SharedTokenBucket biginTokenSource(BiginProperties properties, MatonConnectionDetails connectionDetails,
			ReactiveStringRedisTemplate redis, ObjectProvider<RateLimiterListener> listeners) {
		return create(CheckedConnectionDetails.of(connectionDetails).apiKey(), CheckedProperties.rateLimit(properties),
				properties.getRateLimit(), redis, listeners);
	}

	@Bean
	@ConditionalOnSingleCandidate(ReactiveStringRedisTemplate.class)
	SharedTokenBuckets biginSharedTokenBuckets(BiginProperties properties, ReactiveStringRedisTemplate redis,
			ObjectProvider<RateLimiterListener> listeners) {
		return (key, limit) -> create(key, limit, properties.getRateLimit(), redis, listeners);
	}

	private static SharedTokenBucket create(ApiKey key, RateLimit limit, BiginProperties.RateLimit sharing,
			ReactiveStringRedisTemplate redis, ObjectProvider<RateLimiterListener> listeners) {
		return new SharedTokenBucket(limit, redis, KEY_PREFIX + key.fingerprint(), sharing.getLocalShare(),
				sharing.getRedisTimeout(), listeners.orderedStream().toList());
	}

}
