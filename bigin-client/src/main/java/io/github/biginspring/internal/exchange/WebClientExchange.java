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

package io.github.biginspring.internal.exchange;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallListener;
import io.github.biginspring.internal.call.CallTarget;
import io.github.biginspring.internal.call.CallerFailure;
import io.github.biginspring.internal.call.ConnectionGuard;
import io.github.biginspring.internal.call.ReportedFailureException;
import io.github.biginspring.internal.call.UnfitRecordException;
import io.github.biginspring.internal.call.RequestBody;
import io.github.biginspring.internal.call.ResponseBody;
import io.github.biginspring.internal.call.SecretMask;
import io.github.biginspring.internal.call.StreamedResponse;
import io.github.biginspring.internal.call.StreamedResponseReader;

/**
 * Sends calls by a {@link WebClient}, each just once, and turns whatever goes wrong into
 * a {@link BiginException}.
 */
public final class WebClientExchange implements CallExchange {

	private static final String CONNECTION_HEADER = "Maton-Connection";

	// where WebClient's own observation looks for the template
	private static final String URI_TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	// where Reactor keeps what doOnDiscard has added
	private static final String ON_DISCARD = "reactor.onDiscard.local";

	private static final String USER_AGENT = userAgent();

	private static final byte[] EMPTY = new byte[0];

	private final WebClient webClient;

	private final MatonEndpoint endpoint;

	private final ApiKey apiKey;

	private final SecretMask mask;

	private final ResponseFailures failures;

	/**
	 * Create an exchange.
	 * @param webClient sends the calls; it must not follow redirects, which would carry
	 * the API key elsewhere, and must take bodies of a full page, over 180 kB
	 * @param endpoint where Maton is
	 * @param apiKey the key that every call carries
	 * @param jsonMapper reads the bodies of failures
	 * @param clock tells how far away a date in a Retry-After header is
	 */
	public WebClientExchange(WebClient webClient, MatonEndpoint endpoint, ApiKey apiKey, JsonMapper jsonMapper,
			InstantSource clock) {
		Assert.notNull(webClient, "'webClient' must not be null");
		this.webClient = FilterGuard.guard(webClient);
		this.endpoint = endpoint;
		this.apiKey = apiKey;
		this.mask = SecretMask.of(apiKey);
		this.failures = new ResponseFailures(jsonMapper, clock);
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return Mono.deferContextual((context) -> {
			Mono<T> response = send(call, context.getOrDefault(CallProgress.class, null),
					context.hasKey(BodyProgress.class) ? context.get(BodyProgress.class) : new BodyProgress(),
					context.hasKey(CallListener.class) ? context.get(CallListener.class) : CallListener.NONE);
			return context.hasKey(ON_DISCARD) ? response.contextWrite(WebClientExchange::withoutOnDiscard) : response;
		});
	}

	// Spring's codecs release what a cancelled call leaves behind: one who does so around
	// the call would release it a second time, and with it the memory of others
	private static Context withoutOnDiscard(Context context) {
		return context.delete(ON_DISCARD);
	}

	private <T> Mono<T> send(BiginCall<T> call, @Nullable CallProgress progress, BodyProgress bodyProgress,
			CallListener listener) {
		URI uri = CallUri.of(this.endpoint, call);
		AtomicBoolean sent = new AtomicBoolean();
		ResponseTimeout responseTimeout = new ResponseTimeout();
		WebClient.RequestBodySpec request = this.webClient.method(call.method())
			.uri(uri)
			.attribute(URI_TEMPLATE_ATTRIBUTE, call.pathTemplate())
			.headers((headers) -> addHeaders(headers, call))
			// called when there is a connection to write the request to
			.httpRequest((httpRequest) -> {
				sent.set(true);
				responseTimeout.startedBy(httpRequest);
				ConnectionGuard.guard(httpRequest);
				listener.sent();
				if (progress != null) {
					progress.sent();
				}
			});
		RequestBody body = call.requestBody();
		if (body != null) {
			body.writeTo(request, bodyProgress::sending);
		}
		Mono<T> result = request.exchangeToMono((received) -> {
			ClientResponse response = withReadableType(received);
			listener.responded(response.statusCode().value(), response.headers().asHttpHeaders());
			StreamedResponseReader<T> streamedReader = call.streamedReader();
			if (streamedReader == null || !hasContent(response)) {
				return read(response, call);
			}
			responseTimeout.end();
			return read(response, call, streamedReader, bodyProgress);
		}).onErrorMap((ex) -> !(ex instanceof BiginException), (ex) -> {
			Throwable own = CallerFailure.in(ex);
			return (own != null) ? own : transportFailure(call, sent.get(), ex);
		});
		return (progress != null) ? result.doOnError(BiginException.class, progress::failed) : result;
	}

	// the version stands in the manifest of the jar
	private static String userAgent() {
		String version = WebClientExchange.class.getPackage().getImplementationVersion();
		return (version != null) ? "bigin-spring-boot/" + version : "bigin-spring-boot";
	}

	private void addHeaders(HttpHeaders headers, BiginCall<?> call) {
		headers.putAll(call.headers());
		this.apiKey.addTo(headers);
		if (!headers.containsHeader(HttpHeaders.ACCEPT)) {
			headers.set(HttpHeaders.ACCEPT,
					(call.streamedReader() != null) ? MediaType.ALL_VALUE : MediaType.APPLICATION_JSON_VALUE);
		}
		if (!headers.containsHeader(HttpHeaders.USER_AGENT)) {
			headers.set(HttpHeaders.USER_AGENT, USER_AGENT);
		}
		// a compressed body that is cut off looks complete once it is decompressed
		if (call.streamedReader() != null && !headers.containsHeader(HttpHeaders.ACCEPT_ENCODING)) {
			headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
		}
		if (call.target() == CallTarget.GATEWAY && call.connectionId() != null) {
			headers.set(CONNECTION_HEADER, call.connectionId());
		}
	}

	// WebClient would refuse to read a body at all whose type is no media type
	private static ClientResponse withReadableType(ClientResponse response) {
		try {
			response.headers().contentType();
			return response;
		}
		catch (InvalidMediaTypeException ex) {
			return response.mutate()
				.headers((headers) -> headers.setContentType(MediaType.APPLICATION_OCTET_STREAM))
				.build();
		}
	}

	private static boolean hasContent(ClientResponse response) {
		return response.statusCode().is2xxSuccessful()
				&& response.statusCode().value() != HttpStatus.NO_CONTENT.value();
	}

	private <T> Mono<T> read(ClientResponse response, BiginCall<T> call, StreamedResponseReader<T> reader,
			BodyProgress progress) {
		Flux<DataBuffer> content = progress.receiving(response.bodyToFlux(DataBuffer.class))
			.onErrorMap((ex) -> transportFailure(call, true, ex));
		StreamedResponse streamed = new StreamedResponse(response.statusCode().value(),
				response.headers().asHttpHeaders(), content);
		return Mono.defer(() -> reader.read(streamed))
			.onErrorMap((ex) -> !(ex instanceof BiginException), CallerFailure::wrap);
	}

	private <T> Mono<T> read(ClientResponse response, BiginCall<T> call) {
		int status = response.statusCode().value();
		HttpHeaders headers = response.headers().asHttpHeaders();
		SecretMask mask = this.mask.and(call.secrets());
		return response.bodyToMono(DataBuffer.class)
			.onErrorMap(DataBufferLimitException.class,
					(ex) -> tooLarge(call, new BiginResponse(status, headers, EMPTY, call.isRepeated(), call, mask),
							ex))
			.defaultIfEmpty(DefaultDataBufferFactory.sharedInstance.wrap(EMPTY))
			.mapNotNull((buffer) -> {
				ResponseBody body = new ResponseBody(buffer);
				try {
					return read(call, new BiginResponse(status, headers, body, call.isRepeated(), call, mask));
				}
				finally {
					body.release();
				}
			});
	}

	private <T> @Nullable T read(BiginCall<T> call, BiginResponse response) {
		if (isSuccess(call, response)) {
			requireBody(call, response);
			if (this.failures.isReported(response)) {
				throw this.failures.toException(call, response);
			}
			return readBody(call, response);
		}
		if (call.perRecordStatus() && this.failures.tellsOfRecords(response)) {
			return readBody(call, response);
		}
		BiginException failure = this.failures.toException(call, response);
		if (call.ignoresNotFoundOnRetry() && ResponseFailures.isGone(failure)) {
			return readBody(call, response.gone());
		}
		throw failure;
	}

	private static boolean isSuccess(BiginCall<?> call, BiginResponse response) {
		return response.status() >= 200 && response.status() < 300 || call.isNotModified(response.status());
	}

	// an empty success is a response whose body was lost on the way, and not "nothing"
	private static void requireBody(BiginCall<?> call, BiginResponse response) {
		if (response.isEmpty() && !call.isBodyOptional(response.status())) {
			throw new BiginUnreadableResponseException(call.bodyLost(response.status())
				.message("status " + response.status() + " without a body")
				.build());
		}
	}

	private <T> @Nullable T readBody(BiginCall<T> call, BiginResponse response) {
		try {
			return call.reader().read(response);
		}
		catch (BiginException ex) {
			throw ex;
		}
		catch (ReportedFailureException ex) {
			throw this.failures.toException(call, response);
		}
		catch (UnfitRecordException ex) {
			throw unreadable(call, response, String.valueOf(ex.getMessage()));
		}
		catch (JacksonException ex) {
			// neither the body nor Jackson's message: both can hold personal data
			String where = ex.getPath().isEmpty() ? "not the JSON that was expected"
					: "not as expected at " + ResponseFailures.path(ex);
			throw unreadable(call, response, "the response is " + where);
		}
		catch (Throwable ex) {
			// also what Reactor would throw past the subscriber, which would wait for
			// ever
			throw unreadable(call, response, "the response's reader failed with " + ex.getClass().getName());
		}
	}

	private BiginException tooLarge(BiginCall<?> call, BiginResponse response, DataBufferLimitException cause) {
		if (!isSuccess(call, response)) {
			// its status says more than its size
			return this.failures.toException(call, response);
		}
		return new BiginUnreadableResponseException(response.failure(call.method(), call.pathTemplate())
			.message("the response is larger than the client takes (bigin.max-response-size)")
			.nextStep("Raise bigin.max-response-size, or ask for less at once.")
			// a new one: the other names the URI
			.cause(new DataBufferLimitException(String.valueOf(cause.getMessage())))
			.build());
	}

	private static BiginException unreadable(BiginCall<?> call, BiginResponse response, String message) {
		return new BiginUnreadableResponseException(
				response.failure(call.method(), call.pathTemplate()).message(message).build());
	}

	private BiginException transportFailure(BiginCall<?> call, boolean sent, Throwable error) {
		Throwable cause = (error instanceof WebClientException && error.getCause() != null) ? error.getCause() : error;
		ErrorDetailsBuilder failure = sent ? call.responseLost() : call.notSent();
		// WebClient's own exception is left out: it holds the expanded URI and the
		// headers
		return failure.connectionFailure(CallUri.of(this.endpoint, call).getAuthority(), cause).toException();
	}

}
