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

package io.github.biginspring.internal;

/**
 * The order of ids, by which a reading can go on after any record.
 */
public enum IdOrder {

	ASCENDING("asc", ">"),

	DESCENDING("desc", "<");

	private final String keyword;

	private final String comparator;

	IdOrder(String keyword, String comparator) {
		this.keyword = keyword;
		this.comparator = comparator;
	}

	public static IdOrder of(String keyword) {
		return keyword.equals(ASCENDING.keyword) ? ASCENDING : DESCENDING;
	}

	public String keyword() {
		return this.keyword;
	}

	/**
	 * Return what stands in COQL between {@code id} and the last id to get the records
	 * after that one.
	 * @return the comparator
	 */
	public String comparator() {
		return this.comparator;
	}

	/**
	 * Whether an id comes after another one.
	 * @param id the id, digits as text
	 * @param other the other id
	 * @return {@code true} if it does
	 */
	public boolean isAfter(String id, String other) {
		// ids are larger than any number type that could be relied on
		int difference = (id.length() != other.length()) ? id.length() - other.length() : id.compareTo(other);
		return (this == ASCENDING) ? difference > 0 : difference < 0;
	}

}
