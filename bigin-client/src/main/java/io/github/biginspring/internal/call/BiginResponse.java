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

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.ErrorDetailsBuilder;

/**
 * A response of the service that is not a failure, read to its end.
 *
 * @since 0.1.0
 */
public final class BiginResponse {

	private final int status;

	private final HttpHeaders headers;

	private final ResponseBody body;

	private final boolean repeated;

	private final @Nullable BiginCall<?> call;

	private final UnaryOperator<String> mask;

	/**
	 * Create a response that repeats no secret.
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body, empty where there is none
	 * @param repeated whether an attempt before this one may have been carried out
	 */
	public BiginResponse(int status, HttpHeaders headers, byte[] body, boolean repeated) {
		this(status, headers, body, repeated, null, UnaryOperator.identity());
	}

	/**
	 * Create a response.
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body, empty where there is none
	 * @param repeated whether an attempt before this one may have been carried out
	 * @param call the call that it responds to
	 * @param mask hides secrets that the service repeats
	 */
	public BiginResponse(int status, HttpHeaders headers, byte[] body, boolean repeated, @Nullable BiginCall<?> call,
			UnaryOperator<String> mask) {
		this(status, headers, new ResponseBody(body), repeated, call, mask);
	}

	/**
	 * Create a response.
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body, empty where there is none
	 * @param repeated whether an attempt before this one may have been carried out
	 * @param call the call that it responds to
	 * @param mask hides secrets that the service repeats
	 */
	public BiginResponse(int status, HttpHeaders headers, ResponseBody body, boolean repeated,
			@Nullable BiginCall<?> call, UnaryOperator<String> mask) {
		this.status = status;
		this.headers = headers;
		this.body = body;
		this.repeated = repeated;
		this.call = call;
		this.mask = mask;
	}

	/**
	 * Return the HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Return the headers.
	 * @return the headers
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Return the body as bytes, which are copied from the buffers in which they came.
	 * @return the body, empty where there is none
	 */
	public byte[] body() {
		return this.body.bytes();
	}

	/**
	 * Return the body as it came.
	 * @return the body, which can be read while the response is read
	 */
	public ResponseBody content() {
		return this.body;
	}

	/**
	 * Whether an attempt before this one may have been carried out, so that a refusal can
	 * mean that it was.
	 * @return {@code true} if it may
	 */
	public boolean repeated() {
		return this.repeated;
	}

	/**
	 * Whether the response has no body, as with 204 and 304.
	 * @return {@code true} if there is none
	 */
	public boolean isEmpty() {
		return this.body.size() == 0;
	}

	/**
	 * Start the description of a failure that the response tells of. Whatever is taken
	 * from the response into it is shown without the API key and the other secrets of the
	 * call.
	 * @param method the HTTP method of the call
	 * @param pathTemplate the path of the call with its variables in braces
	 * @return a builder
	 */
	public ErrorDetailsBuilder failure(HttpMethod method, String pathTemplate) {
		return ((this.call != null) ? this.call.responded(this.status)
				: ErrorDetails.responded(method, pathTemplate, this.status))
			.mask(this.mask);
	}

	/**
	 * Start the description of a failure where the response leaves open what came of the
	 * call, as {@link #failure(HttpMethod, String)} does.
	 * @param method the HTTP method of the call
	 * @param pathTemplate the path of the call with its variables in braces
	 * @return a builder
	 */
	public ErrorDetailsBuilder failureOfUnknownOutcome(HttpMethod method, String pathTemplate) {
		return ((this.call != null) ? this.call.responseLost() : ErrorDetails.responseLost(method, pathTemplate))
			.mask(this.mask);
	}

	/**
	 * Return the response to a repeated delete of what is not there any more.
	 * @return a copy without a body
	 */
	public BiginResponse gone() {
		return new BiginResponse(this.status, this.headers, new byte[0], true, this.call, this.mask);
	}

	public String masked(String text) {
		return this.mask.apply(text);
	}

	@Override
	public String toString() {
		return "response with status " + this.status + " and " + this.body.size() + " bytes";
	}

}
