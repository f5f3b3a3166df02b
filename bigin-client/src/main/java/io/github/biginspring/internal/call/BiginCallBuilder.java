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
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;

import io.github.biginspring.file.FileContent;

/**
 * Builds a {@link BiginCall}.
 *
 * @since 0.1.0
 */
public final class BiginCallBuilder {

	final CallTarget target;

	final CallEffect effect;

	final HttpMethod method;

	final String pathTemplate;

	final List<UriVariable> pathVariables;

	final List<BiginCall.QueryParameter> query = new ArrayList<>(6);

	@Nullable HttpHeaders headers;

	@Nullable RequestBody body;

	boolean perRecordStatus;

	boolean ignoreNotFoundOnRetry;

	boolean bodyOptional;

	int credits;

	List<String> secrets = List.of();

	BiginCallBuilder(CallTarget target, CallEffect effect, HttpMethod method, String pathTemplate,
			List<UriVariable> variables) {
		this.target = target;
		this.effect = effect;
		this.method = method;
		this.pathTemplate = pathTemplate;
		this.pathVariables = variables;
		int expected = variablesIn(pathTemplate);
		Assert.isTrue(expected == variables.size(),
				() -> "Path '" + pathTemplate + "' takes " + expected + " variables, not " + variables.size());
		this.credits = (target == CallTarget.GATEWAY) ? 1 : 0;
	}

	// without a stream, which takes more than all else that a call is built of
	private static int variablesIn(String pathTemplate) {
		int count = 0;
		for (int open = pathTemplate.indexOf('{'); open >= 0; open = pathTemplate.indexOf('{', open + 1)) {
			count++;
		}
		return count;
	}

	/**
	 * Add a parameter to the query.
	 * @param parameter the parameter; where it is {@code null}, nothing is added
	 * @return this builder
	 */
	public BiginCallBuilder query(BiginCall.@Nullable QueryParameter parameter) {
		if (parameter != null) {
			this.query.add(parameter);
		}
		return this;
	}

	/**
	 * Add a parameter to the query.
	 * @param name the name
	 * @param value the value, not encoded; where it is {@code null}, nothing is added
	 * @return this builder
	 */
	public BiginCallBuilder query(String name, @Nullable Object value) {
		if (value != null) {
			this.query.add(new BiginCall.QueryParameter(name, value.toString()));
		}
		return this;
	}

	/**
	 * Set a header.
	 * @param name the name
	 * @param value the value
	 * @return this builder
	 * @throws IllegalArgumentException if the value has a line break or other control
	 * character
	 */
	public BiginCallBuilder header(String name, String value) {
		Assert.isTrue(value.chars().noneMatch(Character::isISOControl),
				() -> "The value of header '" + name + "' holds a control character");
		HttpHeaders own = (this.headers != null) ? this.headers : new HttpHeaders();
		own.set(name, value);
		this.headers = own;
		return this;
	}

	/**
	 * Set the body.
	 * @param json the body as JSON; must not be changed afterwards
	 * @return this builder
	 */
	public BiginCallBuilder body(byte[] json) {
		return body(json, MediaType.APPLICATION_JSON);
	}

	/**
	 * Set a body of another type than JSON.
	 * @param content the body; must not be changed afterwards
	 * @param type what it is
	 * @return this builder
	 */
	public BiginCallBuilder body(byte[] content, MediaType type) {
		this.body = new RequestBody.Bytes(content, type);
		return this;
	}

	/**
	 * Set a file as the body, sent as the one part of a {@code multipart/form-data}.
	 * @param name the name of the part
	 * @param file the file
	 * @return this builder
	 */
	public BiginCallBuilder multipart(String name, FileContent file) {
		return multipart(name, List.of(file));
	}

	/**
	 * Set files as the body, sent as the parts of a {@code multipart/form-data}, one
	 * after the other.
	 * @param name the name of each part
	 * @param files the files
	 * @return this builder
	 */
	public BiginCallBuilder multipart(String name, List<FileContent> files) {
		this.body = RequestBody.FormFiles.of(name, files);
		return this;
	}

	/**
	 * Set a text as the body, sent as the one part of a {@code multipart/form-data}.
	 * @param name the name of the part
	 * @param value the text
	 * @return this builder
	 */
	public BiginCallBuilder multipart(String name, String value) {
		FormFrame frame = FormFrame
			.of(List.of(new FormFrame.Part(ContentDisposition.formData().name(name).build(), null)));
		return body(frame.around(value.getBytes(StandardCharsets.UTF_8)), frame.contentType());
	}

	/**
	 * Say that the response tells of each record whether it was written, so that also a
	 * 400 with a {@code data}, {@code tags} or {@code users} array is no failure of the
	 * call.
	 * @return this builder
	 */
	public BiginCallBuilder perRecordStatus() {
		this.perRecordStatus = true;
		return this;
	}

	/**
	 * Say that the call deletes what its path names, so that not finding it counts as
	 * done where an attempt before may have deleted it and its response was lost. The
	 * reader is then given an empty response.
	 * @return this builder
	 */
	public BiginCallBuilder ignoreNotFoundOnRetry() {
		this.ignoreNotFoundOnRetry = true;
		return this;
	}

	/**
	 * Say that a success need not have a body. Without this, one that has none is
	 * unreadable, unless its status is 204, or 304 to a conditional request.
	 * @return this builder
	 */
	public BiginCallBuilder bodyOptional() {
		this.bodyOptional = true;
		return this;
	}

	/**
	 * Say what the call costs each time it is sent. Without this, a call to Bigin costs
	 * 1, and one to Maton's control plane nothing.
	 * @param credits Bigin's credits
	 * @return this builder
	 * @throws IllegalArgumentException if it is negative
	 */
	public BiginCallBuilder credits(int credits) {
		Assert.isTrue(credits >= 0, () -> "'credits' must not be negative, not " + credits);
		this.credits = credits;
		return this;
	}

	/**
	 * Say what the call sends that is secret, besides the API key, so that no failure
	 * shows it where the service repeats it.
	 * @param secrets the secrets
	 * @return this builder
	 */
	public BiginCallBuilder secrets(Collection<String> secrets) {
		this.secrets = secrets.stream().filter((secret) -> !secret.isEmpty()).toList();
		return this;
	}

	/**
	 * Build a call whose response is read by the given reader.
	 * @param reader reads the response
	 * @param <T> what it is read as
	 * @return the call
	 */
	public <T> BiginCall<T> read(ResponseReader<T> reader) {
		return new BiginCall<>(this, reader, null);
	}

	/**
	 * Build a call whose response is of no interest.
	 * @return the call
	 */
	public BiginCall<Void> discardResponse() {
		return read((response) -> null);
	}

	/**
	 * Build a call whose response is read while it comes in, however large it is. The
	 * response of a failure is read as ever.
	 * @param reader reads the response
	 * @param <T> what it is read as
	 * @return the call
	 */
	public <T> BiginCall<T> readStreamed(StreamedResponseReader<T> reader) {
		return new BiginCall<>(this, (response) -> null, reader);
	}

	/**
	 * Stream the body of the response, which is never held whole. The call is made when
	 * the stream is subscribed to, and is under way until it ends or is cancelled, also
	 * for the limits on calls. It is repeated as any other, as long as nothing of the
	 * body was passed on; a failure after that is a
	 * {@link io.github.biginspring.error.BiginUnreadableResponseException}.
	 * @param exchange makes the call
	 * @return the body, with back-pressure, empty where there is none, as with 204; the
	 * subscriber has to release the buffers
	 */
	public Flux<DataBuffer> stream(CallExchange exchange) {
		return BodyRelay.stream(exchange, bodyOptional().discardResponse());
	}

}
