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

package io.github.biginspring.limit.internal;

import java.time.Duration;

import io.netty.buffer.ByteBuf;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpServer;

/**
 * Passes bytes on to a server of this machine and back, each way after a while.
 */
final class DelayingProxy implements AutoCloseable {

	private final DisposableServer server;

	DelayingProxy(int port, Duration delay) {
		this.server = TcpServer.create()
			.host("127.0.0.1")
			.handle((in, out) -> TcpClient.create()
				.host("127.0.0.1")
				.port(port)
				.connect()
				.flatMap((target) -> Mono
					.when(target.outbound().send(delayed(in.receive(), delay)).then(),
							out.send(delayed(target.inbound().receive(), delay)).then())
					.doFinally((signal) -> target.dispose())))
			.bindNow();
	}

	private static Flux<ByteBuf> delayed(ByteBufFlux bytes, Duration delay) {
		return bytes.retain().flatMapSequential((part) -> Mono.just(part).delayElement(delay));
	}

	int port() {
		return this.server.port();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
