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

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.file.AttachmentOperations;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.PhotoOperations;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.UriVariable;

/**
 * {@link PhotoOperations} by calls to Bigin.
 */
final class PhotoTemplate extends PhotoUpload implements PhotoOperations {

	private final FileCalls calls;

	private final UriVariable module;

	private final UriVariable id;

	PhotoTemplate(FileCalls calls, String id) {
		this.calls = calls;
		this.module = UriVariable.module(calls.module());
		this.id = UriVariable.recordId(id);
	}

	@Override
	public Mono<Void> upload(FileContent photo) {
		Assert.notNull(photo, "'photo' must not be null");
		BiginCallBuilder call = photo(CallEffect.ONCE, HttpMethod.POST).multipart("file",
				photo.limitedTo(AttachmentOperations.MAX_SIZE));
		return this.calls.change("upload_photo", call).then();
	}

	@Override
	public Flux<DataBuffer> download() {
		return this.calls.download("download_photo", photo(CallEffect.READ, HttpMethod.GET));
	}

	@Override
	public Mono<Path> downloadTo(Path file) {
		FileTarget.of(file);
		return this.calls.downloadTo("download_photo", photo(CallEffect.READ, HttpMethod.GET),
				() -> FileTarget.of(file));
	}

	@Override
	public Mono<Void> delete() {
		return this.calls
			.change("delete_photo", photo(CallEffect.IDEMPOTENT, HttpMethod.DELETE).ignoreNotFoundOnRetry())
			.then();
	}

	private BiginCallBuilder photo(CallEffect effect, HttpMethod method) {
		return BiginCall.gateway(effect, method, "/bigin/v2/{module}/{id}/photo", this.module, this.id);
	}

}
