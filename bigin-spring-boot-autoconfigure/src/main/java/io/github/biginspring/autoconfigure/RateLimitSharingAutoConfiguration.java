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

import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisStaticMasterReplicaConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.biginspring.limit.QueueingRateLimiter;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RedisBucket;
import io.github.biginspring.limit.SharedTokenSource;
import io.github.biginspring.limit.TokenBucket;

/**
 * Auto-configuration of a rate that all instances of an application share through Redis.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginAutoConfiguration.class,
		afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnBooleanProperty("bigin.rate-limit.shared")
@ConditionalOnClass({ Bucket4jLettuce.class, RedisClient.class, LettuceConnectionFactory.class,
		DataRedisConnectionDetails.class })
@ConditionalOnBean(QueueingRateLimiter.class)
public final class RateLimitSharingAutoConfiguration {

	private static final String KEY_PREFIX = "bigin:rate-limit:";

	@Bean
	@ConditionalOnMissingBean(TokenBucket.class)
	@ConditionalOnSingleCandidate(LettuceConnectionFactory.class)
	SharedTokenSource biginTokenSource(BiginProperties properties, MatonConnectionDetails connectionDetails,
			LettuceConnectionFactory connectionFactory, ObjectProvider<DataRedisConnectionDetails> redisDetails,
			ObjectProvider<RedisStaticMasterReplicaConfiguration> masterReplica,
			ObjectProvider<RateLimiterListener> listeners) {
		requireKnownTopology(redisDetails, masterReplica);
		RateLimit limit = CheckedProperties.rateLimit(properties);
		BiginProperties.RateLimit sharing = properties.getRateLimit();
		String key = KEY_PREFIX + CheckedConnectionDetails.of(connectionDetails).apiKey().fingerprint();
		RedisBucket bucket = new RedisBucket(limit, key, () -> connect(connectionFactory), System::nanoTime);
		return new SharedTokenSource(limit, bucket, sharing.getLocalShare(), sharing.getRedisTimeout(),
				Schedulers.parallel(), System::nanoTime, listeners.orderedStream().toList());
	}

	// asked for anew each time: a context that was stopped and started has another client
	private static StatefulConnection<byte[], byte[]> connect(LettuceConnectionFactory connectionFactory) {
		AbstractRedisClient client = connectionFactory.getRequiredNativeClient();
		if (client instanceof RedisClusterClient cluster) {
			return cluster.connect(ByteArrayCodec.INSTANCE);
		}
		return ((RedisClient) client).connect(ByteArrayCodec.INSTANCE);
	}

	private static void requireKnownTopology(ObjectProvider<DataRedisConnectionDetails> redisDetails,
			ObjectProvider<RedisStaticMasterReplicaConfiguration> masterReplica) {
		DataRedisConnectionDetails details = redisDetails.getIfUnique();
		if (masterReplica.getIfUnique() != null || (details != null && details.getMasterReplica() != null)) {
			throw new InvalidConfigurationException(
					"The rate limit cannot be shared through Redis with a static list of master and replicas.",
					"Configure Redis as one server, by Sentinel or as a cluster; or remove"
							+ " 'bigin.rate-limit.shared'.");
		}
	}

}
