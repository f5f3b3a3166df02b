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

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Keeps the exchanges on one connection of Reactor Netty apart. Reactor Netty takes an
 * interim response, such as 103 Early Hints, for the final one and reuses the connection,
 * whose next request then gets the late final response. Other HTTP clients skip interim
 * responses by themselves.
 */
public final class ConnectionGuard {

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.Connection",
			ConnectionGuard.class.getClassLoader());

	private ConnectionGuard() {
	}

	/**
	 * Guard the connection on which a request is about to be written.
	 * @param request the request
	 */
	public static void guard(ClientHttpRequest request) {
		if (REACTOR_NETTY) {
			ReactorNetty.guard(request.getNativeRequest());
		}
	}

	/**
	 * Keeps Reactor Netty's classes away from an application that does not have them.
	 */
	private static final class ReactorNetty {

		private static final String NAME = "biginConnectionGuard";

		public static void guard(Object nativeRequest) {
			if (nativeRequest instanceof Connection connection) {
				Channel channel = connection.channel();
				ChannelPipeline pipeline = channel.pipeline();
				if (pipeline.get(NAME) == null && pipeline.get(NettyPipeline.ReactiveBridge) != null) {
					// it stays as long as the connection
					pipeline.addBefore(NettyPipeline.ReactiveBridge, NAME, new ConnectionGuardHandler());
				}
			}
		}

	}

}
