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

package io.github.biginspring.connection;

import reactor.core.publisher.Mono;

/**
 * Chooses the connection that an operation uses, in an application whose tenants have a
 * connection each. It is called once for each subscription to an operation, with the
 * Reactor context of that subscription, so that it can determine the tenant.
 *
 * <pre class="code">
 * ConnectionResolver resolver = () -&gt; ReactiveSecurityContextHolder.getContext()
 *     .map((context) -&gt; tenants.connectionIdOf(context.getAuthentication().getName()));
 * </pre>
 *
 * An operation of many calls, such as a reading of any length or a stream of writes,
 * makes all of them on the connection that it was given first; changes ask for each
 * round. What {@code withConnection} says goes before, and nothing is asked then. Nor is
 * it for operations on connections themselves, which belong to the API key.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ConnectionResolver {

	/**
	 * Return the connection of the operation that is being subscribed to. Must not block.
	 * @return the id of the connection. An error is the error of the operation. Empty
	 * where nothing says whose it is: the operation then fails, rather than be made on
	 * the connection of somebody else, unless the template has a connection of its own
	 */
	Mono<String> resolveConnectionId();

}
