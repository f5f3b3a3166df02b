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

package io.github.biginspring.sample.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.biginspring.criteria.Criteria;

import static io.github.biginspring.criteria.Criteria.where;

/**
 * The records that have a place in the paths of this application.
 */
enum RecordCollection {

	CONTACTS("contacts", "Contacts", List.of("First_Name", "Last_Name"), List.of("Email")),

	COMPANIES("companies", "Accounts", List.of("Account_Name"), List.of()),

	PRODUCTS("products", "Products", List.of("Product_Name"), List.of("Product_Code")),

	DEALS("deals", "Pipelines", List.of("Deal_Name"), List.of());

	/**
	 * The part of a path that names one of them; there is nothing at any other.
	 */
	static final String VARIABLE = "{collection:contacts|companies|products|deals}";

	private final String path;

	private final String module;

	private final List<String> nameFields;

	private final List<String> furtherFields;

	RecordCollection(String path, String module, List<String> nameFields, List<String> furtherFields) {
		this.path = path;
		this.module = module;
		this.nameFields = nameFields;
		this.furtherFields = furtherFields;
	}

	static Optional<RecordCollection> ofPath(String path) {
		return Arrays.stream(values()).filter((collection) -> collection.path.equals(path)).findFirst();
	}

	static Optional<RecordCollection> ofModule(String module) {
		return Arrays.stream(values()).filter((collection) -> collection.module.equals(module)).findFirst();
	}

	String path() {
		return this.path;
	}

	String module() {
		return this.module;
	}

	List<String> nameFields() {
		return this.nameFields;
	}

	// tag::search[]
	/**
	 * Search by what somebody has typed so far.
	 * @param text the beginning of a name or an address, or of a first and a last name
	 * @return what records have to match
	 */
	Criteria beginningWith(String text) {
		Criteria any = where(this.nameFields.get(0)).startsWith(text);
		for (String field : this.nameFields.subList(1, this.nameFields.size())) {
			any = any.or(where(field).startsWith(text));
		}
		for (String field : this.furtherFields) {
			any = any.or(where(field).startsWith(text));
		}
		String[] words = text.split("\\s+", 2);
		if (words.length == 2 && this.nameFields.size() == 2) {
			any = any.or(where(this.nameFields.get(0)).startsWith(words[0])
				.and(where(this.nameFields.get(1)).startsWith(words[1])));
		}
		return any;
	}
	// end::search[]

}
