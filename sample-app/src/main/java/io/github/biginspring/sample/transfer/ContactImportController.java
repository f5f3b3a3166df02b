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

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes contacts as CSV or as JSON, and responds with what happens while it happens.
 */
@RestController
@RequestMapping(path = "/api/contacts/import",
		produces = { MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE })
class ContactImportController {

	private static final String CSV = "text/csv";

	private final ContactImport contacts;

	private final long maxUpload;

	ContactImportController(ContactImport contacts, TransferProperties properties) {
		this.contacts = contacts;
		this.maxUpload = properties.maxUpload().toBytes();
	}

	@PostMapping(consumes = { CSV, MediaType.APPLICATION_NDJSON_VALUE })
	Flux<TransferEvent> receive(ServerHttpRequest request, @RequestParam(required = false) @Nullable Long total) {
		if (request.getHeaders().getContentLength() > this.maxUpload) {
			throw tooLarge();
		}
		boolean json = MediaType.APPLICATION_NDJSON.isCompatibleWith(request.getHeaders().getContentType());
		return write(bounded(request.getBody()), json, total);
	}

	// a browser takes no response before all is sent, so a form waits in a temporary file
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Flux<TransferEvent> upload(@RequestPart(required = false) @Nullable Part file,
			@RequestParam(required = false) @Nullable Long total) {
		Assert.notNull(file, "The form has to have a part with the name file");
		String name = (file instanceof FilePart named) ? named.filename() : "";
		return write(file.content(), name.endsWith(".ndjson") || name.endsWith(".jsonl"), total);
	}

	private Flux<TransferEvent> write(Flux<DataBuffer> content, boolean json, @Nullable Long total) {
		return this.contacts.write(json ? JsonContactReader.read(content) : CsvContactReader.read(content), total);
	}

	// the file of a form
	@ExceptionHandler
	ProblemDetail handle(DataBufferLimitException ex) {
		return tooLarge().getBody();
	}

	@ExceptionHandler
	ProblemDetail handle(DecodingException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The form cannot be read: " + ex.getMessage());
	}

	private ResponseStatusException tooLarge() {
		return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE,
				"An import has at most " + this.maxUpload + " bytes");
	}

	private Flux<DataBuffer> bounded(Flux<DataBuffer> body) {
		AtomicLong received = new AtomicLong();
		return body.handle((buffer, sink) -> {
			if (received.addAndGet(buffer.readableByteCount()) > this.maxUpload) {
				DataBufferUtils.release(buffer);
				sink.error(tooLarge());
			}
			else {
				sink.next(buffer);
			}
		});
	}

}
