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

package io.github.biginspring.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.management.OperatingSystemMXBean;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * A WebFlux application without anything of its own. Prints the milliseconds until it was
 * ready, counted from the start of the JVM, the microseconds of processors that were used
 * until then, how many classes were loaded, and the bytes of its live heap; then it ends.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class EmptyApplication {

	private static final int COLLECTIONS = 4;

	public static void main(String[] arguments) {
		AtomicReference<String> ready = new AtomicReference<>("");
		ApplicationListener<ApplicationReadyEvent> listener = (event) -> ready.set(untilNow());
		SpringApplication application = new SpringApplication(EmptyApplication.class);
		application.addListeners(listener);
		application.run(arguments);
		MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
		// what references alone hold that a collection clears is freed by the next one
		for (int i = 0; i < COLLECTIONS; i++) {
			memory.gc();
		}
		System.out.println(ready + " " + memory.getHeapMemoryUsage().getUsed());
		System.exit(0);
	}

	private static String untilNow() {
		long millis = ManagementFactory.getRuntimeMXBean().getUptime();
		long nanos = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
		return millis + " " + nanos / 1000 + " " + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
	}

}
