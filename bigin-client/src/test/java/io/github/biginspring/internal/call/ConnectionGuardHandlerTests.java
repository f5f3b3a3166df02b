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

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection that is handed on to another call at the very end of a response.
 */
class ConnectionGuardHandlerTests {

	private final Calls calls = new Calls();

	private final EmbeddedChannel channel = new EmbeddedChannel(new ConnectionGuardHandler(), this.calls);

	@Test
	void theNextRequestGoesOnceAllIsReadThatHasComeBefore() {
		this.channel.writeOutbound(request());
		this.channel.writeInbound(response(200));
		assertThat(this.calls.responses).containsExactly(200);
		assertThat(sent()).as("the first, and the one that the response has led to").isEqualTo(2);
		assertThat(this.calls.next.isSuccess()).isTrue();
		this.channel.writeInbound(response(201));
		assertThat(this.calls.responses).containsExactly(200, 201);
	}

	@Test
	void aSecondResponseIsNotTakenForThatOfTheNextRequest() {
		this.channel.writeOutbound(request());
		this.channel.writeInbound(response(200), response(404));
		assertThat(this.calls.responses).containsExactly(200);
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(sent()).isEqualTo(1);
		assertThat(this.calls.next.cause()).as("never sent").isNotNull();
	}

	@Test
	void nothingIsHeldBackWhereNothingIsBeingRead() {
		this.channel.writeOutbound(request());
		this.channel.writeInbound(response(100), response(200));
		this.channel.writeOutbound(request());
		assertThat(this.calls.responses).startsWith(200);
		assertThat(sent()).isEqualTo(3);
	}

	private int sent() {
		int count = 0;
		for (Object message = this.channel.readOutbound(); message != null; message = this.channel.readOutbound()) {
			count++;
			ReferenceCountUtil.release(message);
		}
		return count;
	}

	private static HttpRequest request() {
		return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", Unpooled.EMPTY_BUFFER);
	}

	private static HttpResponse response(int status) {
		return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status),
				Unpooled.EMPTY_BUFFER);
	}

	/**
	 * Makes one call more as soon as the first has its response, as a pool does for one
	 * that waits for the connection.
	 */
	private static final class Calls extends ChannelDuplexHandler {

		private final List<Integer> responses = new ArrayList<>();

		private ChannelFuture next;

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			this.responses.add(((HttpResponse) message).status().code());
			ReferenceCountUtil.release(message);
			if (this.next == null) {
				this.next = context.writeAndFlush(request());
			}
		}

	}

}
