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

package io.github.biginspring.sample.lab;

import java.time.Duration;
import java.util.UUID;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

import io.github.biginspring.sample.OnSimulator;

/**
 * Runs a writer, with a search now and then, and counts at the end what is there.
 */
@Component
@OnSimulator
class LabRuns {

	private static final Duration NEWS = Duration.ofMillis(250);

	private static final Duration SEARCHES = Duration.ofSeconds(1);

	private final LabContacts contacts;

	LabRuns(LabContacts contacts) {
		this.contacts = contacts;
	}

	/**
	 * Write contacts. Whoever cancels stops the calls.
	 * @param writer how
	 * @param count how many
	 * @return how far it has come, again and again, and at last what was found
	 */
	Flux<RunProgress> run(ContactWriter writer, int count) {
		return Flux.defer(() -> {
			String run = UUID.randomUUID().toString().substring(0, 8);
			RunTally tally = new RunTally(count);
			Sinks.Empty<Void> over = Sinks.empty();
			Flux<RunProgress> news = Flux.interval(Duration.ZERO, NEWS)
				.onBackpressureLatest()
				.map((tick) -> tally.progress());
			Mono<Void> writing = writer.write(this.contacts.make(run, count), tally)
				// what is not written is found out by counting
				.doOnError((failure) -> tally.stopped())
				.onErrorComplete()
				.doOnTerminate(over::tryEmitEmpty);
			return Flux
				.merge(news.takeUntilOther(over.asMono()), searches(writer, tally, over),
						writing.cast(RunProgress.class))
				.concatWith(Mono.fromSupplier(() -> tally.progress().ended(this.contacts.count(run, count, tally)))
					.subscribeOn(Schedulers.boundedElastic()));
		});
	}

	private static Flux<RunProgress> searches(ContactWriter writer, RunTally tally, Sinks.Empty<Void> over) {
		return Flux.interval(SEARCHES)
			.onBackpressureDrop()
			.concatMap((tick) -> writer.search()
				.thenReturn(tick)
				.elapsed()
				.doOnNext((timed) -> tally.searched(Duration.ofMillis(timed.getT1())))
				.doOnError((failure) -> tally.searchFailed())
				.onErrorComplete(), 1)
			.takeUntilOther(over.asMono())
			.ignoreElements()
			.cast(RunProgress.class)
			.flux();
	}

}
