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

package io.github.biginspring.query.internal;

import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.criteria.CriteriaRenderer;
import io.github.biginspring.criteria.CriteriaValue;
import io.github.biginspring.criteria.SearchExpression;
import io.github.biginspring.internal.IdOrder;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.coql.CoqlColumns;
import io.github.biginspring.internal.coql.CoqlParser;
import io.github.biginspring.internal.coql.CoqlStatement;
import io.github.biginspring.internal.mapping.LenientMapping;
import io.github.biginspring.internal.mapping.Reading;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.internal.paging.Paging;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.RecordSearch;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.query.UnreadableRecord;
import io.github.biginspring.query.internal.coql.CoqlRangeSubscription;
import io.github.biginspring.query.internal.coql.CoqlRanges;
import io.github.biginspring.query.internal.list.AdaptiveSubscription;
import io.github.biginspring.query.internal.list.ListScope;
import io.github.biginspring.query.internal.list.ListSource;
import io.github.biginspring.query.internal.list.ListSpec;

/**
 * A list that is being built.
 */
record DefaultRecordQuery<T>(RecordMapping<T> mapping, RecordCalls<T> calls, ReadPlan plan, FieldSelection selection,
		ListScope scope, Paging paging,
		@Nullable Consumer<? super UnreadableRecord> unreadable) implements RecordQuery<T>, PagedQuery<T> {

	private static final String OPERATION = "list";

	@Override
	public RecordQuery<T> fields(String... names) {
		return with(FieldSelection.of(names), this.scope, this.paging);
	}

	@Override
	public RecordQuery<T> sort(SortOrder sort) {
		Assert.notNull(sort, "'sort' must not be null");
		return withScope(this.scope.sort(sort.field(), sort.order()));
	}

	@Override
	public RecordQuery<T> pageSize(int size) {
		return with(this.selection, this.scope, this.paging.withSize(size));
	}

	@Override
	public RecordQuery<T> prefetch(int pages) {
		return with(this.selection, this.scope, this.paging.withPrefetch(pages));
	}

	@Override
	public RecordQuery<T> plan(ReadPlan plan) {
		Assert.notNull(plan, "'plan' must not be null");
		return new DefaultRecordQuery<>(this.mapping, this.calls, plan, this.selection, this.scope, this.paging,
				this.unreadable);
	}

	@Override
	public RecordQuery<T> customView(String id) {
		return withScope(this.scope.customView(UriVariable.recordId(id).value()));
	}

	@Override
	public RecordQuery<T> pipeline(String id) {
		return withScope(this.scope.pipeline(UriVariable.recordId(id).value()));
	}

	@Override
	public RecordQuery<T> modifiedSince(Instant time) {
		Assert.notNull(time, "'time' must not be null");
		return withScope(this.scope.modifiedSince(time));
	}

	@Override
	public RecordQuery<T> approved(boolean approved) {
		return withScope(this.scope.approved(approved));
	}

	private RecordQuery<T> withScope(ListScope scope) {
		return with(this.selection, scope, this.paging);
	}

	private RecordQuery<T> with(FieldSelection selection, ListScope scope, Paging paging) {
		return new DefaultRecordQuery<>(this.mapping, this.calls, this.plan, selection, scope, paging, this.unreadable);
	}

	@Override
	public RecordSearch<T> matching(Criteria criteria) {
		SearchExpression expression = CriteriaRenderer.SEARCH.render(criteria);
		return search("criteria", expression.text(), expression);
	}

	@Override
	public RecordSearch<T> matchingEmail(String email) {
		Assert.hasText(email, "'email' must not be empty");
		return search("email", CriteriaValue.searchTerm("email", email), null);
	}

	@Override
	public RecordSearch<T> matchingPhone(String phone) {
		Assert.hasText(phone, "'phone' must not be empty");
		return search("phone", CriteriaValue.searchTerm("phone", phone), null);
	}

	@Override
	public RecordSearch<T> matchingWord(String word) {
		Assert.notNull(word, "'word' must not be null");
		Assert.isTrue(word.strip().length() >= 2, "A search by word needs at least 2 characters");
		return search("word", CriteriaValue.searchTerm("word", word), null);
	}

	private RecordSearch<T> search(String parameter, String value, @Nullable SearchExpression criteria) {
		Assert.state(this.scope.isSearchable(),
				"A search takes no order, custom view, pipeline or time of change: Bigin knows them for lists only");
		return new DefaultRecordSearch<>(this.mapping, this.calls, this.selection, this.paging, this.scope.approved(),
				parameter, value, criteria, this.unreadable);
	}

	@Override
	public RecordQuery<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		Assert.notNull(handler, "'handler' must not be null");
		return new DefaultRecordQuery<>(this.mapping, this.calls, this.plan, this.selection, this.scope, this.paging,
				handler);
	}

	@Override
	public DefaultRecordQuery<Reading<T>> readings() {
		LenientMapping<T> lenient = new LenientMapping<>(this.mapping);
		return new DefaultRecordQuery<>(lenient, this.calls.reading(lenient), this.plan, this.selection, this.scope,
				this.paging, null);
	}

	@Override
	public Flux<T> readAll() {
		ListSpec<T> list = spec();
		return switch (this.plan.strategy()) {
			case PAGES -> this.calls.all(OPERATION, () -> new ListSource<>(list), this.paging);
			case COQL -> this.calls.observed(OPERATION, ranges(list.ranges(this.plan.calls())));
			case AUTOMATIC ->
				this.calls.observed(OPERATION, Flux.defer(() -> new AdaptiveSubscription<>(list, this.plan).records()));
		};
	}

	private Flux<T> ranges(CoqlRanges<T> ranges) {
		return Flux.defer(() -> {
			CoqlRangeSubscription<T> reading = new CoqlRangeSubscription<>(ranges);
			return Boolean.TRUE.equals(this.plan.expectsMany()) ? reading.recordsOfMany(null) : reading.records();
		});
	}

	@Override
	public Mono<RecordPage<T>> readPage(PageSpec request) {
		return this.calls.page(OPERATION, request, pages().page(request));
	}

	@Override
	public Mono<T> readFirst() {
		return this.calls.single(OPERATION, pages().page(PageSpec.of(1, 1)));
	}

	// a page by number is none of those that COQL could give
	private ListSpec<T> pages() {
		return new ListSpec<>(this.mapping, this.calls, this.selection.requiredParameter(this.calls.module()),
				this.scope, this.paging, null, null);
	}

	private ListSpec<T> spec() {
		String fields = this.selection.requiredParameter(this.calls.module());
		IdOrder order = this.scope.idOrder();
		CoqlStatement all = null;
		String unselectable = null;
		if (order != null) {
			try {
				Coql whole = Coql.select(this.selection.names()).from(this.mapping.module());
				all = CoqlParser.parse(whole.text()).ordered(order);
			}
			catch (IllegalArgumentException ex) {
				unselectable = ex.getMessage();
			}
		}
		return new ListSpec<>(this.mapping, this.calls, fields, this.scope, this.paging, all, obstacle(unselectable));
	}

	private @Nullable String obstacle(@Nullable String unselectable) {
		if (!this.scope.isWholeModule()) {
			return "it is of a custom view, pipeline or time of change";
		}
		if (this.scope.idOrder() == null) {
			return "its order is not that of ids";
		}
		for (String field : this.selection.names()) {
			if (!CoqlColumns.isKnown(field)) {
				return "COQL does not know the field " + field;
			}
		}
		return unselectable;
	}

}
