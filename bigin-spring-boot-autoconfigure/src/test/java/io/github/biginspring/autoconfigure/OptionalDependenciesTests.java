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

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is optional need not be there: an application without it starts and makes calls.
 * Its classes are loaded anew and apart, because a class that was loaded with an optional
 * library keeps it, whatever a class loader beside it filters; and Spring looks at every
 * method of a bean's class.
 */
@Timeout(120)
class OptionalDependenciesTests {

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> response.header("Content-Type", "application/json")
			.sendString(Mono.just("{\"data\":[{\"id\":\"1\",\"Last_Name\":\"Ada\"}]}"))
			.then())
		.bindNow();

	@AfterEach
	void closeServer() {
		this.server.disposeNow();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"micrometer-core|spring-boot-micrometer|spring-boot-actuator|spring-boot-health"
					+ "|resilience4j|shedlock|lettuce|spring-data|spring-boot-data|jdbc|h2-|jackson-dataformat"
					+ "|servlet|tomcat|spring-webmvc|spring-tx",
			"micrometer-core", "spring-boot-micrometer", "spring-boot-actuator|spring-boot-health", "resilience4j",
			"shedlock", "reactor-netty", "spring-boot-jackson" })
	void anApplicationWithoutIt(String missing) throws Exception {
		ClassLoader original = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader apart = new URLClassLoader(classPathWithout(Pattern.compile("^(" + missing + ").*")),
				ClassLoader.getPlatformClassLoader())) {
			Thread.currentThread().setContextClassLoader(apart);
			Object read = apart.loadClass(SmallApplication.class.getName())
				.getMethod("run", String.class)
				.invoke(null, "http://127.0.0.1:" + this.server.port());
			assertThat(read).isEqualTo("Ada");
		}
		finally {
			Thread.currentThread().setContextClassLoader(original);
		}
	}

	private static URL[] classPathWithout(Pattern missing) {
		String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator);
		File[] remaining = Arrays.stream(classPath)
			.map(File::new)
			.filter((entry) -> !missing.matcher(entry.getName()).matches())
			.toArray(File[]::new);
		assertThat(remaining).hasSizeLessThan(classPath.length);
		return Arrays.stream(remaining).map(OptionalDependenciesTests::url).toArray(URL[]::new);
	}

	private static URL url(File file) {
		try {
			return file.toURI().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
