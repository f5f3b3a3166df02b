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

package io.github.biginspring.write.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.write.OwnerOperations;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

/**
 * {@link OwnerOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class OwnerTemplate implements OwnerOperations {

	private static final String OPERATION = "change_owner";

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper knows the modules of types
	 */
	public OwnerTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper) {
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
	}

	@Override
	public Mono<Written<String>> change(Class<?> type, String id, String ownerId) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(id, "'id' must not be null");
		Assert.notNull(ownerId, "'ownerId' must not be null");
		return change(this.mapper.forType(type).module(), id, ownerId);
	}

	@Override
	public Mono<Written<String>> change(String module, String id, String ownerId) {
		Assert.notNull(id, "'id' must not be null");
		BiginCallBuilder call = call("/bigin/v2/{module}/{id}/actions/change_owner", UriVariable.module(module),
				UriVariable.recordId(id))
			.body(this.mapper.jsonMapper().writeValueAsBytes(Map.of("owner", owner(ownerId))));
		ChangeResultReader reader = new ChangeResultReader(this.mapper.jsonMapper(), call);
		return this.observer.observe(Operation.of(OPERATION, module), this.exchange.exchange(call.perRecordStatus()
			.read((response) -> new Written<>(id, id, reader.single(response, id).details()))));
	}

	@Override
	public Mono<WriteResults<String>> changeAll(Class<?> type, Collection<String> ids, String ownerId, boolean notify) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(ids, "'ids' must not be null");
		Assert.notNull(ownerId, "'ownerId' must not be null");
		return changeAll(this.mapper.forType(type).module(), ids, ownerId, notify);
	}

	@Override
	public Mono<WriteResults<String>> changeAll(String module, Collection<String> ids, String ownerId, boolean notify) {
		Assert.notNull(ids, "'ids' must not be null");
		UriVariable path = UriVariable.module(module);
		Map<String, String> owner = owner(ownerId);
		List<String> all = ids.stream().map((id) -> UriVariable.recordId(id).value()).toList();
		Assert.isTrue(all.size() <= MAX_RECORDS,
				() -> "A call takes at most " + MAX_RECORDS + " records, not " + all.size());
		if (all.isEmpty()) {
			return Mono.just(new WriteResults<>(List.of()));
		}
		BiginCallBuilder call = call("/bigin/v2/{module}/actions/change_owner", path)
			.body(this.mapper.jsonMapper().writeValueAsBytes(Map.of("ids", all, "owner", owner, "notify", notify)));
		ChangeResultReader reader = new ChangeResultReader(this.mapper.jsonMapper(), call);
		return this.observer.observe(Operation.of(OPERATION, module), this.exchange
			.exchange(call.perRecordStatus().read((response) -> ChangeResults.of(all, reader.all(response, all)))));
	}

	// to have an owner twice is to have it once
	private static BiginCallBuilder call(String path, UriVariable... variables) {
		return BiginCall.gateway(CallEffect.IDEMPOTENT, HttpMethod.POST, path, variables);
	}

	private static Map<String, String> owner(String ownerId) {
		Assert.notNull(ownerId, "'ownerId' must not be null");
		return Map.of("id", UriVariable.recordId(ownerId).value());
	}

}
