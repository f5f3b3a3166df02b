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

package io.github.biginspring.internal.coql;

import java.util.Set;

/**
 * The columns that COQL does not know.
 */
public final class CoqlColumns {

	// tags, files, texts of several lines, lists and objects, of the modules that all
	// organisations have; and Pipeline_Name, which few have: a list leaves out what does
	// not exist, a query is refused
	private static final Set<String> UNKNOWN = Set.of("Tag", "Record_Image", "Description", "Note_Content",
			"Data_Processing_Basis_Details", "Secondary_Contacts", "Associated_Products", "Remind_At",
			"Recurring_Activity", "Participants", "Pipeline_Name");

	private CoqlColumns() {
	}

	/**
	 * Whether COQL may know a field.
	 * @param field the API name
	 * @return {@code false} where it is known not to
	 */
	public static boolean isKnown(String field) {
		return !field.startsWith("$") && !UNKNOWN.contains(field);
	}

}
