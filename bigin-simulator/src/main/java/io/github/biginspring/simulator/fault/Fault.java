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

package io.github.biginspring.simulator.fault;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A fault of a response, such as an error status, a delay or a lost response. Immutable;
 * each step returns a copy:
 * <pre class="code">Fault.rateLimited().retryAfter(Duration.ofSeconds(7))</pre>
 *
 * @since 0.1.0
 */
public final class Fault {

	private static final String JSON = "application/json;charset=utf-8";

	private final FaultKind kind;

	private final int status;

	private final Map<String, String> headers;

	private final @Nullable String body;

	private final Duration delay;

	private final boolean applied;

	private Fault(FaultKind kind, int status, Map<String, String> headers, @Nullable String body, Duration delay,
			boolean applied) {
		this.kind = kind;
		this.status = status;
		this.headers = Collections.unmodifiableMap(headers);
		this.body = body;
		this.delay = delay;
		this.applied = applied;
	}

	private static Fault of(FaultKind kind) {
		return new Fault(kind, 0, new LinkedHashMap<>(), null, Duration.ZERO, false);
	}

	/**
	 * A response with a status and no body.
	 * @param status the HTTP status
	 * @return the fault
	 */
	public static Fault status(int status) {
		return new Fault(FaultKind.RESPONSE, status, new LinkedHashMap<>(), null, Duration.ZERO, false);
	}

	/**
	 * Too many requests: status 429 with the body that Zoho CRM gives it, and without a
	 * {@code Retry-After}.
	 * @return the fault
	 */
	public static Fault rateLimited() {
		return status(429).body(JSON, "{\"code\":\"TOO_MANY_REQUESTS\",\"details\":{},"
				+ "\"message\":\"too many requests. please try again after some time\",\"status\":\"error\"}");
	}

	/**
	 * A failure of the service with a body: status 500.
	 * @return the fault
	 */
	public static Fault internalError() {
		return status(500).body(JSON, "{\"code\":\"INTERNAL_ERROR\",\"details\":{},"
				+ "\"message\":\"Internal Server Error\",\"status\":\"error\"}");
	}

	/**
	 * A refusal for want of an OAuth scope: status 401.
	 * @return the fault
	 */
	public static Fault scopeMismatch() {
		return status(401).body(JSON, "{\"code\":\"OAUTH_SCOPE_MISMATCH\",\"details\":{},"
				+ "\"message\":\"invalid oauth scope to access this URL\",\"status\":\"error\"}");
	}

	/**
	 * A refusal for a bad API key: status 401.
	 * @return the fault
	 */
	public static Fault badApiKey() {
		return status(401).body(JSON, "{\"error\":{\"message\":\"Invalid or missing Maton API key\",\"code\":401}}");
	}

	/**
	 * A redirection: status 302.
	 * @param location where to
	 * @return the fault
	 */
	public static Fault redirectTo(URI location) {
		return status(302).header("Location", location.toString());
	}

	/**
	 * Status 200 with a body that begins as JSON and is none.
	 * @return the fault
	 */
	public static Fault invalidJson() {
		return status(200).body(JSON, "{\"data\":[{\"id\":\"72550240");
	}

	/**
	 * Status 200 with a page for people in place of JSON.
	 * @return the fault
	 */
	public static Fault html() {
		return status(200).body("text/html;charset=utf-8",
				"<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>");
	}

	/**
	 * The true response, but late.
	 * @param delay how late
	 * @return the fault
	 */
	public static Fault latency(Duration delay) {
		return of(FaultKind.NONE).delayed(delay);
	}

	/**
	 * The connection is reset in place of a response.
	 * @return the fault
	 */
	public static Fault connectionReset() {
		return of(FaultKind.CONNECTION_RESET);
	}

	/**
	 * The connection is closed without a response.
	 * @return the fault
	 */
	public static Fault emptyResponse() {
		return of(FaultKind.EMPTY_RESPONSE);
	}

	/**
	 * Status 200, then bytes that are no HTTP.
	 * @return the fault
	 */
	public static Fault garbage() {
		return of(FaultKind.GARBAGE);
	}

	/**
	 * The true response, but the connection ends in the middle of it, so that fewer bytes
	 * come than {@code Content-Length} says. What was asked for takes effect.
	 * @return the fault
	 */
	public static Fault truncatedResponse() {
		return of(FaultKind.TRUNCATED_RESPONSE).afterTakingEffect();
	}

	/**
	 * The same fault, but what was asked for takes effect before it: a write happens and
	 * its response is lost.
	 * @return a copy
	 */
	public Fault afterTakingEffect() {
		return new Fault(this.kind, this.status, this.headers, this.body, this.delay, true);
	}

	/**
	 * The same fault, but later.
	 * @param delay how much later
	 * @return a copy
	 */
	public Fault delayed(Duration delay) {
		return new Fault(this.kind, this.status, this.headers, this.body, delay, this.applied);
	}

	/**
	 * The same response with a {@code Retry-After} in seconds.
	 * @param delay how long to wait, rounded up to whole seconds
	 * @return a copy
	 */
	public Fault retryAfter(Duration delay) {
		return header("Retry-After", Long.toString(delay.plusMillis(999).toSeconds()));
	}

	/**
	 * The same response with a {@code Retry-After} as an HTTP date.
	 * @param instant when to try again, cut off to the second
	 * @return a copy
	 */
	public Fault retryAfter(Instant instant) {
		return header("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)));
	}

	/**
	 * The same response with a header.
	 * @param name the name of the header
	 * @param value its value
	 * @return a copy
	 */
	public Fault header(String name, String value) {
		Map<String, String> extended = new LinkedHashMap<>(this.headers);
		extended.put(name, value);
		return new Fault(this.kind, this.status, extended, this.body, this.delay, this.applied);
	}

	/**
	 * The same response with another body.
	 * @param contentType the type of the body
	 * @param content the body
	 * @return a copy
	 */
	public Fault body(String contentType, String content) {
		Fault typed = header("Content-Type", contentType);
		return new Fault(typed.kind, typed.status, typed.headers, content, typed.delay, typed.applied);
	}

	/**
	 * The same response without a body.
	 * @return a copy
	 */
	public Fault withoutBody() {
		Map<String, String> reduced = new LinkedHashMap<>(this.headers);
		reduced.remove("Content-Type");
		return new Fault(this.kind, this.status, reduced, null, this.delay, this.applied);
	}

	/**
	 * What kind of fault this is.
	 * @return the kind
	 */
	public FaultKind kind() {
		return this.kind;
	}

	/**
	 * The status of the response, where the kind is {@link FaultKind#RESPONSE}.
	 * @return the HTTP status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The headers of the response, where the kind is {@link FaultKind#RESPONSE}.
	 * @return the headers by name
	 */
	public Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * The body of the response, where the kind is {@link FaultKind#RESPONSE}.
	 * @return the body, or {@code null} for none
	 */
	public @Nullable String body() {
		return this.body;
	}

	/**
	 * How much later the response comes.
	 * @return the delay
	 */
	public Duration delay() {
		return this.delay;
	}

	/**
	 * Whether what was asked for takes effect all the same.
	 * @return whether the request is carried out
	 */
	public boolean takesEffect() {
		return this.applied || this.kind == FaultKind.NONE;
	}

	@Override
	public String toString() {
		return (this.kind == FaultKind.RESPONSE) ? "status " + this.status : this.kind.toString();
	}

}
