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

import io.netty.buffer.PooledByteBufAllocator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BufferLeakExtension}.
 */
class BufferLeakExtensionTests {

	@Test
	void findsABufferThatWasNotReleased() {
		loseABuffer();
		List<String> leaks = new ArrayList<>();
		Awaitility.await().until(() -> {
			BufferLeakExtension.collect();
			leaks.addAll(BufferLeakExtension.takeLeaks());
			return !leaks.isEmpty();
		});
		assertThat(leaks).anySatisfy((leak) -> assertThat(leak).contains("loseABuffer"));
	}

	private static void loseABuffer() {
		PooledByteBufAllocator.DEFAULT.heapBuffer(100).writeByte(1);
	}

}
