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

package io.github.biginspring.file.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.UploadOperations;
import io.github.biginspring.file.UploadedFile;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.ChangeResult;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.ResultPairing;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

/**
 * {@link UploadOperations} by calls to Bigin.
 */
final class UploadTemplate implements UploadOperations {

	private static final String PATH = "/bigin/v2/files";

	private static final String WITHOUT_ID = "the file was uploaded, but its id is missing";

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final JsonMapper jsonMapper;

	UploadTemplate(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper) {
		this.exchange = exchange;
		this.observer = observer;
		this.jsonMapper = jsonMapper;
	}

	@Override
	public Mono<UploadedFile> add(Resource file) {
		Assert.notNull(file, "'file' must not be null");
		return add(FileContent.of(file));
	}

	@Override
	public Mono<UploadedFile> add(FileContent file) {
		Assert.notNull(file, "'file' must not be null");
		BiginCallBuilder call = BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, PATH)
			.multipart("file", file.limitedTo(MAX_SIZE));
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return this.observer.observe(Operation.of("upload_file"),
				this.exchange.exchange(call.perRecordStatus().read((response) -> uploaded(reader.single(response)))));
	}

	@Override
	public Mono<WriteResults<FileContent>> addAll(Collection<FileContent> files) {
		Assert.notNull(files, "'files' must not be null");
		Assert.noNullElements(files, "'files' must not contain null elements");
		List<FileContent> all = files.stream().map((file) -> file.limitedTo(MAX_SIZE)).toList();
		if (all.isEmpty()) {
			return Mono.just(new WriteResults<>(List.of()));
		}
		List<FileContent> given = List.copyOf(files);
		BiginCallBuilder call = BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, PATH).multipart("file", all);
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return this.observer.observe(Operation.of("upload_files"), this.exchange.exchange(call.perRecordStatus()
			.read((response) -> results(given, paired(given, reader.all(response, given.size()))))));
	}

	// in the order sent, unless the names say otherwise; the service may have changed one
	private static List<ChangeResult> paired(List<FileContent> files, List<ChangeResult> changes) {
		List<String> names = files.stream().map(FileContent::filename).toList();
		boolean inOrder = true;
		for (int i = 0; i < names.size(); i++) {
			String name = name(changes.get(i));
			inOrder &= name == null || name.equals(names.get(i)) || !names.contains(name);
		}
		List<ChangeResult> paired = inOrder ? changes : ResultPairing.pair(names, changes,
				(change) -> new ResultPairing.Label(change.error() == null, name(change), -1));
		if (paired == null) {
			throw unreadable("upload_files", "the results are not those of the files sent");
		}
		return paired;
	}

	private static WriteResults<FileContent> results(List<FileContent> files, List<ChangeResult> changes) {
		List<WriteResult<FileContent>> results = new ArrayList<>(files.size());
		for (int i = 0; i < files.size(); i++) {
			FileContent file = files.get(i);
			BiginException error = changes.get(i).error();
			String id = changes.get(i).id();
			if (error != null) {
				results.add(new WriteResult.Rejected<>(file, error));
			}
			else if (id != null) {
				results.add(new WriteResult.Written<>(file, id, changes.get(i).details()));
			}
			else {
				results.add(new WriteResult.Unknown<>(file, unreadable("upload_files", WITHOUT_ID)));
			}
		}
		return new WriteResults<>(results);
	}

	private static @Nullable String name(ChangeResult change) {
		return (change.details().get("name") instanceof String name) ? name : null;
	}

	private static UploadedFile uploaded(ChangeResult change) {
		String id = change.id();
		if (id == null) {
			throw unreadable("upload_file", WITHOUT_ID);
		}
		return new UploadedFile(id, name(change));
	}

	private static BiginException unreadable(String operation, String message) {
		return new BiginUnreadableResponseException(
				ErrorDetails.responded(HttpMethod.POST, PATH, 200).operation(operation).message(message).build());
	}

	@Override
	public Flux<DataBuffer> download(String id) {
		return this.observer.observe(Operation.of("download_file"), get(id).stream(this.exchange));
	}

	@Override
	public Mono<Path> downloadTo(String id, Path file) {
		Assert.notNull(id, "'id' must not be null");
		FileTarget.of(file);
		return this.observer.observe(Operation.of("download_file"), this.exchange.exchange(
				get(id).readStreamed((response) -> Mono.defer(() -> FileTarget.of(file).write(response.content())))));
	}

	private static BiginCallBuilder get(String id) {
		Assert.hasText(id, "'id' must not be null or empty");
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, PATH).query("id", id);
	}

}
