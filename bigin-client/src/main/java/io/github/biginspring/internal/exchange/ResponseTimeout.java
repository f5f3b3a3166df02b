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

package io.github.biginspring.internal.exchange;

import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Reactor Netty's response timeout of one request. It goes on while the body is read, and
 * takes a caller that asks for nothing for a server that sends nothing; so it has to end
 * where a body begins that is read as slowly as the caller likes. Other HTTP clients end
 * theirs by themselves.
 */
final class ResponseTimeout {

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.Connection",
			ResponseTimeout.class.getClassLoader());

	private volatile @Nullable Object nativeRequest;

	void startedBy(ClientHttpRequest request) {
		this.nativeRequest = request.getNativeRequest();
	}

	void end() {
		if (REACTOR_NETTY) {
			ReactorNetty.end(this.nativeRequest);
		}
	}

	/**
	 * Keeps Reactor Netty's classes away from an application that does not have them.
	 */
	private static final class ReactorNetty {

		static void end(@Nullable Object nativeRequest) {
			if (nativeRequest instanceof Connection connection) {
				connection.removeHandler(NettyPipeline.ResponseTimeoutHandler);
			}
		}

	}

}
