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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the deleted records of a module. Guarded by its
 * {@link Organization}.
 */
final class DeletedRecords {

	private static final List<String> TYPES = List.of("all", "recycle", "permanent");

	private final List<Deletion> deletions = new ArrayList<>();

	void add(long id, @Nullable String displayName, User by, Instant at) {
		this.deletions.add(new Deletion(id, displayName, by, at, false));
	}

	List<Deletion> all() {
		return this.deletions;
	}

	/**
	 * Take a record out of the recycle bin for good.
	 * @param id the id of the record
	 * @return whether it was in the recycle bin
	 */
	boolean purge(long id) {
		for (int i = this.deletions.size() - 1; i >= 0; i--) {
			Deletion deletion = this.deletions.get(i);
			if (deletion.id() == id && !deletion.permanent()) {
				this.deletions.set(i, new Deletion(id, deletion.displayName(), deletion.by(), deletion.at(), true));
				return true;
			}
		}
		return false;
	}

	/**
	 * A page of the deleted records, the latest first.
	 * @param parameters the parameters of the call
	 * @param since leaves out what was not deleted after it, unless {@code null}
	 * @param organization the organisation
	 * @return the page
	 */
	Page page(Parameters parameters, @Nullable Instant since, Organization organization) {
		String type = parameters.oneOf("type", TYPES, "all");
		int perPage = RecordList.perPage(parameters, organization.pageLimits());
		int page = parameters.positive("page", 1);
		Predicate<Deletion> wanted = (deletion) -> ("all".equals(type) || type.equals(deletion.type()))
				&& (since == null || deletion.at().isAfter(since));
		List<Map<String, @Nullable Object>> data = new ArrayList<>();
		long skip = (page - 1L) * perPage;
		boolean more = false;
		for (int i = this.deletions.size() - 1; i >= 0 && !more; i--) {
			Deletion deletion = this.deletions.get(i);
			if (!wanted.test(deletion) || skip-- > 0) {
				continue;
			}
			more = data.size() == perPage;
			if (!more) {
				data.add(deletion.toMap(organization));
			}
		}
		return new Page(data, Page.info(perPage, data.size(), page, more));
	}

	/**
	 * A record that was deleted.
	 *
	 * @param id the id of the record
	 * @param displayName the name that it had
	 * @param by who deleted it
	 * @param at when
	 * @param permanent whether it is in the recycle bin no more
	 */
	record Deletion(long id, @Nullable String displayName, User by, Instant at, boolean permanent) {

		String type() {
			return this.permanent ? "permanent" : "recycle";
		}

		Map<String, @Nullable Object> toMap(Organization organization) {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			map.put("deleted_by", this.by.toReference(false));
			map.put("id", Long.toString(this.id));
			map.put("display_name", this.displayName);
			map.put("type", type());
			map.put("deleted_time", organization.timeOf(this.at));
			return map;
		}

	}

}
