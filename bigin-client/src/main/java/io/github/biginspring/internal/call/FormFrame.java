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

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * What stands before and after the one part of a {@code multipart/form-data} (RFC 7578).
 * Spring's own writer neither tells the length of the whole, which not every proxy does
 * without, nor draws its boundary without blocking.
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record FormFrame(String boundary, byte[] head, byte[] tail) {

	static FormFrame of(ContentDisposition disposition, @Nullable MediaType type) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		String boundary = "form-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
		String head = "--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n"
				+ ((type != null) ? "Content-Type: " + type + "\r\n" : "") + "\r\n";
		return new FormFrame(boundary, head.getBytes(StandardCharsets.UTF_8),
				("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
	}

	MediaType contentType() {
		return new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", this.boundary));
	}

	int length() {
		return this.head.length + this.tail.length;
	}

	byte[] around(byte[] content) {
		byte[] form = new byte[length() + content.length];
		System.arraycopy(this.head, 0, form, 0, this.head.length);
		System.arraycopy(content, 0, form, this.head.length, content.length);
		System.arraycopy(this.tail, 0, form, this.head.length + content.length, this.tail.length);
		return form;
	}

	Flux<DataBuffer> around(Flux<DataBuffer> content) {
		return Flux.concat(buffer(this.head), content, buffer(this.tail));
	}

	private static Mono<DataBuffer> buffer(byte[] bytes) {
		return Mono.fromSupplier(() -> DefaultDataBufferFactory.sharedInstance.wrap(bytes));
	}

}
