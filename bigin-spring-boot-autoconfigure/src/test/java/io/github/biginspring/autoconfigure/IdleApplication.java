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

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;

import io.github.biginspring.BiginTemplate;

/**
 * An application that starts, has a template, and makes no call; for
 * {@link UnusedClassesTests}.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class IdleApplication {

	public static void main(String[] arguments) {
		try (var context = new SpringApplicationBuilder(IdleApplication.class).web(WebApplicationType.NONE)
			.run(arguments)) {
			context.getBean(BiginTemplate.class);
		}
	}

}
