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
import java.util.ArrayList;
import java.util.List;
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
 * What stands before, between and after the parts of a {@code multipart/form-data} (RFC
 * 7578). Spring's own writer neither tells the length of the whole, which not every proxy
 * does without, nor draws its boundary without blocking.
 *
 * @param boundary separates the parts
 * @param heads what stands before each part
 * @param tail what stands after the last one
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record FormFrame(String boundary, List<byte[]> heads, byte[] tail) {

	static FormFrame of(List<Part> parts) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		String boundary = "form-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
		List<byte[]> heads = new ArrayList<>(parts.size());
		for (Part part : parts) {
			heads.add(bytes((heads.isEmpty() ? "--" : "\r\n--") + boundary + "\r\n" + part.headers() + "\r\n"));
		}
		return new FormFrame(boundary, heads, bytes("\r\n--" + boundary + "--\r\n"));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	MediaType contentType() {
		return new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", this.boundary));
	}

	int length() {
		return this.heads.stream().mapToInt((head) -> head.length).sum() + this.tail.length;
	}

	/**
	 * The form of one part.
	 * @param content the content of the part
	 * @return the whole
	 */
	byte[] around(byte[] content) {
		byte[] head = this.heads.get(0);
		byte[] form = new byte[length() + content.length];
		System.arraycopy(head, 0, form, 0, head.length);
		System.arraycopy(content, 0, form, head.length, content.length);
		System.arraycopy(this.tail, 0, form, head.length + content.length, this.tail.length);
		return form;
	}

	/**
	 * The form of any number of parts, each of which is subscribed to when its turn has
	 * come.
	 * @param contents the content of each part
	 * @return the whole
	 */
	Flux<DataBuffer> around(List<Flux<DataBuffer>> contents) {
		List<Flux<DataBuffer>> form = new ArrayList<>(2 * contents.size() + 1);
		for (int i = 0; i < contents.size(); i++) {
			form.add(buffer(this.heads.get(i)));
			form.add(contents.get(i));
		}
		form.add(buffer(this.tail));
		return Flux.concat(form);
	}

	private static Flux<DataBuffer> buffer(byte[] bytes) {
		return Mono.<DataBuffer>fromSupplier(() -> DefaultDataBufferFactory.sharedInstance.wrap(bytes)).flux();
	}

	/**
	 * What a part says of itself.
	 *
	 * @param disposition its name, and that of its file
	 * @param type what is in it, or {@code null} for a text
	 */
	record Part(ContentDisposition disposition, @Nullable MediaType type) {

		String headers() {
			return "Content-Disposition: " + this.disposition + "\r\n"
					+ ((this.type != null) ? "Content-Type: " + this.type + "\r\n" : "");
		}

	}

}
