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

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;

/**
 * Makes a blocking call on an event loop an error in every test of this module. Found by
 * JUnit without being named, so that no test's result depends on the order of classes.
 */
public class BlockHoundExtension implements BeforeAllCallback {

	private static final String RECEPTACLE = "org.reactivestreams.tck.TestEnvironment$Receptacle";

	@Override
	public void beforeAll(ExtensionContext context) {
		// Netty's resolver draws the ids of its queries from the system's random numbers,
		// its allocator may lock for a moment where several threads allocate, and so does
		// the queue in which the rules of Reactive Streams collect signals
		BlockHound.install((builder) -> builder
			.allowBlockingCallsInside("io.netty.resolver.dns.DnsQueryIdSpace$DnsQueryIdRange", "pushId")
			.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
			.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "reallocate")
			.allowBlockingCallsInside(RECEPTACLE, "add")
			.allowBlockingCallsInside(RECEPTACLE, "complete"));
	}

}
