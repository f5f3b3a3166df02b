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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Service;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.progress.ProgressListener;
import io.github.biginspring.progress.ProgressOptions;
import io.github.biginspring.write.RecordWriter;
import io.github.biginspring.write.WriteResult;

import static io.github.biginspring.sample.transfer.TransferEvent.Failed;
import static io.github.biginspring.sample.transfer.TransferEvent.Progressed;

/**
 * Writes contacts: those whose email address is there already are updated, the others are
 * created.
 */
@Service
class ContactImport {

	/**
	 * How often it is told how far a transfer has come.
	 */
	static final ProgressOptions PROGRESS = ProgressOptions.defaults().every(Duration.ofMillis(250));

	private final BiginOperations bigin;

	private final TransferProperties properties;

	ContactImport(BiginOperations bigin, TransferProperties properties) {
		this.bigin = bigin;
		this.properties = properties;
	}

	/**
	 * Write contacts. Whoever cancels stops the calls, and whoever takes the events
	 * slowly slows them down.
	 * @param contacts the contacts
	 * @param total how many there are, or {@code null} where that is not known
	 * @return what happens; an error only where there is no first contact because of it
	 */
	Flux<TransferEvent> write(Flux<ImportedContact> contacts, @Nullable Long total) {
		ProgressOptions options = (total != null) ? PROGRESS.outOf(total) : PROGRESS;
		// as long as nothing is told, an error can still be the response's status
		return contacts.switchOnFirst((first, all) -> first.isOnError() ? all.cast(TransferEvent.class)
				: Flux.defer(() -> events(all, options)));
	}

	private Flux<TransferEvent> events(Flux<ImportedContact> contacts, ProgressOptions options) {
		ImportTally tally = new ImportTally();
		Sinks.Many<TransferEvent> progress = Sinks.many().unicast().onBackpressureBuffer();
		Flux<TransferEvent> outcomes = upsert(contacts, (emitted) -> progress.tryEmitNext(Progressed.of(emitted)),
				options)
			.mapNotNull(tally::count)
			.onErrorResume((ex) -> Mono.just(tally.fail(Failed.of(ex))))
			.doOnTerminate(() -> progress.emitComplete(EmitFailureHandler.busyLooping(Duration.ofSeconds(1))));
		// of what is told how far it has come, only the latest is of interest
		return Flux.merge(progress.asFlux().onBackpressureLatest(), outcomes)
			.concatWith(Mono.fromSupplier(tally::imported));
	}

	// tag::import[]
	/**
	 * Write contacts, those with the email address of one that is there over it.
	 * @param contacts the contacts, each read when there is a call for it
	 * @param listener is told how far it has come
	 * @param options how often, and of how many
	 * @return a result for each contact, in their order
	 */
	Flux<WriteResult<ImportedContact>> upsert(Flux<ImportedContact> contacts, ProgressListener listener,
			ProgressOptions options) {
		RecordWriter<ImportedContact> writer = this.bigin.withPriority(CallPriority.BACKGROUND)
			.withProgress(listener, options)
			.batch(ImportedContact.class)
			.batchSize(this.properties.batchSize())
			// of two lines with the same address the later one is to hold
			.concurrency(1);
		// email addresses are unique, so a call made again doubles nothing
		return writeWhatFits(contacts, (fit) -> writer.upsert(fit, ContactColumns.EMAIL));
	}
	// end::import[]

	private static Flux<WriteResult<ImportedContact>> writeWhatFits(Flux<ImportedContact> contacts,
			Function<Flux<ImportedContact>, Flux<WriteResult<ImportedContact>>> writer) {
		AtomicBoolean fit = new AtomicBoolean(true);
		// what was read before the source failed is written first
		AtomicReference<Throwable> failure = new AtomicReference<>();
		return contacts.onErrorResume((ex) -> {
			failure.set(ex);
			return Mono.empty();
		})
			.windowUntil((contact) -> fit.getAndSet(isFit(contact)) != isFit(contact), true, 1)
			.concatMap((part) -> part.switchOnFirst(
					(first, all) -> isUnfit(first.get()) ? all.map(ContactImport::rejected) : writer.apply(all)), 1)
			.concatWith(Mono.defer(() -> (failure.get() != null) ? Mono.error(failure.get()) : Mono.empty()));
	}

	private static boolean isUnfit(@Nullable ImportedContact contact) {
		return contact != null && !isFit(contact);
	}

	private static boolean isFit(ImportedContact contact) {
		return contact.problem() == null;
	}

	private static WriteResult<ImportedContact> rejected(ImportedContact contact) {
		return new WriteResult.Rejected<>(contact,
				ErrorDetails.notSent(HttpMethod.POST, "/bigin/v2/{module}/upsert")
					.message("the line does not make a contact")
					.toException());
	}

}
