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

package io.github.biginspring.change.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.github.biginspring.change.LeaseProvider;

/**
 * One lease in virtual time.
 */
public final class VirtualLeases implements LeaseProvider {

	public final List<String> names = new ArrayList<>();

	/**
	 * What an extension results in, or {@code null} for what is right.
	 */
	@Nullable Mono<Boolean> extension;

	@Nullable RuntimeException failure;

	int releases;

	private final Scheduler scheduler;

	private @Nullable VirtualLease holder;

	private long until;

	public VirtualLeases(Scheduler scheduler) {
		this.scheduler = scheduler;
	}

	/**
	 * The process that holds the lease dies: it will never give it back.
	 */
	public void die() {
		if (this.holder != null) {
			this.holder.dead = true;
		}
	}

	private long now() {
		return this.scheduler.now(TimeUnit.NANOSECONDS);
	}

	private boolean isHeld() {
		return this.holder != null && now() < this.until;
	}

	@Override
	public Mono<Lease> tryAcquire(String name, Duration duration) {
		return Mono.fromSupplier(() -> {
			this.names.add(name);
			if (this.failure != null) {
				throw this.failure;
			}
			if (isHeld()) {
				return null;
			}
			this.holder = new VirtualLease();
			this.until = now() + duration.toNanos();
			return this.holder;
		});
	}

	private final class VirtualLease implements Lease {

		private boolean dead;

		@Override
		public Mono<Boolean> extend(Duration duration) {
			return Mono.defer(() -> {
				if (VirtualLeases.this.extension != null) {
					return VirtualLeases.this.extension;
				}
				boolean mine = VirtualLeases.this.holder == this && isHeld();
				if (mine) {
					VirtualLeases.this.until = now() + duration.toNanos();
				}
				return Mono.just(mine);
			});
		}

		@Override
		public Mono<Void> release() {
			return Mono.fromRunnable(() -> {
				if (!this.dead) {
					VirtualLeases.this.releases++;
					VirtualLeases.this.holder = null;
				}
			});
		}

	}

}
