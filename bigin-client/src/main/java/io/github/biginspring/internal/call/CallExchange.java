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
 * Makes calls. The one way to the service: sending, retrying and whatever else concerns
 * every call are implementations that wrap one another.
 *
 * @since 0.1.0
 */
public interface CallExchange {

	/**
	 * Make the call when the result is subscribed to, once for each subscription.
	 * @param call the call
	 * @param <T> what the response is read as
	 * @return what the response holds; empty where the service has nothing, as with 204;
	 * an error is a {@link io.github.biginspring.error.BiginException}
	 */
	<T> Mono<T> exchange(BiginCall<T> call);

}
