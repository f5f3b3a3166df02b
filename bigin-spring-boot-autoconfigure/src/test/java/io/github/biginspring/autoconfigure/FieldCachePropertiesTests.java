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

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.metadata.FieldInfo;

import static org.assertj.core.api.Assertions.assertThat;

class FieldCachePropertiesTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalServer server = new LocalServer();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key", "maton.url=" + this.server.url());

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void theTemplateReadsFieldsOnceForEachConnection() {
		this.server.respondsWith(200, fields("Email")).respondsWith(200, fields("Phone"));
		this.runner.withPropertyValues("maton.connection-id=a").run((context) -> {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			for (int i = 0; i < 2; i++) {
				assertThat(field(bigin)).isEqualTo("Email");
				assertThat(field(bigin.withConnection("b"))).isEqualTo("Phone");
				assertThat(field(bigin.withConnection("a").withPriority(CallPriority.BACKGROUND))).isEqualTo("Email");
			}
		});
	}

	@Test
	void keepsThemAsLongAsIsSet() {
		this.server.respondsWith(200, fields("Email")).respondsWith(200, fields("Phone"));
		this.runner.withPropertyValues("bigin.metadata.cache.time-to-live=1ms").run((context) -> {
			assertThat(field(context.getBean(BiginOperations.class))).isEqualTo("Email");
			assertThat(field(context.getBean(BiginOperations.class))).isEqualTo("Phone");
		});
	}

	@Test
	void canBeSwitchedOff() {
		this.server.respondsWith(200, fields("Email")).respondsWith(200, fields("Phone"));
		this.runner.withPropertyValues("bigin.metadata.cache.enabled=false").run((context) -> {
			assertThat(field(context.getBean(BiginOperations.class))).isEqualTo("Email");
			assertThat(field(context.getBean(BiginOperations.class))).isEqualTo("Phone");
		});
	}

	private static @Nullable String field(BiginOperations bigin) {
		return bigin.metadata().fields("Contacts").map(FieldInfo::apiName).blockLast(LONG);
	}

	private static String fields(String name) {
		return "{\"fields\":[{\"api_name\":\"" + name + "\"}]}";
	}

}
