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

package io.github.biginspring.contract;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.record.BiginRecord;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@ExtendWith(OutputCaptureExtension.class)
class LogSecrecyTests {

	private static final String KEY = "key-that-nobody-may-see";

	@Test
	void holdsNeitherTheKeyNorASessionToken(CapturedOutput output) {
		try (BiginSimulator simulator = BiginSimulator.builder().apiKey(KEY).start();
				ConfigurableApplicationContext context = LocalApplication.run(simulator, WebApplicationType.REACTIVE,
						LocalApplication.Plain.class, "logging.level.io.github.biginspring=TRACE",
						"logging.level.org.springframework.web.reactive=DEBUG",
						"logging.level.org.springframework.boot=DEBUG", "debug=true")) {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			MatonConnection created = await(bigin.connections().create());
			String token = simulator.connection(created.connectionId()).sessionToken();
			assertThat(created.url().toString()).contains(token);
			simulator.connection(created.connectionId()).activate();
			System.out.println(created);
			System.out.println(await(bigin.connections().list().collectList()));
			await(bigin.connections().awaitActive(created.connectionId(), Duration.ofSeconds(20)));
			await(bigin.query("Contacts").fields("Email").all());
			await(bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson")));
			simulator.faults().next(Fault.rateLimited());
			await(bigin.findById("Contacts", "1"));
			simulator.faults().next(Fault.connectionReset());
			await(bigin.findById("Contacts", "1"));
			fails(bigin.query("Nothing").fields("Email").page(1));
			simulator.faults().next(Fault.invalidJson());
			fails(bigin.connections().get(created.connectionId()));
			simulator.faults()
				.next(Fault.status(200)
					.body("application/json",
							"{\"connection\":{\"connection_id\":\"x\",\"url\":\"https://connect/ ?session_token="
									+ token + "\"}}"));
			fails(bigin.connections().get(created.connectionId()));
			simulator.faults()
				.next(Fault.status(401).body("application/json", "{\"error\":\"unknown key " + KEY + "\"}"));
			fails(bigin.metadata().modules().collectList());
			simulator.faults().next(Fault.redirectTo(URI.create(simulator.url() + "/?key=" + KEY)));
			fails(bigin.metadata().modules().collectList());
			await(bigin.connections().delete(created.connectionId()));
			assertThat(output.toString()).contains("HTTP GET", "200 OK", "Started")
				.doesNotContain(KEY)
				.doesNotContain(token);
		}
		assertThat(output.toString()).doesNotContain(KEY).doesNotContain("session_token");
	}

	private static void fails(Mono<?> call) {
		Throwable failure = catchThrowable(() -> await(call));
		assertThat(failure).isInstanceOf(BiginException.class);
		failure.printStackTrace();
	}

}
