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

package io.github.biginspring.query.internal.bulk;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginJobFailedException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RequestedId;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkJobState;

/**
 * Makes the three calls of a bulk read.
 */
final class BulkCalls {

	static final String RESULT_PATH = "/bigin/bulk/v2/read/{id}/result";

	static final String JOB_PATH = "/bigin/bulk/v2/read/{id}";

	private static final String CREATE_PATH = "/bigin/bulk/v2/read";

	private static final int CREATE_CREDITS = 50;

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final JsonMapper jsonMapper;

	private final Supplier<Mono<Void>> turn;

	private final CallLifecycle lifecycle;

	BulkCalls(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper, Supplier<Mono<Void>> turn,
			CallLifecycle lifecycle) {
		this.exchange = exchange;
		this.observer = observer;
		this.jsonMapper = jsonMapper;
		this.turn = turn;
		this.lifecycle = lifecycle;
	}

	BulkCalls withObserver(OperationObserver observer) {
		return new BulkCalls(this.exchange, observer, this.jsonMapper, this.turn, this.lifecycle);
	}

	OperationObserver observer() {
		return this.observer;
	}

	Mono<BulkJob> create(Map<String, Object> query, String fileType) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, CREATE_PATH)
			.body(this.jsonMapper.writeValueAsBytes(Map.of("query", query, "file_type", fileType)))
			.credits(CREATE_CREDITS);
		return this.exchange.exchange(call.read((response) -> {
			JsonNode entry = entry(response);
			requireSuccess(entry, response, HttpMethod.POST, CREATE_PATH);
			return job(entry.path("details"));
		}));
	}

	Mono<BulkJob> job(String id) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, JOB_PATH, UriVariable.recordId(id));
		RequestedId requested = new RequestedId(call, id);
		return this.exchange.exchange(call.read((response) -> job(response, requested)));
	}

	/**
	 * Look whether a job has completed.
	 * @param id the id of the job
	 * @return the job, or empty where it has not ended
	 */
	Mono<BulkJob> completed(String id) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, JOB_PATH, UriVariable.recordId(id));
		RequestedId requested = new RequestedId(call, id);
		return this.exchange.exchange(call.read((response) -> {
			BulkJob job = job(response, requested);
			if (job.isFailed()) {
				throw new BiginJobFailedException(response.failure(HttpMethod.GET, JOB_PATH)
					.message("bulk job " + id + " has ended as " + job.state())
					.build(), id);
			}
			return job.isCompleted() ? job : null;
		}));
	}

	private BulkJob job(BiginResponse response, RequestedId requested) {
		JsonNode entry = entry(response);
		requireSuccess(entry, response, HttpMethod.GET, JOB_PATH);
		BulkJob job = job(entry);
		requested.check(response, job.id());
		return job;
	}

	private void requireSuccess(JsonNode entry, BiginResponse response, HttpMethod method, String pathTemplate) {
		if ("error".equalsIgnoreCase(text(entry, "status"))) {
			throw response.failure(method, pathTemplate)
				.code(text(entry, "code"))
				.message(text(entry, "message"))
				.details(details(entry))
				.toException();
		}
	}

	/**
	 * Pause before a job is looked at again.
	 * @param pause how long, where the application does not stop in the meantime
	 * @return signals when to look again
	 */
	Mono<Long> pause(Duration pause) {
		return this.lifecycle.pause(pause);
	}

	/**
	 * Wait for the turn of a download.
	 * @return completes when it may begin
	 */
	Mono<Void> turn() {
		return this.turn.get();
	}

	Flux<DataBuffer> download(String id) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, RESULT_PATH,
				UriVariable.recordId(id));
		return call.stream(this.exchange);
	}

	private JsonNode entry(BiginResponse response) {
		JsonNode entry = this.jsonMapper.readTree(response.body()).path("data").path(0);
		if (!entry.isObject()) {
			throw MismatchedInputException.from(null, BulkJob.class, "no job");
		}
		return entry;
	}

	private static BulkJob job(JsonNode job) {
		String id = text(job, "id");
		if (id == null) {
			throw MismatchedInputException.from(null, BulkJob.class, "no id of a job");
		}
		JsonNode state = job.path("state").isObject() ? job.path("state").path("value") : job.path("state");
		JsonNode result = job.path("result");
		return new BulkJob(id, new BulkJobState(state.asString("")), result.isObject() ? result(result) : null);
	}

	private static BulkJob.Result result(JsonNode result) {
		return new BulkJob.Result(result.path("page").asInt(1), result.path("count").asLong(0),
				result.path("more_records").asBoolean(false), text(result, "download_url"));
	}

	@SuppressWarnings("unchecked") // the keys of a JSON object are texts
	private Map<String, @Nullable Object> details(JsonNode entry) {
		JsonNode details = entry.path("details");
		return details.isObject() ? this.jsonMapper.treeToValue(details, Map.class) : Map.of();
	}

	private static @Nullable String text(JsonNode node, String name) {
		JsonNode value = node.path(name);
		return (value.isString() || value.isNumber()) ? value.asString() : null;
	}

}
