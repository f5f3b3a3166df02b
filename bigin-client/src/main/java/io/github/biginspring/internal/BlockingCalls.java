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

package io.github.biginspring.internal;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes calls that block a thread, on threads that may be blocked. A call that nobody
 * waits for any more is not interrupted: a database's driver may take that amiss.
 */
public final class BlockingCalls {

	private BlockingCalls() {
	}

	public static <T> Mono<T> call(Supplier<@Nullable T> call) {
		return Mono.fromFuture(
				() -> CompletableFuture.supplyAsync(call, (task) -> Schedulers.boundedElastic().schedule(task)), true);
	}

}
