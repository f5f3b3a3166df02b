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

package io.github.biginspring.progress;

/**
 * Listener that is notified of the progress of long reads and writes: from time to time
 * while records are read or written, and before each operation ends, whether or not it
 * succeeds. It is called by one thread at a time, on the thread that does the work, so it
 * must not block. What it throws is logged and changes nothing.
 *
 * @since 0.1.0
 * @see io.github.biginspring.BiginOperations#withProgress(ProgressListener)
 */
@FunctionalInterface
public interface ProgressListener {

	/**
	 * Some records more are done, or an operation ends.
	 * @param progress how far it has come
	 */
	void progressed(Progress progress);

}
