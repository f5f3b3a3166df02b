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

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Something that runs, and what has become of it.
 */
public final class Run {

	public boolean completed;

	public @Nullable Throwable failure;

	private final Disposable subscription;

	public Run(Mono<Void> work) {
		this.subscription = work.subscribe((nothing) -> {
		}, (failure) -> this.failure = failure, () -> this.completed = true);
	}

	boolean isOver() {
		return this.completed || this.failure != null;
	}

	public void stop() {
		this.subscription.dispose();
	}

}
