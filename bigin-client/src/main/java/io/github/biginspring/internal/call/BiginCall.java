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

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.observation.Operation;

/**
 * One HTTP call, made as often as it is subscribed to. Immutable.
 *
 * @param <T> what the response is read as
 * @since 0.1.0
 */
public final class BiginCall<T> {

	private static final String MODULE_VARIABLE = "{module}";

	private final Spec spec;

	private final Binding binding;

	private final ResponseReader<T> reader;

	private final @Nullable StreamedResponseReader<T> streamedReader;

	BiginCall(BiginCallBuilder builder, ResponseReader<T> reader, @Nullable StreamedResponseReader<T> streamedReader) {
		this(new Spec(builder), Binding.NONE, reader, streamedReader);
	}

	private BiginCall(Spec spec, Binding binding, ResponseReader<T> reader,
			@Nullable StreamedResponseReader<T> streamedReader) {
		this.spec = spec;
		this.binding = binding;
		this.reader = reader;
		this.streamedReader = streamedReader;
	}

	/**
	 * Start a call to Bigin by way of the gateway.
	 * @param effect what the call does at the service
	 * @param method the HTTP method
	 * @param pathTemplate the path from {@code /bigin} on, with its variables in braces
	 * @param variables the values of the variables, in order
	 * @return a builder
	 * @throws IllegalArgumentException if there are more or fewer values than variables
	 */
	public static BiginCallBuilder gateway(CallEffect effect, HttpMethod method, String pathTemplate,
			UriVariable... variables) {
		return new BiginCallBuilder(CallTarget.GATEWAY, effect, method, pathTemplate, List.of(variables));
	}

	/**
	 * Start a call to Maton's control plane.
	 * @param effect what the call does at the service
	 * @param method the HTTP method
	 * @param pathTemplate the path from {@code /connections} on, with its variables in
	 * braces
	 * @param variables the values of the variables, in order
	 * @return a builder
	 * @throws IllegalArgumentException if there are more or fewer values than variables
	 */
	public static BiginCallBuilder control(CallEffect effect, HttpMethod method, String pathTemplate,
			UriVariable... variables) {
		return new BiginCallBuilder(CallTarget.CONTROL, effect, method, pathTemplate, List.of(variables));
	}

	/**
	 * Return the same call on another connection.
	 * @param connectionId the id of the connection
	 * @return a copy
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public BiginCall<T> onConnection(String connectionId) {
		return bound(new Binding(UriVariable.requireConnectionId(connectionId), this.binding.repeated,
				this.binding.priority, this.binding.probe, this.binding.operation));
	}

	/**
	 * Return the same call for another attempt, after one that may have been carried out.
	 * @return a copy whose response is {@linkplain BiginResponse#repeated() marked}
	 */
	public BiginCall<T> repeated() {
		return bound(new Binding(this.binding.connectionId, true, this.binding.priority, this.binding.probe,
				this.binding.operation));
	}

	/**
	 * Return the same call with another priority.
	 * @param priority who goes first where calls have to wait
	 * @return a copy
	 */
	public BiginCall<T> withPriority(CallPriority priority) {
		return bound(new Binding(this.binding.connectionId, this.binding.repeated, priority, this.binding.probe,
				this.binding.operation));
	}

	/**
	 * Return the same call as a part of a health check.
	 * @return a copy that goes ahead of all calls that wait, whatever its priority
	 */
	public BiginCall<T> probing() {
		return bound(new Binding(this.binding.connectionId, this.binding.repeated, this.binding.priority, true,
				this.binding.operation));
	}

	/**
	 * Return the same call as a part of an operation.
	 * @param operation the operation
	 * @return a copy
	 */
	BiginCall<T> during(Operation operation) {
		return bound(new Binding(this.binding.connectionId, this.binding.repeated, this.binding.priority,
				this.binding.probe, operation));
	}

	private BiginCall<T> bound(Binding binding) {
		return new BiginCall<>(this.spec, binding, this.reader, this.streamedReader);
	}

	/**
	 * Return the same call with its response streamed.
	 * @param reader reads the response
	 * @param <R> what it is read as
	 * @return a copy
	 */
	<R> BiginCall<R> streamed(StreamedResponseReader<R> reader) {
		return new BiginCall<>(this.spec, this.binding, (response) -> null, reader);
	}

	/**
	 * Return who goes first where calls have to wait.
	 * @return the priority, {@link CallPriority#INTERACTIVE} where nothing else was said
	 */
	public CallPriority priority() {
		return this.binding.priority;
	}

	/**
	 * Whether the call is a part of a health check.
	 * @return {@code true} if it goes ahead of all calls that wait
	 */
	public boolean isProbe() {
		return this.binding.probe;
	}

	/**
	 * Return what the call costs each time it is sent.
	 * @return Bigin's credits, 0 for calls to Maton's control plane
	 */
	public int credits() {
		return this.spec.credits;
	}

	/**
	 * Return what the call sends that is secret, besides the API key.
	 * @return the secrets
	 */
	public List<String> secrets() {
		return this.spec.secrets;
	}

	/**
	 * Return which service the call goes to.
	 * @return the target
	 */
	public CallTarget target() {
		return this.spec.target;
	}

	/**
	 * Return the HTTP method.
	 * @return the method
	 */
	public HttpMethod method() {
		return this.spec.method;
	}

	/**
	 * Return the path with its variables in braces.
	 * @return the path template
	 */
	public String pathTemplate() {
		return this.spec.pathTemplate;
	}

	/**
	 * Return the values of the path's variables.
	 * @return the values, in order
	 */
	public List<UriVariable> pathVariables() {
		return this.spec.pathVariables;
	}

	/**
	 * Return the parameters of the query.
	 * @return the parameters, in order, not encoded
	 */
	public List<QueryParameter> query() {
		return this.spec.query;
	}

	/**
	 * Return the headers of this call, without those that every call has.
	 * @return read-only headers
	 */
	public HttpHeaders headers() {
		return this.spec.headers;
	}

	/**
	 * Return the body, not to be changed.
	 * @return the body, mostly JSON, or {@code null} where there is none, or it is
	 * streamed
	 */
	public byte @Nullable [] body() {
		return (this.spec.body instanceof RequestBody.Bytes bytes) ? bytes.content() : null;
	}

	/**
	 * Return the body, streamed or not.
	 * @return the body, or {@code null} where there is none
	 */
	public @Nullable RequestBody requestBody() {
		return this.spec.body;
	}

	/**
	 * Whether the body can be sent more than once. Where it cannot, the call may be made
	 * again only if it never left.
	 * @return {@code false} for a body that can be read only once
	 */
	public boolean isBodyRepeatable() {
		return this.spec.body == null || this.spec.body.isRepeatable();
	}

	/**
	 * Whether a body is streamed, that of the request or of the response, so that the
	 * call can take long while all is well.
	 * @return {@code true} if one is
	 */
	public boolean isStreamed() {
		return this.streamedReader != null || this.spec.body != null && this.spec.body.isStreamed();
	}

	/**
	 * Return what the call does at the service.
	 * @return the effect
	 */
	public CallEffect effect() {
		return this.spec.effect;
	}

	/**
	 * Whether the call may be made again where its outcome is unknown.
	 * @return {@code true} if making it twice comes to the same as making it once
	 */
	public boolean isIdempotent() {
		return this.spec.effect != CallEffect.ONCE;
	}

	/**
	 * Whether an attempt before this one may have been carried out.
	 * @return {@code true} for the copy that {@link #repeated()} gives
	 */
	public boolean isRepeated() {
		return this.binding.repeated;
	}

	/**
	 * Whether a response with a {@code data} array is read record by record, also with
	 * 400, with which Bigin responds where it refused every record.
	 * @return {@code true} for writes of records
	 */
	public boolean perRecordStatus() {
		return this.spec.perRecordStatus;
	}

	/**
	 * Whether not finding what the path names means that an attempt before this one has
	 * deleted it.
	 * @return {@code true} for a {@linkplain #isRepeated() repeated} delete
	 */
	public boolean ignoresNotFoundOnRetry() {
		return this.spec.ignoreNotFoundOnRetry && this.binding.repeated;
	}

	/**
	 * Whether a response without a body says that there is nothing, or that all is done.
	 * @param status the HTTP status
	 * @return {@code false} where the body must have been lost
	 */
	public boolean isBodyOptional(int status) {
		return this.spec.bodyOptional || status == 204 || isNotModified(status);
	}

	/**
	 * Whether a response says that nothing has changed since the time that the call
	 * names.
	 * @param status the HTTP status
	 * @return {@code true} for 304 to a conditional request
	 */
	public boolean isNotModified(int status) {
		return status == 304 && (this.spec.headers.containsHeader(HttpHeaders.IF_MODIFIED_SINCE)
				|| this.spec.headers.containsHeader(HttpHeaders.IF_NONE_MATCH));
	}

	/**
	 * Return the connection that the call is made on.
	 * @return the id, or {@code null} for the one that is configured, or else the
	 * gateway's choice
	 */
	public @Nullable String connectionId() {
		return this.binding.connectionId;
	}

	/**
	 * Return what reads the response.
	 * @return the reader
	 */
	public ResponseReader<T> reader() {
		return this.reader;
	}

	/**
	 * Return what reads the response while it comes in.
	 * @return the reader, or {@code null} where the response is read to its end first
	 */
	public @Nullable StreamedResponseReader<T> streamedReader() {
		return this.streamedReader;
	}

	/**
	 * Return the module that the call is about.
	 * @return the module's API name, or {@code null} where it is about none
	 */
	@Nullable String module() {
		int at = this.spec.pathTemplate.indexOf(MODULE_VARIABLE);
		if (at >= 0) {
			return this.spec.pathVariables
				.get((int) this.spec.pathTemplate.substring(0, at).chars().filter((c) -> c == '{').count())
				.value();
		}
		for (QueryParameter parameter : this.spec.query) {
			if (parameter.name().equals("module")) {
				return parameter.value();
			}
		}
		return (this.binding.operation != null) ? this.binding.operation.module() : null;
	}

	/**
	 * Start the details of an error that a response of the service tells of.
	 * @param status the HTTP status
	 * @return a builder that knows the call
	 */
	public ErrorDetailsBuilder responded(int status) {
		return described(ErrorDetails.responded(this.spec.method, this.spec.pathTemplate, status));
	}

	/**
	 * Start the details of an error because of which the call was not sent.
	 * @return a builder that knows the call
	 */
	public ErrorDetailsBuilder notSent() {
		return described(ErrorDetails.notSent(this.spec.method, this.spec.pathTemplate));
	}

	/**
	 * Start the details of an error after which the outcome of the call is unknown.
	 * @return a builder that knows the call
	 */
	public ErrorDetailsBuilder responseLost() {
		return described(ErrorDetails.responseLost(this.spec.method, this.spec.pathTemplate));
	}

	/**
	 * Start the details of an error because the body of a response was lost.
	 * @param status the HTTP status
	 * @return a builder that knows the call
	 */
	public ErrorDetailsBuilder bodyLost(int status) {
		return described(ErrorDetails.bodyLost(this.spec.method, this.spec.pathTemplate, status));
	}

	private ErrorDetailsBuilder described(ErrorDetailsBuilder details) {
		return details.operation((this.binding.operation != null) ? this.binding.operation.name() : null)
			.module(module())
			.connectionId(this.binding.connectionId)
			.requiredScope(RequiredScope.of(this));
	}

	@Override
	public String toString() {
		return this.spec.method + " " + this.spec.pathTemplate;
	}

	/**
	 * What all copies of a call have in common.
	 */
	private static final class Spec {

		private final CallTarget target;

		private final HttpMethod method;

		private final String pathTemplate;

		private final List<UriVariable> pathVariables;

		private final List<QueryParameter> query;

		private final HttpHeaders headers;

		private final @Nullable RequestBody body;

		private final CallEffect effect;

		private final boolean perRecordStatus;

		private final boolean ignoreNotFoundOnRetry;

		private final boolean bodyOptional;

		private final int credits;

		private final List<String> secrets;

		Spec(BiginCallBuilder builder) {
			this.target = builder.target;
			this.method = builder.method;
			this.pathTemplate = builder.pathTemplate;
			this.pathVariables = builder.pathVariables;
			this.query = List.copyOf(builder.query);
			this.headers = (builder.headers != null) ? HttpHeaders.readOnlyHttpHeaders(builder.headers)
					: HttpHeaders.EMPTY;
			this.body = builder.body;
			this.effect = builder.effect;
			this.perRecordStatus = builder.perRecordStatus;
			this.ignoreNotFoundOnRetry = builder.ignoreNotFoundOnRetry;
			this.bodyOptional = builder.bodyOptional;
			this.credits = builder.credits;
			this.secrets = builder.secrets;
		}

	}

	private record Binding(@Nullable String connectionId, boolean repeated, CallPriority priority, boolean probe,
			@Nullable Operation operation) {

		static final Binding NONE = new Binding(null, false, CallPriority.INTERACTIVE, false, null);

	}

	/**
	 * A parameter of the query.
	 *
	 * @param name the name
	 * @param value the value, not encoded
	 * @param encoded both of them as they stand in a query, or {@code null} where they
	 * are encoded when they are sent
	 * @since 0.1.0
	 */
	public record QueryParameter(String name, String value, @Nullable String encoded) {

		QueryParameter(String name, String value) {
			this(name, value, null);
		}

		/**
		 * Encode a parameter that is sent often.
		 * @param name the name
		 * @param value the value, not encoded
		 * @return the parameter
		 */
		public static QueryParameter encoded(String name, String value) {
			StringBuilder encoded = new StringBuilder();
			UriEncoding.append(encoded, name);
			encoded.append('=');
			UriEncoding.append(encoded, value);
			return new QueryParameter(name, value, encoded.toString());
		}

	}

}
