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

package io.github.biginspring.sample.transfer;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.web.server.ResponseStatusException;

import io.github.biginspring.progress.ProgressListener;

import static io.github.biginspring.sample.transfer.TransferEvent.Exported;
import static io.github.biginspring.sample.transfer.TransferEvent.Failed;
import static io.github.biginspring.sample.transfer.TransferEvent.Progressed;

/**
 * Brings together an export and whoever follows it, by an id that the follower has
 * chosen. The follower comes first, and takes all there is to remember with it when it
 * goes.
 */
@Component
class ExportFollowers {

	private static final int MAX_ID_LENGTH = 64;

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final EmitFailureHandler IN_TURN = EmitFailureHandler.busyLooping(Duration.ofSeconds(1));

	private final Map<String, Sinks.Many<TransferEvent>> waiting = new ConcurrentHashMap<>();

	/**
	 * Follow the export that will have an id.
	 * @param id the id
	 * @return an event at once, as a sign that the export can begin, and those of the
	 * export
	 */
	Flux<TransferEvent> follow(String id) {
		Assert.isTrue(id.length() <= MAX_ID_LENGTH, () -> "An id has at most " + MAX_ID_LENGTH + " characters");
		return Flux.defer(() -> {
			Sinks.Many<TransferEvent> follower = Sinks.many().unicast().onBackpressureBuffer();
			if (this.waiting.putIfAbsent(id, follower) != null) {
				return Flux.error(new ResponseStatusException(HttpStatus.CONFLICT, "The id is taken"));
			}
			return follower.asFlux()
				.onBackpressureLatest()
				.timeout(Mono.delay(PATIENCE), (event) -> Mono.never(),
						Mono.just(new Failed("There was no export with this id")))
				.startWith(Progressed.NOTHING_YET)
				.doFinally((signal) -> this.waiting.remove(id, follower));
		});
	}

	/**
	 * Tell the follower of an export, if there is one.
	 * @param id the id
	 * @param export gives the lines of the export, and tells how far it has come
	 * @return the lines
	 */
	Flux<String> emitted(String id, Function<ProgressListener, Flux<String>> export) {
		return Flux.defer(() -> {
			Sinks.Many<TransferEvent> follower = this.waiting.remove(id);
			return (follower != null) ? emitted(follower, export) : export.apply((progress) -> {
			});
		});
	}

	private static Flux<String> emitted(Sinks.Many<TransferEvent> follower,
			Function<ProgressListener, Flux<String>> export) {
		AtomicLong read = new AtomicLong();
		return export.apply((progress) -> {
			read.set(progress.read());
			follower.tryEmitNext(Progressed.of(progress));
		})
			.doOnComplete(() -> end(follower, new Exported(true, read.get())))
			.doOnCancel(() -> end(follower, new Exported(false, read.get())))
			.doOnError((ex) -> end(follower, Failed.of(ex)));
	}

	private static void end(Sinks.Many<TransferEvent> follower, TransferEvent event) {
		follower.emitNext(event, IN_TURN);
		follower.emitComplete(IN_TURN);
	}

}
