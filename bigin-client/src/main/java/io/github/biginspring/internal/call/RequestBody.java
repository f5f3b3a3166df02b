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

package io.github.biginspring.internal.call;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.file.FileContent;

/**
 * The body of a call.
 *
 * @since 0.1.0
 */
public sealed interface RequestBody permits RequestBody.Bytes, RequestBody.FormFiles {

	/**
	 * Write the body to a request.
	 * @param request the request
	 * @param watch is given what is streamed, to watch it move
	 */
	void writeTo(WebClient.RequestBodySpec request, UnaryOperator<Flux<DataBuffer>> watch);

	/**
	 * Whether the body can be sent more than once.
	 * @return {@code false} for one that can be read only once
	 */
	default boolean isRepeatable() {
		return true;
	}

	/**
	 * Whether the body is read while it is sent.
	 * @return {@code true} for files
	 */
	default boolean isStreamed() {
		return false;
	}

	/**
	 * A body in memory.
	 */
	@SuppressWarnings("ArrayRecordComponent") // written once, never compared
	record Bytes(byte[] content, MediaType type) implements RequestBody {

		@Override
		public void writeTo(WebClient.RequestBodySpec request, UnaryOperator<Flux<DataBuffer>> watch) {
			// on the request itself: codecs would do the same in ten steps
			request.body((message, context) -> {
				message.getHeaders().setContentType(this.type);
				message.getHeaders().setContentLength(this.content.length);
				return message.writeWith(Mono.fromSupplier(() -> message.bufferFactory().wrap(this.content)));
			});
		}

	}

	/**
	 * Files, each of them a part of a form.
	 */
	record FormFiles(FormFrame frame, List<FileContent> files) implements RequestBody {

		static FormFiles of(String name, List<FileContent> files) {
			return new FormFiles(FormFrame.of(files.stream()
				.map((file) -> new FormFrame.Part(
						ContentDisposition.formData().name(name).filename(file.filename()).build(), file.contentType()))
				.toList()), List.copyOf(files));
		}

		@Override
		public void writeTo(WebClient.RequestBodySpec request, UnaryOperator<Flux<DataBuffer>> watch) {
			Long length = length();
			if (length != null) {
				request.contentLength(length);
			}
			List<Flux<DataBuffer>> contents = this.files.stream()
				.map((file) -> watch.apply(file.buffers().onErrorMap(CallerFailure::wrap)))
				.toList();
			request.contentType(this.frame.contentType())
				.body(BodyInserters.fromDataBuffers(this.frame.around(contents)));
		}

		private @Nullable Long length() {
			long length = this.frame.length();
			for (FileContent file : this.files) {
				Long of = file.length();
				if (of == null) {
					return null;
				}
				length += of;
			}
			return length;
		}

		@Override
		public boolean isRepeatable() {
			return this.files.stream().allMatch(FileContent::isRepeatable);
		}

		@Override
		public boolean isStreamed() {
			return true;
		}

	}

}
