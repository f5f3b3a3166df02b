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

package io.github.biginspring.sample.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.biginspring.sample.csv.UnreadableLineException;

/**
 * The columns of contacts as CSV: fields that hold text, by the names of Bigin's API.
 */
final class ContactColumns {

	static final String LAST_NAME = "Last_Name";

	static final String EMAIL = "Email";

	/**
	 * All there are. Add your own fields here.
	 */
	static final List<String> ALL = List.of("First_Name", LAST_NAME, EMAIL, "Phone", "Mobile", "Home_Phone", "Title",
			"Description", "Mailing_Street", "Mailing_City", "Mailing_State", "Mailing_Zip", "Mailing_Country");

	private static final int SHOWN_LENGTH = 40;

	private ContactColumns() {
	}

	/**
	 * Check the first line of a file.
	 * @param header its values
	 * @return the names of the columns
	 * @throws UnreadableLineException if it does not name columns that there are
	 */
	static List<String> of(List<String> header) {
		List<String> names = new ArrayList<>(header);
		for (String name : names) {
			if (!ALL.contains(name)) {
				throw unfit("there is no column '%s', only %s, separated by commas".formatted(shown(name), ALL));
			}
			if (Collections.frequency(names, name) > 1) {
				throw unfit("the column " + name + " is there twice");
			}
		}
		// without an address each import would add the same contacts once more
		for (String required : List.of(LAST_NAME, EMAIL)) {
			if (!names.contains(required)) {
				throw unfit("the column " + required + " is missing");
			}
		}
		return names;
	}

	private static String shown(String name) {
		return (name.length() > SHOWN_LENGTH) ? name.substring(0, SHOWN_LENGTH) + "..." : name;
	}

	private static UnreadableLineException unfit(String problem) {
		return new UnreadableLineException(1, "it has to name the columns, and " + problem);
	}

}
