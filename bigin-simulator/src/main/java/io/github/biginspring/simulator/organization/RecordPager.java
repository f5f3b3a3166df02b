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
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Cuts records in an order into pages, by number and by token.
 */
final class RecordPager {

	private final Organization organization;

	private final RecordView view;

	private final RecordTable table;

	private final Parameters parameters;

	RecordPager(Organization organization, RecordView view, RecordTable table, Parameters parameters) {
		this.organization = organization;
		this.view = view;
		this.table = table;
		this.parameters = parameters;
	}

	/**
	 * The page that the parameters ask for.
	 * @param order the records
	 * @param descending whether the greatest comes first
	 * @param sort what {@code info} says of the order
	 * @param binding what must be the same in all requests of one reading
	 * @return the page
	 */
	Page page(RecordOrder order, boolean descending, Map<String, String> sort, Object... binding) {
		List<String> fields = RecordList.fields(this.parameters);
		int bound = Objects.hash(this.table.definition().apiName(), fields, sort, List.of(binding));
		String token = this.parameters.get("page_token");
		Window window = (token != null) ? window(PageToken.parse(token), bound, order, descending) : window();
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
		info.putAll(sort);
		Instant expiry = this.organization.now().plus(this.organization.pageLimits().tokenLifetime());
		TokenFactory tokens = (rank, backward) -> new PageToken(bound, window.perPage(), backward,
				order.key(rank, descending), order.id(rank, descending), expiry.getEpochSecond())
			.encode();
		boolean former = window.start() > 0 && !data.isEmpty();
		info.put("next_page_token", more ? tokens.at(end - 1, false) : null);
		info.put("previous_page_token", former ? tokens.at(window.start(), true) : null);
		info.put("page_token_expiry", (more || former) ? this.organization.timeOf(expiry) : null);
		return new Page(data, info);
	}

	private Window window() {
		PageLimits limits = this.organization.pageLimits();
		int perPage = RecordList.perPage(this.parameters, limits);
		int page = this.parameters.positive("page", 1);
		if ((long) page * perPage > limits.discreteRecords() && page > 1) {
			throw RefusedException
				.of("DISCRETE_PAGINATION_LIMIT_EXCEEDED",
						"You can only get the first " + limits.discreteRecords()
								+ " records without using page_token param")
				.with("limit", limits.discreteRecords());
		}
		return new Window((page - 1) * perPage, perPage, perPage, page);
	}

	private Window window(PageToken token, int binding, RecordOrder order, boolean descending) {
		if (this.parameters.has("page")) {
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
