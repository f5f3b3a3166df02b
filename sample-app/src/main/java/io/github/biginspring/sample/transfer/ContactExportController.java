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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives all contacts as CSV, as fast as they are taken. Somebody who follows an export by
 * an id of its own choice is told how far it has come.
 */
@RestController
@RequestMapping("/api/contacts/export")
class ContactExportController {

	private static final String CSV = "text/csv";

	private static final String FILE = ContentDisposition.attachment().filename("contacts.csv").build().toString();

	private final ContactExport contacts;

	private final ExportFollowers followers;

	ContactExportController(ContactExport contacts, ExportFollowers followers) {
		this.contacts = contacts;
		this.followers = followers;
	}

	@GetMapping(produces = CSV)
	ResponseEntity<Flux<String>> export(@RequestParam(required = false) @Nullable String id) {
		Flux<String> rows = (id != null) ? this.followers.emitted(id, this.contacts::rows)
				: this.contacts.rows((emitted) -> {
				});
		return ResponseEntity.ok()
			.contentType(new MediaType(MediaType.valueOf(CSV), StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, FILE)
			.body(rows);
	}

	@GetMapping(path = "/{id}/progress",
			produces = { MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE })
	Flux<TransferEvent> follow(@PathVariable String id) {
		return this.followers.follow(id);
	}

}
