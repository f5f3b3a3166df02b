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

package io.github.biginspring.sample.record;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.file.AttachmentInfo;
import io.github.biginspring.file.AttachmentOperations;
import io.github.biginspring.sample.Refusal;

/**
 * The files of a record. None is ever held in memory as a whole.
 */
@RestController
@RequestMapping("/api/" + RecordCollection.VARIABLE + "/{id}/attachments")
class AttachmentController {

	private final BiginOperations bigin;

	AttachmentController(BiginOperations bigin) {
		this.bigin = bigin;
	}

	@GetMapping
	Flux<AttachmentInfo> list(@PathVariable RecordCollection collection, @PathVariable String id) {
		return attachments(collection, id).list();
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Map<String, String>> add(@PathVariable RecordCollection collection, @PathVariable String id,
			@RequestPart(required = false) @Nullable Part file) {
		Assert.isTrue(file instanceof FilePart, "The form has to have a file with the name file");
		return attachments(collection, id).add(((FilePart) file).filename(), file.content())
			.map((attachment) -> Map.of("id", attachment));
	}

	// never as what it says it is: a page among the files must not run as one of ours
	@GetMapping("/{attachment}")
	ResponseEntity<Flux<DataBuffer>> download(@PathVariable RecordCollection collection, @PathVariable String id,
			@PathVariable String attachment, @RequestParam(defaultValue = "attachment") String name) {
		ContentDisposition file = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
			.body(attachments(collection, id).download(attachment));
	}

	@DeleteMapping("/{attachment}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable RecordCollection collection, @PathVariable String id,
			@PathVariable String attachment) {
		return attachments(collection, id).delete(attachment);
	}

	private AttachmentOperations attachments(RecordCollection collection, String id) {
		return this.bigin.attachments(collection.module(), id);
	}

	@ExceptionHandler
	ProblemDetail handle(DataBufferLimitException ex) {
		return new Refusal(HttpStatus.CONTENT_TOO_LARGE, "The file is too large.", "Choose a smaller one.").getBody();
	}

}
