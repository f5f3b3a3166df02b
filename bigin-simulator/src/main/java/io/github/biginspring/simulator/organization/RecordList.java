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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Lists the records of a module.
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
		String sortBy = parameters.oneOf("sort_by", SORTABLE, "id");
		String sortOrder = parameters.oneOf("sort_order", List.of("asc", "desc"), "desc");
		Map<String, String> sort = new LinkedHashMap<>();
		sort.put("sort_by", sortBy);
		sort.put("sort_order", sortOrder);
		RecordOrder order = matching(modified(this.table.order(sortBy), modifiedSince), parameters);
		return new RecordPager(this.organization, this.view, this.table, parameters).page(order,
				"desc".equals(sortOrder), sort, parameters.get("cvid", ""), parameters.get("pipeline_id", ""),
				parameters.get("approved", ""));
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
			CustomViews.CustomView found = this.table.views().find(view);
			if (found == null) {
				throw RefusedException.invalidParameter("cvid");
			}
			Criteria criteria = found.criteria();
			filter = (criteria == null) ? filter
					: and(filter, (kept) -> criteria.matches((field) -> this.view.value(field, kept)));
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

}
