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

package io.github.biginspring.limit;

import java.util.function.LongConsumer;

/**
 * Counts the requests a second, in this process or shared with other instances.
 *
 * @since 0.1.0
 */
public interface TokenBucket {

	/**
	 * Try to take a token. Never blocks.
	 * @param response receives 0 when a token was taken, or else how many nanoseconds to
	 * wait before the next try; called once, at once or later, on any thread
	 */
	void take(LongConsumer response);

	/**
	 * Give back a token that was taken and not used, because nobody waits for it any
	 * more.
	 */
	void giveBack();

}
