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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.github.biginspring.change.Change;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps a copy of a module, and the cursor of what it has handled. Can be struck dead.
 */
final class VirtualConsumer {

	final Map<String, Integer> copy = new LinkedHashMap<>();

	final List<Change<Integer>> handled = new ArrayList<>();

	private final Scheduler scheduler;

	private final Supplier<Duration> slowness;

	@Nullable String cursor;

	boolean completed;

	@Nullable Throwable failure;

	private @Nullable Disposable subscription;

	VirtualConsumer(Scheduler scheduler, Supplier<Duration> slowness) {
		this.scheduler = scheduler;
		this.slowness = slowness;
	}

	void read(Flux<Change<Integer>> changes) {
		Set<Object> seen = new HashSet<>();
		Instant[] last = { Instant.MIN };
		this.completed = false;
		this.subscription = changes.concatMap((change) -> {
			Instant time = timeOf(change);
			assertThat(time).as("the order of " + change).isAfterOrEqualTo(last[0]);
			assertThat(seen.add(change.toString())).as(change + " comes once").isTrue();
			last[0] = time;
			return Mono.delay(this.slowness.get(), this.scheduler).doOnNext((tick) -> handle(change));
		}, 1).subscribe((tick) -> {
		}, (failure) -> this.failure = failure, () -> this.completed = true);
	}

	private static Instant timeOf(Change<Integer> change) {
		if (change instanceof Change.Saved<Integer> saved) {
			return saved.modifiedTime();
		}
		return (change instanceof Change.Deleted<Integer> deleted) ? deleted.deletedTime() : Instant.MIN;
	}

	private void handle(Change<Integer> change) {
		this.handled.add(change);
		if (change instanceof Change.Saved<Integer> saved) {
			this.copy.put(saved.id(), saved.record());
		}
		else if (change instanceof Change.Deleted<Integer> deleted) {
			this.copy.remove(deleted.id());
		}
		this.cursor = change.cursor().toString();
	}

	void die() {
		if (this.subscription != null) {
			this.subscription.dispose();
		}
	}

}
