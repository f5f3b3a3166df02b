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

package io.github.biginspring;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client reads and writes where nothing is there but what it needs.
 */
class OptionalLibrariesTests {

	private static final List<String> OPTIONAL = List.of("micrometer-core", "resilience4j", "jackson-dataformat-csv",
			"spring-data-redis", "lettuce", "shedlock", "spring-jdbc", "spring-tx");

	private final LocalServer server = new LocalServer();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void areNotNeeded() throws Exception {
		this.server.respondsWith(200, "{\"data\":[{\"id\":\"5\",\"code\":\"SUCCESS\",\"status\":\"success\","
				+ "\"details\":{\"id\":\"5\"}}],\"info\":{\"more_records\":false}}");
		List<URL> classPath = new ArrayList<>();
		int left = 0;
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (OPTIONAL.stream().anyMatch(new File(entry).getName()::startsWith)) {
				left++;
			}
			else {
				classPath.add(new File(entry).toURI().toURL());
			}
		}
		assertThat(left).isGreaterThan(5);
		try (URLClassLoader classes = new URLClassLoader(classPath.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			Object done = classes.loadClass(Application.class.getName())
				.getMethod("run", String.class)
				.invoke(null, this.server.url().toString());
			assertThat(done).isEqualTo("5 5 1 5");
		}
	}

	/**
	 * What an application does, in a class loader of its own.
	 */
	public static final class Application {

		private static final Duration LONG = Duration.ofSeconds(30);

		private Application() {
		}

		public static String run(String url) {
			BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("the-key"))
				.endpoint(MatonEndpoint.of(URI.create(url)))
				.build();
			String found = bigin.findById("Contacts", "5", "Email").map(BiginRecord::getId).block(LONG);
			String created = bigin.create("Contacts", new BiginRecord().set("Email", "a"))
				.map((written) -> written.id())
				.block(LONG);
			Long count = bigin.query("Contacts").fields("Email").count().block(LONG);
			String deleted = bigin.delete("Contacts", "5").map((written) -> written.id()).block(LONG);
			return found + " " + created + " " + count + " " + deleted;
		}

	}

}
