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

package io.github.biginspring.autoconfigure;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Closes the connections of all templates once these have stopped, so that none outlives
 * its context, nor is open at a checkpoint of the JVM. A template may come and go at any
 * time, and its connections with it.
 */
final class ConnectionPools implements SmartLifecycle, DisposableBean {

	// after the calls, and before the resources of Reactor Netty
	static final int PHASE = BiginLifecycle.PHASE - 1;

	private final Set<PooledConnector> connectors = Collections.newSetFromMap(new WeakHashMap<>());

	private volatile boolean running;

	ClientHttpConnector add(ClientHttpConnector connector) {
		if (connector instanceof PooledConnector pooled) {
			synchronized (this.connectors) {
				this.connectors.add(pooled);
			}
		}
		return connector;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		close().subscribe(null, null, callback);
	}

	// a context whose start fails is never stopped, and beans may call while it is made
	@Override
	public void destroy() {
		close().subscribe();
	}

	private Mono<Void> close() {
		List<PooledConnector> all;
		synchronized (this.connectors) {
			all = List.copyOf(this.connectors);
		}
		return Mono.whenDelayError(all.stream().map(PooledConnector::close).toList()).onErrorComplete();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
