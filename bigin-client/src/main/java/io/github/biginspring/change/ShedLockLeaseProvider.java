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

package io.github.biginspring.change;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.internal.BlockingCalls;

/**
 * A {@link LeaseProvider} that uses ShedLock, whose blocking calls run on threads of
 * their own.
 *
 * @since 0.1.0
 */
public final class ShedLockLeaseProvider implements LeaseProvider {

	private final LockProvider lockProvider;

	/**
	 * Create a provider.
	 * @param lockProvider locks
	 */
	public ShedLockLeaseProvider(LockProvider lockProvider) {
		Assert.notNull(lockProvider, "'lockProvider' must not be null");
		this.lockProvider = lockProvider;
	}

	@Override
	public Mono<Lease> tryAcquire(String name, Duration duration) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(duration, "'duration' must not be null");
		return Mono.defer(() -> {
			AtomicBoolean cancelled = new AtomicBoolean();
			return BlockingCalls.call(() -> lock(name, duration, cancelled)).doOnCancel(() -> cancelled.set(true));
		});
	}

	private @Nullable Lease lock(String name, Duration duration, AtomicBoolean cancelled) {
		Optional<SimpleLock> lock = this.lockProvider
			.lock(new LockConfiguration(ClockProvider.now(), name, duration, Duration.ZERO));
		if (lock.isPresent() && cancelled.get()) {
			lock.get().unlock();
			return null;
		}
		return lock.map(ShedLockLease::new).orElse(null);
	}

	/**
	 * A lock of which an extension makes another, which alone can be released.
	 */
	private static final class ShedLockLease implements Lease {

		private SimpleLock lock;

		ShedLockLease(SimpleLock lock) {
			this.lock = lock;
		}

		@Override
		public Mono<Boolean> extend(Duration duration) {
			return BlockingCalls.call(() -> extendLock(duration));
		}

		private synchronized boolean extendLock(Duration duration) {
			Optional<SimpleLock> extended = this.lock.extend(duration, Duration.ZERO);
			extended.ifPresent((lock) -> this.lock = lock);
			return extended.isPresent();
		}

		@Override
		public Mono<Void> release() {
			return BlockingCalls.call(this::unlock).then();
		}

		private synchronized boolean unlock() {
			this.lock.unlock();
			return true;
		}

	}

}
