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

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.sample.Refusal;
import io.github.biginspring.sample.StreamEnd;

/**
 * Imports and exports that people start on the page, and look at later.
 */
@RestController
@RequestMapping("/api/jobs")
class JobController {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final Uploads uploads;

	private final ImportFields fields;

	private final JobService service;

	private final Jobs jobs;

	private final StreamEnd end;

	private final TransferProperties properties;

	JobController(Uploads uploads, ImportFields fields, JobService service, Jobs jobs, StreamEnd end,
			TransferProperties properties) {
		this.uploads = uploads;
		this.fields = fields;
		this.service = service;
		this.jobs = jobs;
		this.end = end;
		this.properties = properties;
	}

	@PostMapping(path = "/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	Mono<UploadView> upload(@RequestPart(required = false) @Nullable Part file) {
		Assert.isTrue(file instanceof FilePart, "The form has to have a file with the name file");
		return this.uploads.keep((FilePart) file).zipWith(this.fields.ofContacts(), UploadView::of);
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	Mono<JobView> start(@RequestBody NewJob job) {
		Assert.isTrue(job.upload() != null && job.columns() != null,
				"A job has to name an upload, and the fields of its columns");
		Upload upload = this.uploads.get(String.valueOf(job.upload()));
		return this.service
			.start(upload, job.columns(), Boolean.TRUE.equals(job.dryRun()) ? JobKind.CHECK : JobKind.IMPORT)
			.map(Job::view);
	}

	@GetMapping
	List<JobView> list() {
		return this.jobs.all();
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<List<JobView>> follow() {
		return this.end.limit(this.jobs.updates());
	}

	@PostMapping("/{id}/stop")
	@ResponseStatus(HttpStatus.ACCEPTED)
	JobView stop(@PathVariable String id) {
		Job job = this.jobs.get(id);
		job.stop();
		return job.view();
	}

	@PostMapping("/{id}/retry")
	@ResponseStatus(HttpStatus.ACCEPTED)
	JobView retry(@PathVariable String id) {
		return this.service.retry(this.jobs.get(id)).view();
	}

	@GetMapping("/{id}/rejected")
	List<FailedRow> rejected(@PathVariable String id) {
		return this.jobs.get(id).failedRows().stream().limit(100).toList();
	}

	@GetMapping("/{id}/rejected.csv")
	ResponseEntity<String> rejectedFile(@PathVariable String id) {
		if (!(this.jobs.get(id) instanceof ImportJob job)) {
			throw new Refusal(HttpStatus.NOT_FOUND, "An export has no rejected rows.", "Choose an import.");
		}
		return file("rejected-rows.csv").body(RejectedRows.csv(job));
	}

	@GetMapping("/export")
	ResponseEntity<Flux<String>> export() {
		return file("contacts.csv").body(this.service.export());
	}

	private static ResponseEntity.BodyBuilder file(String name) {
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
	}

	@ExceptionHandler
	ProblemDetail handle(DataBufferLimitException ex) {
		return new Refusal(HttpStatus.CONTENT_TOO_LARGE,
				"The file is larger than " + this.properties.maxUpload().toMegabytes() + " MB.",
				"Split it, and import the parts one after another.")
			.getBody();
	}

	@ExceptionHandler
	ProblemDetail handle(DecodingException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body of the request cannot be read");
	}

}
