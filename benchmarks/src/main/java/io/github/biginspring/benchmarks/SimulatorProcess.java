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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;

import io.github.biginspring.simulator.BiginSimulator;

/**
 * The simulator in a process of its own, which starts it twice. Prints the port of the
 * second one, and the milliseconds that both starts took; then, for each line that is
 * read, the microseconds of processors used so far, the bytes of the live heap if the
 * line is {@code heap}, else 0, and the milliseconds of the longest pause of the garbage
 * collector since the line before.
 */
final class SimulatorProcess {

	private static final int COLLECTIONS = 3;

	private static final AtomicLong longestPause = new AtomicLong();

	private SimulatorProcess() {
	}

	public static void main(String[] arguments) throws IOException {
		long begin = System.nanoTime();
		BiginSimulator.builder().empty().start().close();
		long second = System.nanoTime();
		BiginSimulator simulator = BiginSimulator.builder().empty().start();
		long end = System.nanoTime();
		watchPauses();
		System.out.println(simulator.url().substring(simulator.url().lastIndexOf(':') + 1) + " "
				+ (second - begin) / 1_000_000 + " " + (end - second) / 1_000_000);
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = input.readLine(); line != null; line = input.readLine()) {
			long pause = longestPause.getAndSet(0);
			long nanos = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
			System.out.println(nanos / 1_000 + " " + (line.equals("heap") ? liveHeap() : 0) + " " + pause);
			longestPause.set(0);
		}
		simulator.close();
	}

	private static void watchPauses() {
		for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
			((NotificationEmitter) collector).addNotificationListener((notification, handback) -> note(notification),
					null, null);
		}
	}

	private static void note(Notification notification) {
		if (notification.getUserData() instanceof CompositeData data) {
			long millis = GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration();
			longestPause.accumulateAndGet(millis, Math::max);
		}
	}

	private static long liveHeap() {
		for (int i = 0; i < COLLECTIONS; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
