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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is on the class path and not used takes neither time nor memory at the start: its
 * classes are not loaded. Told by a JVM of its own, which notes each class that it loads.
 */
@Timeout(120)
class UnusedClassesTests {

	private static final String[] REDIS = { "org.springframework.data.redis.", "io.lettuce.",
			"io.github.biginspring.limit.internal.Shared", "io.github.biginspring.change.Redis" };

	// to find out whether the application has set up Redis, which runs none of their code
	private static final String[] ASKED_FOR = { "org.springframework.data.redis.core.ReactiveRedisOperations",
			"org.springframework.data.redis.core.ReactiveRedisTemplate",
			"org.springframework.data.redis.core.ReactiveStringRedisTemplate",
			"org.springframework.data.redis.connection.RedisConnectionFactory",
			"io.github.biginspring.change.RedisCursorStore" };

	private static final String[] CSV = { "tools.jackson.dataformat.csv.",
			"io.github.biginspring.query.internal.bulk.Csv" };

	private static final String[] CALLS = { "io.github.bucket4j.local.", "reactor.netty.http.client.HttpClientConfig",
			"io.netty.resolver.dns.DnsNameResolver", "io.github.biginspring.query.internal.QueryTemplate" };

	private static final String[] CIRCUIT_BREAKER = { "io.github.resilience4j." };

	@TempDir
	private Path folder;

	@Test
	void anApplicationThatMakesNoCallLoadsNothingForCallsRedisOrCsv() throws Exception {
		List<String> loaded = loaded();
		assertThat(loaded).contains("io.github.biginspring.BiginTemplate");
		assertThat(startingWith(loaded, REDIS)).isSubsetOf(ASKED_FOR);
		assertThat(startingWith(loaded, CSV)).isEmpty();
		assertThat(startingWith(loaded, CALLS)).isEmpty();
	}

	@Test
	void anApplicationWithoutCircuitBreakerLoadsNothingForIt() throws Exception {
		assertThat(startingWith(loaded("--bigin.circuit-breaker.enabled=false"), CIRCUIT_BREAKER)).isEmpty();
	}

	@Test
	void whatIsUsedIsLoaded() throws Exception {
		assertThat(startingWith(loaded("--bigin.circuit-breaker.enabled=true"), CIRCUIT_BREAKER)).isNotEmpty();
	}

	private static List<String> startingWith(List<String> loaded, String... prefixes) {
		return loaded.stream().filter((name) -> Arrays.stream(prefixes).anyMatch(name::startsWith)).toList();
	}

	private List<String> loaded(String... arguments) throws IOException, InterruptedException {
		Path log = this.folder.resolve("classes.log");
		List<String> command = new ArrayList<>(
				List.of(System.getProperty("java.home") + "/bin/java", "-Xlog:class+load:file=" + log + "::filecount=0",
						"-cp", classPath(), IdleApplication.class.getName(), "--maton.api-key=test"));
		Collections.addAll(command, arguments);
		Path output = this.folder.resolve("output.log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(process.exitValue()).as(Files.readString(output)).isZero();
		try (Stream<String> lines = Files.lines(log)) {
			return lines.map((line) -> line.replaceFirst("^(\\[[^\\]]*\\])+ *", "").split(" ")[0]).toList();
		}
	}

	// Boot's modules would use what they configure
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !new File(entry).getName()
				.matches("(spring-boot-(data-redis|jdbc|docker-compose)|junit|mockito|h2|blockhound).*"))
			.collect(Collectors.joining(File.pathSeparator));
	}

}
