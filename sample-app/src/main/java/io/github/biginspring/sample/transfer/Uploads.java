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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import io.github.biginspring.sample.Refusal;
import io.github.biginspring.sample.csv.CsvFormat;
import io.github.biginspring.sample.csv.CsvRow;
import io.github.biginspring.sample.csv.CsvRows;

/**
 * The latest files that were sent, in temporary files, so that they can be checked first
 * and imported then.
 */
@Component
class Uploads implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Uploads.class);

	private static final int MAX_UPLOADS = 10;

	private static final int PREVIEWED = 5;

	private static final int MAX_NAME_LENGTH = 100;

	private final Map<String, Upload> uploads = new LinkedHashMap<>();

	/**
	 * Keep a file.
	 * @param part the file
	 * @return what was found out about it; an
	 * {@link io.github.biginspring.sample.csv.UnreadableLineException} where it cannot be
	 * imported
	 */
	Mono<Upload> keep(FilePart part) {
		return Mono.fromCallable(() -> Files.createTempFile("upload", ".csv"))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((file) -> part.transferTo(file)
				.then(Mono.fromCallable(() -> CsvFormat.of(Files.readAllBytes(file)))
					.subscribeOn(Schedulers.boundedElastic()))
				.flatMap((format) -> examine(name(part), file, format))
				.doOnError((ex) -> delete(file))
				.doOnCancel(() -> delete(file)))
			.doOnNext(this::add);
	}

	private static Mono<Upload> examine(String name, Path file, CsvFormat format) {
		return CsvRows.read(() -> Files.newInputStream(file), format)
			// the values of the others are only counted
			.index((number, row) -> (number <= PREVIEWED) ? row : new CsvRow(row.line(), List.of()))
			.collectList()
			.map((rows) -> {
				Assert.isTrue(rows.size() > 1,
						"The file has no rows to import. Its first line names the columns, each other line is a contact");
				return new Upload(UUID.randomUUID().toString(), name, file, format, rows.get(0).values(),
						rows.subList(1, Math.min(rows.size(), PREVIEWED + 1)), rows.size() - 1);
			});
	}

	private static String name(FilePart part) {
		String name = part.filename();
		return name.substring(Math.max(name.length() - MAX_NAME_LENGTH, 0));
	}

	private void add(Upload upload) {
		synchronized (this.uploads) {
			this.uploads.put(upload.id(), upload);
			if (this.uploads.size() > MAX_UPLOADS) {
				Upload eldest = this.uploads.values().iterator().next();
				this.uploads.remove(eldest.id());
				delete(eldest.file());
			}
		}
	}

	Upload get(String id) {
		synchronized (this.uploads) {
			Upload upload = this.uploads.get(id);
			if (upload == null) {
				throw new Refusal(HttpStatus.NOT_FOUND, "That file is no longer kept here.", "Choose it once more.");
			}
			return upload;
		}
	}

	@Override
	public void destroy() {
		synchronized (this.uploads) {
			new ArrayList<>(this.uploads.values()).forEach((upload) -> delete(upload.file()));
			this.uploads.clear();
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException | UncheckedIOException ex) {
			logger.warn("A temporary file stays behind: {}", ex.getMessage());
		}
	}

}
