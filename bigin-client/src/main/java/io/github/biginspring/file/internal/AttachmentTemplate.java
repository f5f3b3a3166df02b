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

import java.net.URI;
import java.nio.file.Path;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.file.AttachmentInfo;
import io.github.biginspring.file.AttachmentOperations;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.ChangeResult;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.internal.paging.PageReader;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.PageSpec;

/**
 * {@link AttachmentOperations} by calls to Bigin.
 */
final class AttachmentTemplate implements AttachmentOperations {

	private static final String PATH = "/bigin/v2/{module}/{id}/Attachments";

	private static final String ATTACHMENT_PATH = "/bigin/v2/{module}/{id}/Attachments/{attachment}";

	private final FileCalls calls;

	private final UriVariable module;

	private final UriVariable id;

	private final PageParser<AttachmentInfo> parser;

	AttachmentTemplate(FileCalls calls, String id) {
		this.calls = calls;
		this.module = UriVariable.module(calls.module());
		this.id = UriVariable.recordId(id);
		ObjectReader reader = calls.jsonMapper()
			.readerFor(AttachmentInfo.class)
			.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		this.parser = new PageParser<>(calls.jsonMapper(), "data",
				(JsonParser json) -> reader.<AttachmentInfo>readValue(json));
	}

	@Override
	public Flux<AttachmentInfo> list() {
		PageReader<AttachmentInfo> reader = new PageReader<>(
				PageSource.of(PATH, AttachmentInfo::id, (request) -> this.calls.exchange()
					.exchange(list(request).read((response) -> this.parser.parse(response.content())))));
		return this.calls.observer()
			.observe(Operation.of("list_attachments", this.module.value()), reader.all(PageSpec.first()));
	}

	private BiginCallBuilder list(PageSpec request) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, PATH, this.module, this.id)
			.query("fields", AttachmentInfo.FIELDS)
			.query("per_page", request.perPage());
		// never both
		return (request.pageToken() != null) ? call.query("page_token", request.pageToken())
				: call.query("page", request.page());
	}

	@Override
	public Mono<String> add(Resource file) {
		Assert.notNull(file, "'file' must not be null");
		return add(FileContent.of(file));
	}

	@Override
	public Mono<String> add(String filename, Publisher<? extends DataBuffer> content) {
		Assert.notNull(filename, "'filename' must not be null");
		return add(FileContent.of(filename, content));
	}

	@Override
	public Mono<String> add(FileContent file) {
		Assert.notNull(file, "'file' must not be null");
		return add("attach", post().multipart("file", file.limitedTo(MAX_SIZE)));
	}

	@Override
	public Mono<String> addLink(URI link) {
		Assert.notNull(link, "'link' must not be null");
		boolean web = "https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme());
		Assert.isTrue(web && link.getHost() != null, "A link must be an http or https URL with a host");
		return add("attach_link", post().multipart("attachmentUrl", link.toASCIIString()));
	}

	private BiginCallBuilder post() {
		return BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, PATH, this.module, this.id);
	}

	private Mono<String> add(String operation, BiginCallBuilder call) {
		return this.calls.change(operation, call).map((change) -> requiredId(operation, change));
	}

	private String requiredId(String operation, ChangeResult change) {
		String id = change.id();
		if (id == null) {
			throw new BiginUnreadableResponseException(ErrorDetails.responded(HttpMethod.POST, PATH, 200)
				.operation(operation)
				.module(this.module.value())
				.message("the attachment was added, but its id is missing")
				.build());
		}
		return id;
	}

	@Override
	public Flux<DataBuffer> download(String id) {
		return this.calls.download("download_attachment", attachment(CallEffect.READ, HttpMethod.GET, id));
	}

	@Override
	public Mono<Path> downloadTo(String id, Path file) {
		FileTarget.of(file);
		return this.calls.downloadTo("download_attachment", attachment(CallEffect.READ, HttpMethod.GET, id),
				() -> FileTarget.of(file));
	}

	@Override
	public Mono<Void> delete(String id) {
		return this.calls
			.change("delete_attachment",
					attachment(CallEffect.IDEMPOTENT, HttpMethod.DELETE, id).ignoreNotFoundOnRetry(), id)
			.then();
	}

	private BiginCallBuilder attachment(CallEffect effect, HttpMethod method, String id) {
		return BiginCall.gateway(effect, method, ATTACHMENT_PATH, this.module, this.id, UriVariable.recordId(id));
	}

}
