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

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a class of tests after which a buffer of Netty turns out not to have been
 * released, by that class or one before it. Found by JUnit without being named.
 */
public class BufferLeakExtension implements AfterAllCallback {

	private static final String BRIDGE = "reactor.right.reactiveBridge";

	private static final String INBOUND_QUEUE = "in the inbound buffer queue";

	private static final Queue<String> leaks = new ConcurrentLinkedQueue<>();

	private static final AtomicBoolean used = new AtomicBoolean();

	static {
		// before the first buffer, whose class keeps the detector that it finds
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new CollectingDetectors());
	}

	@Override
	public void afterAll(ExtensionContext context) {
		if (used.get()) {
			collect();
			// what was tracked by this very look does not count
			used.set(false);
		}
		List<String> found = takeLeaks();
		if (!found.isEmpty()) {
			throw new AssertionError(found.size() + " buffers were not released: " + found);
		}
	}

	/**
	 * Look for buffers that nobody can release any more.
	 */
	static void collect() {
		System.gc();
		// leaks are reported when the next buffer is made
		PooledByteBufAllocator.DEFAULT.heapBuffer(1).release();
	}

	static List<String> takeLeaks() {
		List<String> found = new ArrayList<>();
		for (String leak = leaks.poll(); leak != null; leak = leaks.poll()) {
			found.add(leak);
		}
		return found;
	}

	private static final class CollectingDetectors extends ResourceLeakDetectorFactory {

		@Override
		@SuppressWarnings("deprecation") // the method to implement is deprecated itself
		public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval,
				long maxActive) {
			return new CollectingDetector<>(resource, samplingInterval);
		}

	}

	private static final class CollectingDetector<T> extends ResourceLeakDetector<T> {

		CollectingDetector(Class<?> resource, int samplingInterval) {
			super(resource, samplingInterval);
		}

		@Override
		protected boolean needReport() {
			used.set(true);
			return true;
		}

		@Override
		protected void reportTracedLeak(String resource, String records) {
			if (!isStillWithReactorNetty(records)) {
				leaks.add(resource + records);
			}
		}

		// what was never handed on is not the client's to release: a call that is cancelled
		// in the moment of its response can leave it there
		private static boolean isStillWithReactorNetty(String records) {
			int last = records.indexOf("#1:");
			String hint = (last >= 0) ? records.substring(last + 3).stripLeading().lines().findFirst().orElse("") : "";
			return hint.startsWith("Hint: ") && (hint.contains(BRIDGE) || hint.contains(INBOUND_QUEUE));
		}

		@Override
		protected void reportUntracedLeak(String resource) {
			leaks.add(resource);
		}

	}

}
