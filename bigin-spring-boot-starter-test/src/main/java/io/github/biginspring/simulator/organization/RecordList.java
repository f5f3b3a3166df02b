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

package io.github.biginspring.simulator.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Lists the records of a module in pages, by number and by token.
 */
final class RecordList {

	private static final int GREATEST_FIELDS = 50;

	private static final List<String> SORTABLE = List.of("id", "Created_Time", "Modified_Time");

	private final Organization organization;

	private final RecordView view;

	private final RecordTable table;

	RecordList(Organization organization, RecordView view, RecordTable table) {
		this.organization = organization;
		this.view = view;
		this.table = table;
	}

	static @Nullable List<String> fields(Parameters parameters) {
		List<String> fields = parameters.list("fields");
		if (fields != null && fields.size() > GREATEST_FIELDS) {
			throw RefusedException.limitExceeded("fields", GREATEST_FIELDS);
		}
		return fields;
	}

	Page page(Parameters parameters, @Nullable Instant modifiedSince) {
		parameters.required("fields");
		List<String> fields = Objects.requireNonNull(fields(parameters));
		String sortBy = parameters.oneOf("sort_by", SORTABLE, "id");
		String sortOrder = parameters.oneOf("sort_order", List.of("asc", "desc"), "desc");
		boolean descending = "desc".equals(sortOrder);
		RecordOrder order = matching(modified(this.table.order(sortBy), modifiedSince), parameters);
		int binding = Objects.hash(this.table.definition().apiName(), fields, sortBy, sortOrder, parameters.get("cvid"),
				parameters.get("pipeline_id"), parameters.get("approved"));
		PageLimits limits = this.organization.pageLimits();
		String token = parameters.get("page_token");
		Window window = (token != null) ? window(PageToken.parse(token), parameters, binding, order, descending)
				: window(parameters);
		int end = (int) Math.min(order.size(), (long) window.start() + window.length());
		List<Map<String, @Nullable Object>> data = new ArrayList<>();
		for (int rank = window.start(); rank < end; rank++) {
			Map<String, @Nullable Object> kept = this.table.find(order.id(rank, descending));
			if (kept != null) {
				data.add(this.view.show(this.table.definition(), kept, fields));
			}
		}
		boolean more = end < order.size();
		Map<String, @Nullable Object> info = Page.info(window.perPage(), data.size(), window.page(), more);
		info.put("sort_by", sortBy);
		info.put("sort_order", sortOrder);
		Instant expiry = this.organization.now().plus(limits.tokenLifetime());
		TokenFactory tokens = (rank, backward) -> new PageToken(binding, window.perPage(), backward,
				order.key(rank, descending), order.id(rank, descending), expiry.getEpochSecond())
			.encode();
		boolean former = window.start() > 0 && !data.isEmpty();
		info.put("next_page_token", more ? tokens.at(end - 1, false) : null);
		info.put("previous_page_token", former ? tokens.at(window.start(), true) : null);
		info.put("page_token_expiry", (more || former) ? this.organization.timeOf(expiry) : null);
		return new Page(data, info);
	}

	private Window window(Parameters parameters) {
		PageLimits limits = this.organization.pageLimits();
		int perPage = perPage(parameters, limits);
		int page = parameters.positive("page", 1);
		if ((long) page * perPage > limits.discreteRecords() && page > 1) {
			throw RefusedException
				.of("DISCRETE_PAGINATION_LIMIT_EXCEEDED",
						"You can only get the first " + limits.discreteRecords()
								+ " records without using page_token param")
				.with("limit", limits.discreteRecords());
		}
		return new Window((page - 1) * perPage, perPage, perPage, page);
	}

	private Window window(PageToken token, Parameters parameters, int binding, RecordOrder order, boolean descending) {
		if (parameters.has("page")) {
			throw RefusedException.of("INVALID_REQUEST", "page and page_token cannot be given together")
				.with("param_names", List.of("page", "page_token"));
		}
		token.check(this.organization.now(), binding);
		int rank = order.rankOf(token.key(), token.id(), descending);
		int start = rank;
		int length = token.pageSize();
		if (token.backward()) {
			start = Math.max(0, rank - length);
			length = rank - start;
		}
		else if (rank < order.size() && order.id(rank, descending) == token.id()
				&& order.key(rank, descending) == token.key()) {
			start = rank + 1;
		}
		int limit = this.organization.pageLimits().tokenRecords();
		if (start >= limit) {
			throw RefusedException.of("LIMIT_REACHED", "You can only get the first " + limit + " records")
				.with("limit", limit);
		}
		return new Window(start, length, token.pageSize(), start / token.pageSize() + 1);
	}

	static int perPage(Parameters parameters, PageLimits limits) {
		int perPage = parameters.positive("per_page", limits.pageSize());
		if (perPage > limits.pageSize()) {
			throw RefusedException.limitExceeded("per_page", limits.pageSize());
		}
		return perPage;
	}

	private RecordOrder modified(RecordOrder order, @Nullable Instant since) {
		if (since == null) {
			return order;
		}
		long[] modified = this.table.order("Modified_Time").idsAfter(since.getEpochSecond());
		return order.filter((id) -> Arrays.binarySearch(modified, id) >= 0);
	}

	private RecordOrder matching(RecordOrder order, Parameters parameters) {
		Predicate<Map<String, @Nullable Object>> filter = filter(parameters);
		return (filter == null) ? order : order.filter((id) -> {
			Map<String, @Nullable Object> kept = this.table.find(id);
			return kept != null && filter.test(kept);
		});
	}

	private @Nullable Predicate<Map<String, @Nullable Object>> filter(Parameters parameters) {
		Predicate<Map<String, @Nullable Object>> filter = null;
		if ("false".equals(parameters.get("approved"))) {
			filter = and(filter, (kept) -> false);
		}
		String view = parameters.get("cvid");
		if (view != null) {
			Criteria criteria = this.table.view(view);
			if (criteria == null) {
				throw RefusedException.invalidParameter("cvid");
			}
			filter = and(filter, (kept) -> criteria.matches((field) -> this.view.value(field, kept)));
		}
		String pipeline = parameters.get("pipeline_id");
		if (pipeline != null) {
			filter = and(filter, (kept) -> pipeline.equals(kept.get("Pipeline")));
		}
		return filter;
	}

	private static <T> Predicate<T> and(@Nullable Predicate<T> one, Predicate<T> other) {
		return (one != null) ? one.and(other) : other;
	}

	/**
	 * The part of a list that a page shows.
	 *
	 * @param start the rank of the first record
	 * @param length how many records it can show
	 * @param perPage the size of the pages
	 * @param page the number of the page
	 */
	private record Window(int start, int length, int perPage, int page) {
	}

	@FunctionalInterface
	private interface TokenFactory {

		String at(int rank, boolean backward);

	}

}
