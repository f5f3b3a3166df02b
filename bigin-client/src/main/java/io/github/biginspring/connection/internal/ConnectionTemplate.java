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

package io.github.biginspring.connection.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.ReportedFailureException;
import io.github.biginspring.internal.call.RequestedId;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.paging.PageReader;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * {@link ConnectionOperations} by calls to Maton's control plane.
 *
 * @since 0.1.0
 */
public final class ConnectionTemplate implements ConnectionOperations {

	private static final int PAGE_SIZE = 100;

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final JsonMapper jsonMapper;

	private final CallLifecycle lifecycle;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param jsonMapper reads and writes the bodies
	 * @param lifecycle ends the pauses between polls
	 */
	public ConnectionTemplate(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper,
			CallLifecycle lifecycle) {
		this.exchange = exchange;
		this.observer = observer;
		this.jsonMapper = jsonMapper;
		this.lifecycle = lifecycle;
	}

	@Override
	public Flux<MatonConnection> list(@Nullable String app, @Nullable ConnectionStatus status) {
		ConnectionPages pages = new ConnectionPages((request) -> this.exchange
			.exchange(BiginCall.control(CallEffect.READ, HttpMethod.GET, ConnectionPages.PATH)
				.query("app", app)
				.query("status", status)
				.query("limit", request.perPage())
				.query("next_token", request.pageToken())
				.read((response) -> connections(request, response))));
		return this.observer.observe(Operation.of("connections.list"),
				new PageReader<>(pages).all(PageSpec.of(1, PAGE_SIZE)));
	}

	@Override
	public Mono<MatonConnection> get(String id) {
		return this.observer.observe(Operation.of("connections.get"), read(id));
	}

	@Override
	public Mono<MatonConnection> create() {
		return create(new NewConnection(BIGIN_APP, null));
	}

	@Override
	public Mono<MatonConnection> create(String method) {
		Assert.hasText(method, "'method' must not be empty");
		return create(new NewConnection(BIGIN_APP, method));
	}

	private Mono<MatonConnection> create(NewConnection connection) {
		BiginCallBuilder call = BiginCall.control(CallEffect.ONCE, HttpMethod.POST, "/connections")
			.body(this.jsonMapper.writeValueAsBytes(connection));
		return this.observer.observe(Operation.of("connections.create"),
				this.exchange.exchange(call.read(this::connection)));
	}

	@Override
	public Mono<Void> delete(String id) {
		BiginCallBuilder call = BiginCall
			.control(CallEffect.IDEMPOTENT, HttpMethod.DELETE, "/connections/{id}", UriVariable.connectionId(id))
			.ignoreNotFoundOnRetry();
		return this.observer.observe(Operation.of("connections.delete"),
				this.exchange.exchange(call.bodyOptional().discardResponse()));
	}

	@Override
	public Mono<MatonConnection> awaitActive(String id, Duration timeout) {
		Assert.notNull(timeout, "'timeout' must not be null");
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		UriVariable.connectionId(id);
		Mono<MatonConnection> active = read(id).flatMap((connection) -> activeOrEmpty(id, connection))
			.repeatWhenEmpty((polls) -> polls.concatMap((count) -> this.lifecycle.pause(pause(count))));
		return this.observer
			.observe(Operation.of("connections.await"),
					active
						.timeout(timeout,
								Mono.error(() -> new BiginTimeoutException(awaited(id)
									.message("connection " + id + " has not become active within " + timeout)
									.nextStep("Its user has to open its URL and agree; then await it again.")
									.build()))));
	}

	private static Mono<MatonConnection> activeOrEmpty(String id, MatonConnection connection) {
		if (ConnectionStatus.FAILED.equals(connection.status())) {
			return Mono.error(new BiginNoConnectionException(
					awaited(id).message("the authorisation of connection " + id + " has failed")
						.nextStep("Delete it and create a new one.")
						.build()));
		}
		return connection.isActive() ? Mono.just(connection) : Mono.empty();
	}

	private static ErrorDetailsBuilder awaited(String id) {
		return ErrorDetails.responded(HttpMethod.GET, "/connections/{id}", 200)
			.operation("connections.await")
			.connectionId(id);
	}

	private static Duration pause(long count) {
		long factor = 1L << Math.min(count, 4);
		Duration pause = FIRST_PAUSE.multipliedBy(factor);
		return (pause.compareTo(MAX_PAUSE) < 0) ? pause : MAX_PAUSE;
	}

	private Mono<MatonConnection> read(String id) {
		BiginCallBuilder call = BiginCall.control(CallEffect.READ, HttpMethod.GET, "/connections/{id}",
				UriVariable.connectionId(id));
		RequestedId requested = new RequestedId(call, id);
		return this.exchange.exchange(call.read((response) -> {
			MatonConnection connection = connection(response);
			requested.check(response, connection.connectionId());
			return connection;
		}));
	}

	private @Nullable RecordPage<MatonConnection> connections(PageSpec request, BiginResponse response) {
		if (response.isEmpty()) {
			return null;
		}
		JsonNode body = this.jsonMapper.readTree(response.body());
		if (!body.path("connections").isArray()) {
			throw MismatchedInputException.from(null, MatonConnection.class, "no connections");
		}
		List<MatonConnection> connections = new ArrayList<>();
		for (JsonNode connection : body.get("connections")) {
			connections.add(connection(connection));
		}
		String next = body.path("next_token").asString("");
		return new RecordPage<>(connections, new PageInfo(request.page(), request.perPage(), connections.size(),
				!next.isEmpty(), next.isEmpty() ? null : next));
	}

	// in an object of its own, or, which is not documented, as the whole body
	private MatonConnection connection(BiginResponse response) {
		JsonNode body = this.jsonMapper.readTree(response.body());
		return connection(body.has("connection") ? body.get("connection") : body);
	}

	private MatonConnection connection(JsonNode connection) {
		if (!connection.isObject() || !connection.path("connection_id").isString()) {
			if (ReportedFailureException.isReport(this.jsonMapper.convertValue(connection, Object.class))) {
				throw new ReportedFailureException();
			}
			// nothing at all would pass for an empty result
			throw MismatchedInputException.from(null, MatonConnection.class, "no connection");
		}
		return this.jsonMapper.treeToValue(connection, MatonConnection.class);
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	record NewConnection(@JsonProperty("app") String app, @JsonProperty("method") @Nullable String method) {

	}

}
