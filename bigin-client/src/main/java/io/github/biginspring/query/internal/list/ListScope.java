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

package io.github.biginspring.query.internal.list;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.IdOrder;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.paging.PageParameters;

/**
 * Which records of a module a list is of, and in which order.
 */
public record ListScope(@Nullable String sortBy, @Nullable String sortOrder, @Nullable String viewId,
		@Nullable String pipelineId, @Nullable Instant modifiedSince, @Nullable Boolean approved) {

	/**
	 * All records, in the order where none is set.
	 */
	public static final ListScope WHOLE_MODULE = new ListScope(null, null, null, null, null, null);

	private static final int CUSTOM_VIEW_CREDITS = 3;

	public ListScope sort(String field, String order) {
		return new ListScope(field, order, this.viewId, this.pipelineId, this.modifiedSince, this.approved);
	}

	public ListScope customView(String id) {
		return new ListScope(this.sortBy, this.sortOrder, id, this.pipelineId, this.modifiedSince, this.approved);
	}

	public ListScope pipeline(String id) {
		return new ListScope(this.sortBy, this.sortOrder, this.viewId, id, this.modifiedSince, this.approved);
	}

	public ListScope modifiedSince(Instant time) {
		return new ListScope(this.sortBy, this.sortOrder, this.viewId, this.pipelineId, time, this.approved);
	}

	public ListScope approved(boolean approved) {
		return new ListScope(this.sortBy, this.sortOrder, this.viewId, this.pipelineId, this.modifiedSince, approved);
	}

	/**
	 * Return the order of ids that the list has.
	 * @return the order, or {@code null} where it has another one, or, as custom views
	 * may, one that is not known
	 */
	public @Nullable IdOrder idOrder() {
		if (this.sortBy == null) {
			return (this.viewId == null) ? IdOrder.DESCENDING : null;
		}
		return (this.sortBy.equals("id") && this.sortOrder != null) ? IdOrder.of(this.sortOrder) : null;
	}

	public boolean isWholeModule() {
		return this.viewId == null && this.pipelineId == null && this.modifiedSince == null && this.approved == null;
	}

	/**
	 * Whether nothing was said that a search does not know.
	 * @return {@code true} if a search can be made of it
	 */
	public boolean isSearchable() {
		return new ListScope(null, null, null, null, null, this.approved).equals(this);
	}

	void addTo(BiginCallBuilder call) {
		call.query("cvid", this.viewId).query("pipeline_id", this.pipelineId).query("approved", this.approved);
		if (this.sortBy != null) {
			call.query("sort_by", this.sortBy).query("sort_order", this.sortOrder);
		}
		if (this.viewId != null) {
			call.credits(CUSTOM_VIEW_CREDITS);
		}
		if (this.modifiedSince != null) {
			PageParameters.addModifiedSince(call, this.modifiedSince);
		}
	}

}
