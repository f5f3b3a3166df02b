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

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientException;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallListener;
import io.github.biginspring.internal.call.CallerFailure;
import io.github.biginspring.internal.call.ConnectionGuard;
import io.github.biginspring.internal.call.ResponseBody;
import io.github.biginspring.internal.call.SecretMask;
import io.github.biginspring.internal.call.StreamedResponse;
import io.github.biginspring.internal.call.StreamedResponseReader;

/**
 * What is known of a call while it is sent once: whether it has left, and what comes
 * back.
 *
 * @param <T> what the response is read as
 */
final class CallAttempt<T> implements Function<ClientResponse, Mono<T>>, BufferedBody.Reader<T> {

	private static final ResponseBody EMPTY = new ResponseBody(new byte[0]);

	private final BiginCall<T> call;

	private final WebClientExchange exchange;

	private final @Nullable CallProgress progress;

	private final @Nullable BodyProgress bodyProgress;

	private final CallListener listener;

	private volatile @Nullable ResponseTimeout responseTimeout;

	private volatile boolean sent;

	private int status;

	private HttpHeaders headers = HttpHeaders.EMPTY;

	/**
	 * Create an attempt that has not begun.
	 * @param call the call
	 * @param exchange sends it
	 * @param progress is told how far it has come, where somebody wants to know
	 * @param bodyProgress is told how far a streamed body has come
	 * @param listener is told how far it has come
	 */
	CallAttempt(BiginCall<T> call, WebClientExchange exchange, @Nullable CallProgress progress,
			@Nullable BodyProgress bodyProgress, CallListener listener) {
		this.call = call;
		this.exchange = exchange;
		this.progress = progress;
		this.bodyProgress = bodyProgress;
		this.listener = listener;
	}

	/**
	 * There is a connection to write the request to. Called again where that was closed.
	 * @param request the request
	 */
	void begin(ClientHttpRequest request) {
		boolean again = this.sent;
		this.sent = true;
		if (this.call.streamedReader() != null) {
			ResponseTimeout timeout = new ResponseTimeout();
			timeout.startedBy(request);
			this.responseTimeout = timeout;
		}
		this.exchange.headers().addCommon(request, this.call, again);
		ConnectionGuard.guard(request);
		this.listener.sent();
		if (this.progress != null) {
			this.progress.sent();
		}
	}

	/**
	 * Read what has come back.
	 * @param response the response
	 * @return what it is read as
	 */
	@Override
	public Mono<T> apply(ClientResponse response) {
		this.status = response.statusCode().value();
		this.headers = response.headers().asHttpHeaders();
		this.listener.responded(this.status, this.headers);
		StreamedResponseReader<T> streamedReader = this.call.streamedReader();
		if (streamedReader != null && hasContent()) {
			ResponseTimeout timeout = this.responseTimeout;
			if (timeout != null) {
				timeout.end();
			}
			return read(withReadableType(response), streamedReader);
		}
		return new BufferedBody<>(((ReceivedResponse) response).takeContent(), this.headers.getContentLength(),
				this.exchange.limit(response), this);
	}

	private boolean hasContent() {
		return this.status >= 200 && this.status < 300 && this.status != HttpStatus.NO_CONTENT.value();
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

	private Mono<T> read(ClientResponse response, StreamedResponseReader<T> reader) {
		BodyProgress watch = (this.bodyProgress != null) ? this.bodyProgress : new BodyProgress();
		Flux<DataBuffer> content = watch.receiving(response.bodyToFlux(DataBuffer.class))
			.onErrorMap((ex) -> transportFailure(true, ex));
		StreamedResponse streamed = new StreamedResponse(this.status, response.headers().asHttpHeaders(), content);
		return Mono.defer(() -> reader.read(streamed))
			.onErrorMap((ex) -> !(ex instanceof BiginException), CallerFailure::wrap);
	}

	@Override
	public @Nullable T read(ResponseBody body) {
		return this.exchange.reading().read(this.call, response(body));
	}

	@Override
	public Throwable tooLarge(int limit) {
		return this.exchange.reading().tooLarge(this.call, response(EMPTY), limit);
	}

	private BiginResponse response(ResponseBody body) {
		SecretMask mask = this.exchange.mask().and(this.call.secrets());
		return new BiginResponse(this.status, this.headers, body, this.call.isRepeated(), this.call, mask);
	}

	/**
	 * Return what the caller is told of a failure, and note what is known of the outcome.
	 * @param failure what the attempt has failed with
	 * @return what it is told
	 */
	Throwable failed(Throwable failure) {
		Throwable told = toTell(failure);
		if (this.progress != null && told instanceof BiginException known) {
			this.progress.failed(known);
		}
		return told;
	}

	private Throwable toTell(Throwable failure) {
		if (failure instanceof BiginException) {
			return failure;
		}
		Throwable own = CallerFailure.in(failure);
		return (own != null) ? own : transportFailure(this.sent, failure);
	}

	private BiginException transportFailure(boolean sent, Throwable error) {
		Throwable cause = (error instanceof WebClientException && error.getCause() != null) ? error.getCause() : error;
		ErrorDetailsBuilder failure = sent ? this.call.responseLost() : this.call.notSent();
		// WebClient's own exception is left out: it holds the expanded URI and the
		// headers
		return failure.connectionFailure(this.exchange.uri(this.call).getAuthority(), cause).toException();
	}

}
