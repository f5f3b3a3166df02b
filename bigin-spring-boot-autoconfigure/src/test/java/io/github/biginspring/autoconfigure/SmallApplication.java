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

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.model.Contact;

/**
 * An application with nothing of its own, to be run by another class loader.
 */
public final class SmallApplication {

	private SmallApplication() {
	}

	/**
	 * Start it, read a record by both beans, and stop it.
	 * @param url where the service is
	 * @return the last name of the record
	 */
	public static String run(String url) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Configured.class)
			.web(WebApplicationType.NONE)
			.properties("maton.api-key=key", "maton.url=" + url, "spring.main.banner-mode=off")
			.run()) {
			Contact contact = context.getBean(BiginOperations.class).findById(Contact.class, "1").block();
			return context.getBean(BiginClient.class)
				.findById(Contact.class, (contact != null) ? contact.getId() : "none")
				.map(Contact::getLastName)
				.orElse("none");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Configured {

	}

}
