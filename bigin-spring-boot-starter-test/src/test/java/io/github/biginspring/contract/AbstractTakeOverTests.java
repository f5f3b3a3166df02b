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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of an application follow the same changes, each in a JVM of its own, and
 * keep one copy of all contacts up to date. The one that works is killed.
 */
abstract class AbstractTakeOverTests {

	// far beyond what it takes, on a machine that is busy with other things
	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final BiginSimulator simulator = BiginSimulator.builder().empty().start();

	private final Records contacts = this.simulator.organization().records("Contacts");

	private final Scheduler writer = Schedulers.newSingle("writer", true);

	// of the one thread that writes
	private final List<String> ids = new ArrayList<>();

	private final Map<String, Process> instances = new HashMap<>();

	@TempDir
	private Path logs;

	private SharedCopy copy;

	/**
	 * Start what the instances share.
	 * @return its URL
	 */
	abstract String startShared() throws Exception;

	abstract void stopShared();

	@BeforeEach
	void start() throws Exception {
		String url = startShared();
		this.copy = SharedCopy.at(url);
		for (String name : List.of("one", "two")) {
			this.instances.put(name,
					new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx128m",
							"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
							System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
							CopyingInstance.class.getName(), name, this.simulator.url(), this.simulator.apiKey(), url)
						.redirectErrorStream(true)
						.redirectOutput(log(name).toFile())
						.start());
		}
	}

	private Path log(String name) {
		return this.logs.resolve(name + ".log");
	}

	@AfterEach
	void stop() {
		this.writer.dispose();
		this.instances.values().forEach((process) -> process.destroyForcibly().onExit().join());
		if (this.copy != null) {
			this.copy.close();
		}
		stopShared();
		this.simulator.close();
	}

	@Test
	void anInstanceThatDiesIsReplacedAndNothingIsMissed() {
		Disposable writing = Flux.interval(Duration.ofMillis(20), this.writer)
			.onBackpressureDrop()
			.subscribe((tick) -> write(tick.intValue() + 1));
		await().until(() -> this.copy.handlers().size() > 50);
		String working = this.copy.handlers().get(0);
		this.instances.remove(working).destroyForcibly().onExit().join();
		await().until(() -> this.copy.handlers().stream().distinct().count() == 2);
		assertThat(writing.isDisposed()).as("all went well, and there was no rest").isFalse();
		writing.dispose();
		await().untilAsserted(() -> assertThat(this.copy.content()).isEqualTo(truth()));
		List<String> turns = new ArrayList<>();
		for (String handler : this.copy.handlers()) {
			if (turns.isEmpty() || !turns.get(turns.size() - 1).equals(handler)) {
				turns.add(handler);
			}
		}
		assertThat(turns).as("one after the other").containsExactly(working, working.equals("one") ? "two" : "one");
	}

	private ConditionFactory await() {
		return Awaitility.await().atMost(PATIENCE).failFast(() -> this.instances.forEach((name, process) -> {
			if (!process.isAlive()) {
				throw new AssertionError("Instance " + name + " has ended:\n" + logOf(name));
			}
		}));
	}

	private String logOf(String name) {
		try {
			return Files.readString(log(name));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private void write(int number) {
		this.ids.add(this.contacts.add(Map.of("Last_Name", "No " + number)));
		int some = number * 31 % this.ids.size();
		if (number % 5 == 0) {
			this.contacts.delete(this.ids.remove(some));
		}
		else if (number % 2 == 0) {
			this.contacts.update(this.ids.get(some), Map.of("Last_Name", "Changed " + number));
		}
	}

	private Map<String, String> truth() {
		return this.contacts.all()
			.stream()
			.collect(Collectors.toMap((contact) -> String.valueOf(contact.get("id")),
					(contact) -> String.valueOf(contact.get("Last_Name"))));
	}

}
