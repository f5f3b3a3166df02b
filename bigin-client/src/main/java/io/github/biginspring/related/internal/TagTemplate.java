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

package io.github.biginspring.related.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.UnsendableValueException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.ChangeResult;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.model.Tag;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.related.TagOperations;
import io.github.biginspring.write.WriteResults;
import io.github.biginspring.write.internal.ChangeResults;

/**
 * {@link TagOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class TagTemplate implements TagOperations {

	private static final String PATH = "/bigin/v2/settings/tags";

	private static final String COUNT_PATH = PATH + "/{id}/actions/records_count";

	private static final int RECORDS_PER_CREDIT = 50;

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	private final JsonMapper jsonMapper;

	private final PageParser<Tag> parser;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper knows the modules of types
	 */
	public TagTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper) {
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
		this.jsonMapper = mapper.jsonMapper();
		ObjectReader reader = this.jsonMapper.readerFor(Tag.class)
			.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		this.parser = new PageParser<>(this.jsonMapper, "tags", (JsonParser json) -> reader.<Tag>readValue(json));
	}

	@Override
	public Flux<Tag> list(String module) {
		BiginCall<List<Tag>> call = settings(CallEffect.READ, HttpMethod.GET, module).read((response) -> {
			RecordPage<Tag> page = this.parser.parse(response.content());
			return (page != null) ? page.items() : null;
		});
		return this.observer.observe(Operation.of("list_tags", module),
				this.exchange.exchange(call).flatMapIterable((tags) -> tags));
	}

	@Override
	public Mono<WriteResults<String>> create(String module, String... names) {
		Assert.notNull(names, "'names' must not be null");
		List<String> all = checkedNames(names);
		BiginCallBuilder call = settings(CallEffect.ONCE, HttpMethod.POST, module)
			.body(body(all.stream().map((name) -> Map.of("name", name)).toList()));
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return all.isEmpty() ? Mono.just(new WriteResults<>(List.of()))
				: changes("create_tags", module, call, all, (response) -> reader.all(response, all.size()));
	}

	@Override
	public Mono<Void> rename(String module, String id, String name) {
		Assert.notNull(name, "'name' must not be null");
		Map<String, String> tag = Map.of("id", UriVariable.recordId(id).value(), "name", checkedName(name));
		return change("rename_tag", module,
				settings(CallEffect.IDEMPOTENT, HttpMethod.PUT, module).body(body(List.of(tag))), id);
	}

	@Override
	public Mono<Void> delete(String module, String id) {
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.IDEMPOTENT, HttpMethod.DELETE, PATH + "/{id}", UriVariable.recordId(id))
			.query("module", UriVariable.module(module).value())
			.ignoreNotFoundOnRetry();
		return change("delete_tag", module, call, id);
	}

	@Override
	public Mono<Long> countRecords(Class<?> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		return countRecords(this.mapper.forType(type).module(), id);
	}

	@Override
	public Mono<Long> countRecords(String module, String id) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, COUNT_PATH, UriVariable.recordId(id))
			.query("module", UriVariable.module(module).value());
		return this.observer.observe(Operation.of("count_tag", module), this.exchange.exchange(call.read(this::count)));
	}

	// documented as a text; a number would mean the same
	private Long count(BiginResponse response) {
		if (response.isEmpty()) {
			return 0L;
		}
		Object count = this.jsonMapper.readValue(response.body(), Map.class).get("count");
		try {
			return Long.valueOf(String.valueOf(count));
		}
		catch (NumberFormatException ex) {
			throw new BiginUnreadableResponseException(
					response.failure(HttpMethod.GET, COUNT_PATH).message("the count is missing").build());
		}
	}

	@Override
	public Mono<WriteResults<String>> addTo(Class<?> type, Collection<String> ids, String... names) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(names, "'names' must not be null");
		Assert.notNull(ids, "'ids' must not be null");
		return addTo(this.mapper.forType(type).module(), ids, names);
	}

	@Override
	public Mono<WriteResults<String>> addTo(String module, Collection<String> ids, String... names) {
		Assert.notNull(names, "'names' must not be null");
		Assert.notNull(ids, "'ids' must not be null");
		return onRecords("add_tags", module, ids, names);
	}

	@Override
	public Mono<WriteResults<String>> removeFrom(Class<?> type, Collection<String> ids, String... names) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(names, "'names' must not be null");
		Assert.notNull(ids, "'ids' must not be null");
		return removeFrom(this.mapper.forType(type).module(), ids, names);
	}

	@Override
	public Mono<WriteResults<String>> removeFrom(String module, Collection<String> ids, String... names) {
		Assert.notNull(names, "'names' must not be null");
		Assert.notNull(ids, "'ids' must not be null");
		return onRecords("remove_tags", module, ids, names);
	}

	private Mono<WriteResults<String>> onRecords(String action, String module, Collection<String> ids,
			String... names) {
		UriVariable path = UriVariable.module(module);
		List<String> all = ids.stream().map((id) -> UriVariable.recordId(id).value()).toList();
		Assert.isTrue(all.size() <= MAX_RECORDS,
				() -> "A call takes at most " + MAX_RECORDS + " records, not " + all.size());
		List<String> tags = checkedNames(names);
		if (all.isEmpty() || tags.isEmpty()) {
			return Mono.just(new WriteResults<>(List.of()));
		}
		// to have a tag, or none, twice is to have it once
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.IDEMPOTENT, HttpMethod.POST, "/bigin/v2/{module}/actions/" + action, path)
			.query("ids", String.join(",", all))
			.query("tag_names", String.join(",", tags))
			.credits((all.size() + RECORDS_PER_CREDIT - 1) / RECORDS_PER_CREDIT);
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return changes(action, module, call, all, (response) -> reader.all(response, all));
	}

	private Mono<WriteResults<String>> changes(String operation, String module, BiginCallBuilder call,
			List<String> inputs, Function<BiginResponse, List<ChangeResult>> changes) {
		return this.observer.observe(Operation.of(operation, module), this.exchange
			.exchange(call.perRecordStatus().read((response) -> ChangeResults.of(inputs, changes.apply(response)))));
	}

	private Mono<Void> change(String operation, String module, BiginCallBuilder call, String id) {
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return this.observer
			.observe(Operation.of(operation, module),
					this.exchange.exchange(call.perRecordStatus().read((response) -> reader.single(response, id))))
			.then();
	}

	private static BiginCallBuilder settings(CallEffect effect, HttpMethod method, String module) {
		return BiginCall.gateway(effect, method, PATH).query("module", UriVariable.module(module).value());
	}

	private byte[] body(List<Map<String, String>> tags) {
		UnsendableValueException.check("Tag", tags);
		return this.jsonMapper.writeValueAsBytes(Map.of("tags", tags));
	}

	private static List<String> checkedNames(String... names) {
		Assert.noNullElements(names, "'names' must not contain null elements");
		return Stream.of(names).map(TagTemplate::checkedName).toList();
	}

	private static String checkedName(@Nullable String name) {
		Assert.isTrue(name != null && !name.isBlank(), "The name of a tag must not be empty");
		Assert.isTrue(name.chars().noneMatch((c) -> c == ',' || Character.isISOControl(c)),
				"The name of a tag must hold no comma and no control character");
		return name;
	}

}
