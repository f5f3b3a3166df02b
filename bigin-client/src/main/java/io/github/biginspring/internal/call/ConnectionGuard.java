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
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
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
					pipeline.addBefore(NettyPipeline.ReactiveBridge, NAME, new GuardHandler());
				}
			}
		}

	}

	/**
	 * Drops interim responses, and closes a connection on which something is received
	 * that no request has asked for.
	 */
	private static final class GuardHandler extends ChannelDuplexHandler {

		private boolean awaiting;

		private boolean upgrading;

		private boolean interim;

		private boolean dropped;

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
			if (message instanceof HttpRequest request) {
				this.awaiting = true;
				this.upgrading = request.headers().contains(HttpHeaderNames.UPGRADE);
			}
			super.write(context, message, promise);
		}

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
			if (!(message instanceof HttpObject)) {
				super.channelRead(context, message);
			}
			else if (!this.awaiting) {
				ReferenceCountUtil.release(message);
				context.close();
			}
			else if (message instanceof HttpResponse response) {
				respond(context, response);
			}
			else if (this.interim) {
				drop(message);
			}
			else {
				pass(context, message);
			}
		}

		private void respond(ChannelHandlerContext context, HttpResponse response) throws Exception {
			HttpResponseStatus status = response.status();
			if (status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
				switchProtocols(context, response);
				return;
			}
			this.interim = status.codeClass() == HttpStatusClass.INFORMATIONAL;
			if (this.interim) {
				drop(response);
			}
			else {
				pass(context, response);
			}
		}

		private void switchProtocols(ChannelHandlerContext context, HttpResponse response) throws Exception {
			if (this.upgrading) {
				// another application's WebSocket from the same pool
				context.pipeline().remove(this);
				super.channelRead(context, response);
			}
			else {
				this.awaiting = false;
				ReferenceCountUtil.release(response);
				context.close();
			}
		}

		private void drop(Object message) {
			this.dropped = true;
			this.interim = !(message instanceof LastHttpContent);
			ReferenceCountUtil.release(message);
		}

		private void pass(ChannelHandlerContext context, Object message) throws Exception {
			if (message instanceof LastHttpContent) {
				this.awaiting = false;
			}
			super.channelRead(context, message);
		}

		@Override
		public void channelReadComplete(ChannelHandlerContext context) throws Exception {
			super.channelReadComplete(context);
			if (this.dropped) {
				// what was read for Reactor Netty has not reached it
				this.dropped = false;
				context.read();
			}
		}

	}

}
