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

package io.github.biginspring.internal.call;

import reactor.core.publisher.Mono;

/**
 * Reads what a response holds while it comes in. Where a call is made again, it is asked
 * once for each response, and has to begin anew.
 *
 * @param <T> what the response is read as
 * @since 0.1.0
 */
@FunctionalInterface
public interface StreamedResponseReader<T> {

	/**
	 * Read the response. The call is under way until the result ends, also for the limits
	 * on calls; where the result is cancelled, so is the call.
	 * @param response the response; not called for one that has no body, as with 204
	 * @return what it holds; an error that is no
	 * {@link io.github.biginspring.error.BiginException} is the reader's own, which the
	 * caller sees as it is
	 */
	Mono<T> read(StreamedResponse response);

}
