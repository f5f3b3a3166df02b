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

import reactor.core.publisher.Mono;

/**
 * Tokens that several processes take from, somewhere else. Each call may fail or never
 * end: {@link SharedTokenSource} copes with that.
 *
 * @since 0.1.0
 */
public interface SharedBucket {

	/**
	 * Try to take a token. What it holds open is dropped when it fails or is cancelled.
	 * @return 0 when a token was taken, or else how many nanoseconds to wait before the
	 * next try
	 */
	Mono<Long> take();

	/**
	 * Give back a token that was taken and not used.
	 * @return ends when it has been given back
	 */
	Mono<Void> giveBack();

	/**
	 * Let go of what it holds open.
	 */
	void close();

}
