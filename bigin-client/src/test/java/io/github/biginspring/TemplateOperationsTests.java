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

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import io.github.biginspring.connection.ApiKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A template that is made for one connection makes the kind of operations that is asked
 * for, and no other.
 */
class TemplateOperationsTests {

	private static final int CALLS = 1_000;

	// all kinds take more than 11,000 bytes
	private static final long MAX_BYTES = 6_000;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("key")).build();

	@Test
	void aTemplateForOneCallTakesLittleMemory() {
		assembleCalls();
		long before = this.threads.getCurrentThreadAllocatedBytes();
		assembleCalls();
		long bytes = this.threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(bytes / CALLS).isBetween(1L, MAX_BYTES);
	}

	@Test
	void everyKindIsMadeOnce() {
		assertThat(this.bigin.metadata()).isSameAs(this.bigin.metadata());
		assertThat(this.bigin.tags()).isSameAs(this.bigin.tags());
		BiginOperations other = this.bigin.withConnection("21fd90f9");
		assertThat(other.metadata()).isSameAs(other.metadata()).isNotSameAs(this.bigin.metadata());
	}

	private void assembleCalls() {
		for (int i = 0; i < CALLS; i++) {
			this.bigin.withConnection("21fd90f9").findById("Contacts", "1", "Last_Name");
		}
	}

}
