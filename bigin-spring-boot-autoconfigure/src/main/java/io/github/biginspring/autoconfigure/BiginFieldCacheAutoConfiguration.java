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

import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.github.biginspring.metadata.CaffeineFieldCache;
import io.github.biginspring.metadata.FieldCache;

/**
 * Auto-configuration of the cache for the fields of modules, where Caffeine is there.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BiginAutoConfiguration.class)
@ConditionalOnClass(Caffeine.class)
@ConditionalOnBooleanProperty(name = "bigin.metadata.cache.enabled", matchIfMissing = true)
@EnableConfigurationProperties(BiginProperties.class)
public final class BiginFieldCacheAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(FieldCache.class)
	CaffeineFieldCache biginFieldCache(BiginProperties properties) {
		return new CaffeineFieldCache(CheckedProperties.of(properties).getMetadata().getCache().getTimeToLive());
	}

}
