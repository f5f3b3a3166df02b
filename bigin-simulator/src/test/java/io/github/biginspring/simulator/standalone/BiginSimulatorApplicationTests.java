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

package io.github.biginspring.simulator.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link BiginSimulatorApplication}.
 */
class BiginSimulatorApplicationTests {

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	@TempDir
	private Path folder;

	private BiginSimulator run(Map<String, String> environment, String... arguments) {
		return BiginSimulatorApplication.start(arguments, environment,
				new PrintStream(this.output, true, StandardCharsets.UTF_8));
	}

	private BiginSimulator run(String... arguments) {
		return run(Map.of("BIGIN_SIMULATOR_PORT", "0"), arguments);
	}

	private String output() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

	@Test
	void saysWhereItListensAndWithWhichKey() {
		try (BiginSimulator simulator = run()) {
			assertThat(output()).contains("Maton gateway      " + simulator.url() + " ")
				.contains("Maton control API  " + simulator.url() + " ")
				.contains("API key            simulated-api-key ")
				.contains("curl -H \"Authorization: Bearer simulated-api-key\" \"" + simulator.url()
						+ "/zoho-bigin/bigin/v2/Contacts?fields=Last_Name,Email\"")
				.doesNotContain("needs no key");
			assertThat(simulator.url()).startsWith("http://localhost:");
			assertThat(simulator.organization().records("Contacts").count()).isEqualTo(30);
		}
	}

	@Test
	void keepsAKeyThatWasGivenToItself() {
		try (BiginSimulator simulator = run("--api-key=given-1")) {
			assertThat(simulator.apiKey()).isEqualTo("given-1");
			assertThat(output()).doesNotContain("given-1").contains("Bearer $BIGIN_SIMULATOR_API_KEY");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> run("--api-key=given 1"))
			.withMessageStartingWith("--api-key: The key has other characters")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("given 1"));
	}

	@Test
	void warnsOfAnAddressThatOthersReach() {
		try (BiginSimulator simulator = run("--host=0.0.0.0")) {
			assertThat(output()).contains("Whoever reaches 0.0.0.0 can use the admin API");
			assertThat(simulator.url()).startsWith("http://localhost:");
		}
	}

	@Test
	void helpsWithoutStarting() {
		assertThat(run(Map.of("BIGIN_SIMULATOR_PORT", "http"), "--help")).isNull();
		assertThat(Arrays.asList(SimulatorOption.values())).allSatisfy((option) -> assertThat(output())
			.contains(option.usage(), "default: " + option.defaultValue() + "; " + option.variable()));
	}

	@ParameterizedTest
	@EnumSource(SimulatorOption.class)
	void namesOptionsAlike(SimulatorOption option) {
		assertThat(option.variable())
			.isEqualTo("BIGIN_SIMULATOR_" + option.argument().substring(2).toUpperCase().replace('-', '_'));
		assertThat(SimulatorOption.find(option.argument())).isSameAs(option);
	}

	@Test
	void prefersArgumentsToTheEnvironment() {
		Map<String, String> environment = Map.of("BIGIN_SIMULATOR_API_KEY", "from-environment", "BIGIN_SIMULATOR_PORT",
				"1", "BIGIN_SIMULATOR_EMPTY", "true", "MATON_API_KEY", "a-real-one");
		try (BiginSimulator simulator = run(environment, "--port", "0", "--api-key", "given")) {
			assertThat(simulator.apiKey()).isEqualTo("given");
			assertThat(simulator.organization().records("Contacts").count()).isZero();
		}
	}

	@Test
	void takesEverythingFromTheEnvironmentToo() {
		Map<String, String> environment = Map.of("BIGIN_SIMULATOR_PORT", "0", "BIGIN_SIMULATOR_API_KEY", "from-env",
				"BIGIN_SIMULATOR_RATE_LIMIT", "10/s", "BIGIN_SIMULATOR_LATENCY", "250ms",
				"BIGIN_SIMULATOR_DAILY_CREDITS", "5000");
		try (BiginSimulator simulator = run(environment)) {
			assertThat(simulator.apiKey()).isEqualTo("from-env");
			assertThat(simulator.faults().rateLimit()).isEqualTo("10 in PT1S");
			assertThat(simulator.faults().latency()).isEqualTo(Duration.ofMillis(250));
			assertThat(simulator.organization().credits().remaining()).isEqualTo(5000);
			simulator.faults().clear();
			assertThat(simulator.faults().rateLimit()).isNull();
			simulator.reset();
			assertThat(simulator.faults().rateLimit()).isEqualTo("10 in PT1S");
			assertThat(simulator.faults().latency()).isEqualTo(Duration.ofMillis(250));
		}
	}

	@Test
	void leavesChecksOut() {
		Map<String, Object> task = Map.of("Subject", "A", "Status", "Nope");
		try (BiginSimulator simulator = run("--lenient=RELATED_MODULE, PICK_LIST_VALUE")) {
			simulator.organization().records("Tasks").add(task);
		}
		try (BiginSimulator simulator = run()) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> simulator.organization().records("Tasks").add(task));
		}
	}

	@Test
	void mixesTheSampleDataByANumber() {
		List<Object> usual = names("--seed=0");
		assertThat(names("--seed=7")).isEqualTo(names("--seed=7")).isNotEqualTo(usual).hasSameSizeAs(usual);
		assertThat(names()).isEqualTo(usual);
	}

	private List<Object> names(String... arguments) {
		try (BiginSimulator simulator = run(arguments)) {
			return simulator.organization()
				.records("Contacts")
				.all()
				.stream()
				.map((contact) -> contact.get("Full_Name"))
				.toList();
		}
	}

	@Test
	void beginsWithTheRecordsOfAFile() throws IOException {
		Path file = write("""
				{"Accounts": [{"Account_Name": "Zylker"}],
				 "Contacts": [{"Last_Name": "Watson", "Account_Name": {"name": "Zylker"}}, {"Last_Name": "Holmes"}],
				 "Tasks": [{"Subject": "Call", "Related_To": {"name": "Watson"}}]}
				""");
		try (BiginSimulator simulator = run("--seed-file=" + file)) {
			simulator.reset();
			assertThat(simulator.organization().records("Contacts").all())
				.extracting((contact) -> contact.get("Last_Name"), (contact) -> name(contact.get("Account_Name")))
				.containsExactly(tuple("Watson", "Zylker"), tuple("Holmes", null));
			assertThat(simulator.organization().records("Tasks").all()).singleElement()
				.satisfies((task) -> assertThat(name(task.get("Related_To"))).isEqualTo("Watson"));
			assertThat(simulator.organization().records("Products").count()).isZero();
		}
	}

	private static Object name(Object reference) {
		return (reference instanceof Map<?, ?> map) ? map.get("name") : null;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"Contacts": [{"Last_Name": "A"                      | is no seed. No JSON in line 1, column
					[]                                                   | is no seed. No JSON object
					{"Contacts": {"Last_Name": "A"}}                     | is no seed. 'Contacts' must be a list of records
					{"Contacts": [{"Last_Name": "A"}, 7]}                | is no seed. Contacts[1] must be a record
					{"Contact": []}                                      | No module 'Contact': define it first, or use one of
					{"Contacts": [{"First_Name": "A"}]}                  | Contacts[0] is refused: {code=MANDATORY_NOT_FOUND
					{"Contacts": [{"Last_Name": "A", "Account_Name": {"name": "Z"}}]} | Contacts[0].Account_Name refers to 'Z', of which there is no record before it
					""")
	void saysWhatIsWrongWithAFile(String content, String message) throws IOException {
		Path file = write(content);
		assertThatIllegalArgumentException().isThrownBy(() -> run("--seed-file=" + file))
			.withMessageContaining(message);
	}

	private Path write(String content) throws IOException {
		return Files.writeString(this.folder.resolve("seed.json"), content);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			--prot=80                   | '--prot' is no option: use some of --port, --host,
			start                       | 'start' is no option: use some of --port, --host,
			--port                      | --port needs a value: write it as --port=<number>
			--port=                     | --port needs a value: write it as --port=<number>
			--port --empty              | --port needs a value: write it as --port=<number>
			--port=http                 | --port: 'http' is not allowed: give a number from 0 to 65535
			--port=65536                | --port: '65536' is not allowed: give a number from 0 to 65535
			--port=-1                   | --port: '-1' is not allowed: give a number from 0 to 65535
			--latency=1s --latency=2s   | --latency is given twice: give it once
			--seed=one                  | --seed: 'one' is not allowed: give a number from 0 to
			--seed-file=/no/such/file   | --seed-file: There is no file /no/such/file
			--seed-file=/               | --seed-file: The file / cannot be read
			--empty=yes                 | --empty: 'yes' is not allowed: give true or false
			--empty --seed=1            | --seed and --empty exclude each other
			--rate-limit=10             | --rate-limit: '10' is no rate: write requests and time like 10/s
			--rate-limit=0/s            | --rate-limit: '0/s' is no rate
			--rate-limit=10/            | --rate-limit: '10/' is no rate
			--rate-limit=10/0s          | --rate-limit: '10/0s' is no rate
			--daily-credits=0           | --daily-credits: '0' is not allowed: give a number from 1
			--search-lag=15             | --search-lag: '15' is no duration: write it like 200ms, 15s
			--search-lag=PT-1S          | --search-lag: 'PT-1S' is no duration
			--latency=2h                | --latency: Responses cannot be late by PT2H
			--lenient=SPELLING          | --lenient: 'SPELLING' is no check: use some of PICK_LIST_VALUE,
			""")
	void saysWhatIsWrongWithAnOption(String arguments, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> run(Map.of(), arguments.split(" ")))
			.withMessageStartingWith(message);
	}

	@Test
	void saysWhichVariableIsWrong() {
		assertThatIllegalArgumentException().isThrownBy(() -> run(Map.of("BIGIN_SIMULATOR_PORT", "tcp://10.0.0.1:80")))
			.withMessage("BIGIN_SIMULATOR_PORT: 'tcp://10.0.0.1:80' is not allowed: give a number from 0 to 65535");
	}

	@Test
	void saysThatAPortIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			String port = Integer.toString(taken.getLocalPort());
			assertThatIllegalStateException().isThrownBy(() -> run("--port=" + port))
				.withMessageStartingWith("Port " + port + " of 127.0.0.1 cannot be listened on");
		}
	}

}
