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

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.util.Assert;

import io.github.biginspring.sample.Refusal;
import io.github.biginspring.sample.csv.CsvRow;

/**
 * Starts jobs, which go on by themselves.
 */
@Service
class JobService {

	private static final String AGAIN = "Again: ";

	// by it spreadsheets know that a file is UTF-8
	static final String BYTE_ORDER_MARK = "\uFEFF";

	private final Clock clock = Clock.systemUTC();

	private final Jobs jobs;

	private final ImportFields fields;

	private final ContactImport contactImport;

	private final ContactExport contactExport;

	JobService(Jobs jobs, ImportFields fields, ContactImport contactImport, ContactExport contactExport) {
		this.jobs = jobs;
		this.fields = fields;
		this.contactImport = contactImport;
		this.contactExport = contactExport;
	}

	/**
	 * Import a file, or only check it.
	 * @param upload the file
	 * @param columns the API name of the field for each column, {@code null} for one that
	 * is left out
	 * @param kind {@link JobKind#IMPORT} or {@link JobKind#CHECK}
	 * @return the job, which has begun
	 */
	Mono<Job> start(Upload upload, List<@Nullable String> columns, JobKind kind) {
		Assert.isTrue(columns.size() == upload.header().size(), () -> "The file has %d columns, and %d were assigned"
			.formatted(upload.header().size(), columns.size()));
		return this.fields.ofContacts()
			.map((known) -> this.jobs.add(new ImportJob(kind, upload.name(), upload.rows(), this.clock, upload.header(),
					RowMapping.of(columns, known))))
			.doOnNext((job) -> run(job, kind, upload.content()))
			.cast(Job.class);
	}

	/**
	 * Import the rows of a job once more that were not written the first time.
	 * @param job the job
	 * @return a new job, which has begun
	 */
	Job retry(Job job) {
		List<CsvRow> rows = job.failedRows().stream().map(FailedRow::row).toList();
		if (!(job instanceof ImportJob first) || rows.isEmpty() || !job.view().state().isEnd()) {
			throw new Refusal(HttpStatus.CONFLICT, "There are no rejected rows to try again.",
					"Wait until the import has ended, or choose one that has rejected rows.");
		}
		ImportJob again = this.jobs.add(new ImportJob(JobKind.IMPORT, again(job.view().name()), rows.size(), this.clock,
				first.header(), first.mapping()));
		run(again, JobKind.IMPORT, Flux.fromIterable(rows));
		return again;
	}

	private static String again(String name) {
		return name.startsWith(AGAIN) ? name : AGAIN + name;
	}

	// tag::import-stop[]
	private void run(ImportJob job, JobKind kind, Flux<CsvRow> rows) {
		// who stops it stops the reading: what was read is written, and its outcome
		// counted
		Flux<ImportedContact> contacts = rows.map(job.mapping()::contact).takeUntilOther(job.stopped());
		if (kind == JobKind.CHECK) {
			contacts.subscribe((contact) -> job.count(contact, job.mapping().check(contact)), job::fail, job::complete);
			return;
		}
		this.contactImport.upsert(contacts, job::progress, ContactImport.PROGRESS)
			.subscribe(job::count, job::fail, job::complete);
	}
	// end::import-stop[]

	// tag::export[]
	/**
	 * Export all contacts.
	 * @return the lines of the file, each read when it is wanted; the job begins with the
	 * first
	 */
	Flux<String> export() {
		return Flux.defer(() -> {
			Job job = this.jobs.add(new Job(JobKind.EXPORT, "contacts.csv", null, this.clock));
			return this.contactExport.rows(job::progress)
				.switchOnFirst((first, lines) -> first.isOnError() ? lines : lines.startWith(BYTE_ORDER_MARK))
				// a file that breaks off is not taken for a whole one
				.takeUntilOther(job.stopped().then(Mono.error(ExportStoppedException::new)))
				.doOnComplete(job::complete)
				.doOnCancel(job::cancel)
				.doOnError((ex) -> {
					if (ex instanceof ExportStoppedException) {
						job.cancel();
					}
					else {
						job.fail(ex);
					}
				});
		});
	}
	// end::export[]

	/**
	 * Somebody stopped an export.
	 */
	private static final class ExportStoppedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private ExportStoppedException() {
			super("The export was stopped", null, false, false);
		}

	}

}
