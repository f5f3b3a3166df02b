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

import java.nio.channels.ClosedChannelException;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Drops interim responses, and closes a connection on which something is received that no
 * request has asked for. The end of a response hands the connection on, at once where
 * another call waits for it: the next request is held back until all is read that has
 * come with that end, or else a second response would be taken for its own.
 */
final class ConnectionGuardHandler extends ChannelDuplexHandler {

	private boolean awaiting;

	private boolean upgrading;

	private boolean interim;

	private boolean dropped;

	private boolean reading;

	// a request that the connection was given to while what had been received was read
	private @Nullable PendingWriteQueue held;

	private @Nullable HttpRequest heldRequest;

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		if (message instanceof HttpRequest request) {
			if (this.reading) {
				this.held = new PendingWriteQueue(context);
				this.heldRequest = request;
			}
			else {
				begin(request);
			}
		}
		if (this.held != null) {
			this.held.add(message, promise);
		}
		else {
			super.write(context, message, promise);
		}
	}

	@Override
	public void flush(ChannelHandlerContext context) throws Exception {
		if (this.held == null) {
			super.flush(context);
		}
	}

	private void begin(HttpRequest request) {
		this.awaiting = true;
		this.upgrading = request.headers().contains(HttpHeaderNames.UPGRADE);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		this.reading = true;
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
		this.reading = false;
		super.channelReadComplete(context);
		send(context);
		if (this.dropped) {
			// what was read for Reactor Netty has not reached it
			this.dropped = false;
			context.read();
		}
	}

	// nothing more has come with what was read, so what comes now is the response
	private void send(ChannelHandlerContext context) {
		PendingWriteQueue writes = this.held;
		HttpRequest request = this.heldRequest;
		if (writes == null || request == null) {
			return;
		}
		this.held = null;
		this.heldRequest = null;
		if (context.channel().isActive()) {
			begin(request);
			writes.removeAndWriteAll();
			context.flush();
		}
		else {
			writes.removeAndFailAll(new ClosedChannelException());
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) throws Exception {
		this.reading = false;
		send(context);
		super.channelInactive(context);
	}

}
