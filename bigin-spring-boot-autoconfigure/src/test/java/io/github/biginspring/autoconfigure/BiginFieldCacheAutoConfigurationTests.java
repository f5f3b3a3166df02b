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

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.call.LocalServer;
import io.github.biginspring.metadata.CaffeineFieldCache;
import io.github.biginspring.metadata.FieldCache;
import io.github.biginspring.metadata.FieldInfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class BiginFieldCacheAutoConfigurationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalServer server = new LocalServer();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, BiginFieldCacheAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key", "maton.url=" + this.server.url());

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void theTemplateReadsFieldsOnce() {
		this.server.answers(200, fields("Email")).answers(200, fields("Phone"));
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(CaffeineFieldCache.class);
			assertThat(field(context)).isEqualTo("Email");
			assertThat(field(context)).isEqualTo("Email");
			context.getBean(FieldCache.class).clear();
			assertThat(field(context)).isEqualTo("Phone");
		});
	}

	@Test
	void keepsThemAsLongAsIsSet() {
		this.runner.withPropertyValues("bigin.metadata.cache.time-to-live=7m").run((context) -> {
			Cache<?, ?> cache = (Cache<?, ?>) ReflectionTestUtils.getField(context.getBean(CaffeineFieldCache.class),
					"cache");
			assertThat(cache.policy().expireAfterWrite().orElseThrow().getExpiresAfter())
				.isEqualTo(Duration.ofMinutes(7));
		});
	}

	@Test
	void canBeSwitchedOff() {
		this.server.answers(200, fields("Email")).answers(200, fields("Phone"));
		this.runner.withPropertyValues("bigin.metadata.cache.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(FieldCache.class);
			assertThat(field(context)).isEqualTo("Email");
			assertThat(field(context)).isEqualTo("Phone");
		});
	}

	@Test
	void thereIsNoneWithoutCaffeine() {
		this.runner.withClassLoader(new FilteredClassLoader(Caffeine.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BiginTemplate.class)
				.doesNotHaveBean(FieldCache.class));
	}

	@Test
	void givesWayToTheApplications() {
		FieldCache own = mock(FieldCache.class);
		this.runner.withBean(FieldCache.class, () -> own)
			.run((context) -> assertThat(context).getBean(FieldCache.class).isSameAs(own));
	}

	private static String field(ApplicationContext context) {
		return context.getBean(BiginOperations.class)
			.metadata()
			.fields("Contacts")
			.map(FieldInfo::apiName)
			.blockLast(LONG);
	}

	private static String fields(String name) {
		return "{\"fields\":[{\"api_name\":\"" + name + "\"}]}";
	}

}
