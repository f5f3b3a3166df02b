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

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.related.RelatedOperations;
import io.github.biginspring.related.RelatedQuery;
import io.github.biginspring.write.WriteResults;
import io.github.biginspring.write.internal.ChangeResults;

/**
 * {@link RelatedOperations} by calls to Bigin.
 */
final class RelatedTemplate implements RelatedOperations {

	static final String LIST_PATH = "/bigin/v2/{module}/{id}/{relatedList}";

	private static final String RELATION_PATH = "/bigin/v2/{module}/{id}/{relatedList}/{relatedId}";

	private static final int MAX_FIELDS = 50;

	private static final byte[] NO_FIELDS = "{\"data\":[{}]}".getBytes(StandardCharsets.US_ASCII);

	private final ParentRecord parent;

	RelatedTemplate(ParentRecord parent) {
		this.parent = parent;
	}

	@Override
	public <T> RelatedQuery<T> list(String relatedList, Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		RecordMapping<T> mapping = this.parent.mapper().forType(type);
		return list(relatedList, mapping, mapping.fields());
	}

	@Override
	public RelatedQuery<BiginRecord> list(String relatedList, String... fields) {
		Assert.notNull(fields, "'fields' must not be null");
		Assert.noNullElements(fields, "'fields' must not contain null elements");
		UriVariable list = listName(relatedList);
		for (String field : fields) {
			Assert.isTrue(!field.isEmpty() && field.chars().allMatch(RelatedTemplate::isFieldPart),
					"Not a field's API name. It holds letters, digits, underscores, dots and dollar signs only,"
							+ " as 'Last_Name' does");
		}
		return list(list.value(), this.parent.mapper().untyped(list.value()), List.of(fields));
	}

	private static boolean isFieldPart(int c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '$';
	}

	private <T> RelatedQuery<T> list(String relatedList, RecordMapping<T> mapping, List<String> fields) {
		Assert.isTrue(!fields.isEmpty() && fields.size() <= MAX_FIELDS,
				() -> "A list of " + relatedList + " takes 1 to " + MAX_FIELDS + " fields, not " + fields.size());
		PageParser<T> parser = new PageParser<>(jsonMapper(), "data", mapping::read, mapping::idOf);
		return new RelatedPages<>(this.parent.exchange(), this.parent.observer(), parser, mapping::idOf,
				this.parent.module(), this.parent.id(), listName(relatedList), String.join(",", fields),
				this.parent.pageSize(), null);
	}

	@Override
	public Mono<Void> link(String relatedList, String id) {
		return change("link", relation(CallEffect.IDEMPOTENT, HttpMethod.PUT, relatedList, id).body(NO_FIELDS), id);
	}

	@Override
	public Mono<Void> unlink(String relatedList, String id) {
		return change("unlink",
				relation(CallEffect.IDEMPOTENT, HttpMethod.DELETE, relatedList, id).ignoreNotFoundOnRetry(), id);
	}

	@Override
	public Mono<WriteResults<String>> unlinkAll(String relatedList, Collection<String> ids) {
		Assert.notNull(ids, "'ids' must not be null");
		UriVariable list = listName(relatedList);
		List<String> all = ids.stream().map((id) -> UriVariable.recordId(id).value()).toList();
		Assert.isTrue(all.size() <= MAX_RECORDS,
				() -> "A call removes at most " + MAX_RECORDS + " relations, not " + all.size());
		if (all.isEmpty()) {
			return Mono.just(new WriteResults<>(List.of()));
		}
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.IDEMPOTENT, HttpMethod.DELETE, LIST_PATH, this.parent.module(), this.parent.id(), list)
			.query("ids", String.join(",", all));
		ChangeResultReader reader = new ChangeResultReader(jsonMapper(), call);
		return observed("unlink", this.parent.exchange()
			.exchange(call.perRecordStatus().read((response) -> ChangeResults.of(all, reader.all(response, all)))));
	}

	private Mono<Void> change(String operation, BiginCallBuilder call, String id) {
		ChangeResultReader reader = new ChangeResultReader(jsonMapper(), call);
		return observed(operation,
				this.parent.exchange().exchange(call.perRecordStatus().read((response) -> reader.single(response, id))))
			.then();
	}

	private <T> Mono<T> observed(String operation, Mono<T> source) {
		return this.parent.observer().observe(Operation.of(operation, this.parent.module().value()), source);
	}

	private BiginCallBuilder relation(CallEffect effect, HttpMethod method, String relatedList, String id) {
		return BiginCall.gateway(effect, method, RELATION_PATH, this.parent.module(), this.parent.id(),
				listName(relatedList), UriVariable.recordId(id));
	}

	private JsonMapper jsonMapper() {
		return this.parent.mapper().jsonMapper();
	}

	private static UriVariable listName(String relatedList) {
		return UriVariable.relatedList(relatedList);
	}

}
