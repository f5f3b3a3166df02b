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

package io.github.biginspring.internal.mapping;

import java.util.Map;
import java.util.Set;

/**
 * The fields that a record created from one that was read takes over from it. What the
 * service keeps itself stays with the original, unless the caller has set it.
 */
final class CopiedFields {

	private static final Set<String> KEPT_BY_SERVICE = Set.of("Created_Time", "Created_By", "Modified_Time",
			"Modified_By", "Last_Activity_Time", "Full_Name");

	/**
	 * System fields that say of which module the record in a lookup is, and that lookup.
	 */
	private static final Map<String, String> LOOKUPS = Map.of("$related_module", "Related_To", "$se_module",
			"Parent_Id");

	private CopiedFields() {
	}

	/**
	 * Whether a field that was read and not set goes into a copy.
	 * @param name the API name
	 * @param set the names of the fields that were set
	 * @return {@code true} if it is the same in the copy
	 */
	static boolean contains(String name, Set<String> set) {
		if (name.startsWith("$")) {
			String lookup = LOOKUPS.get(name);
			// of a lookup that was set the old module says nothing
			return lookup != null && !set.contains(lookup);
		}
		return !KEPT_BY_SERVICE.contains(name);
	}

}
