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

package io.github.biginspring.query;

import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.github.biginspring.call.BiginCallBuilder;
import io.github.biginspring.record.BiginDateTimeFormat;

/**
 * Which records of a module a list is of, and in which order.
 */
record ListScope(@Nullable Sort order, @Nullable String viewId, @Nullable String pipelineId,
		@Nullable Instant modifiedSince, @Nullable Boolean approved) {

	static final ListScope WHOLE_MODULE = new ListScope(null, null, null, null, null);

	private static final int CUSTOM_VIEW_CREDITS = 3;

	ListScope sort(Sort sort) {
		return new ListScope(sort, this.viewId, this.pipelineId, this.modifiedSince, this.approved);
	}

	ListScope customView(String id) {
		return new ListScope(this.order, id, this.pipelineId, this.modifiedSince, this.approved);
	}

	ListScope pipeline(String id) {
		return new ListScope(this.order, this.viewId, id, this.modifiedSince, this.approved);
	}

	ListScope modifiedSince(Instant time) {
		return new ListScope(this.order, this.viewId, this.pipelineId, time, this.approved);
	}

	ListScope approved(boolean approved) {
		return new ListScope(this.order, this.viewId, this.pipelineId, this.modifiedSince, approved);
	}

	/**
	 * Return the order of ids that the list has.
	 * @return the order, or {@code null} where it has another one, or, as custom views
	 * may, one that is not known
	 */
	@Nullable IdOrder idOrder() {
		if (this.order == null) {
			return (this.viewId == null) ? IdOrder.DESCENDING : null;
		}
		return this.order.field().equals("id") ? IdOrder.of(this.order) : null;
	}

	boolean isWholeModule() {
		return this.viewId == null && this.pipelineId == null && this.modifiedSince == null && this.approved == null;
	}

	/**
	 * Whether nothing was said that a search does not know.
	 * @return {@code true} if a search can be made of it
	 */
	boolean isSearchable() {
		return new ListScope(null, null, null, null, this.approved).equals(this);
	}

	void addTo(BiginCallBuilder call) {
		call.query("cvid", this.viewId).query("pipeline_id", this.pipelineId).query("approved", this.approved);
		if (this.order != null) {
			call.query("sort_by", this.order.field()).query("sort_order", this.order.order());
		}
		if (this.viewId != null) {
			call.credits(CUSTOM_VIEW_CREDITS);
		}
		if (this.modifiedSince != null) {
			addModifiedSince(call, this.modifiedSince);
		}
	}

	/**
	 * Ask only for what was changed since a time. A fraction of a second is dropped, so
	 * that nothing is missed.
	 * @param call the call
	 * @param time the time
	 */
	static void addModifiedSince(BiginCallBuilder call, Instant time) {
		// not an HTTP date
		call.header(HttpHeaders.IF_MODIFIED_SINCE, BiginDateTimeFormat.format(time.atOffset(ZoneOffset.UTC)));
	}

}
