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

/**
 * The data types of fields, with their names in the metadata.
 *
 * @since 0.1.0
 */
public enum DataType {

	/**
	 * One line of text.
	 */
	TEXT("text", "string", 255),

	/**
	 * Several lines of text.
	 */
	TEXTAREA("textarea", "string", 32000),

	/**
	 * An email address.
	 */
	EMAIL("email", "string", 100),

	/**
	 * A telephone number, as free text.
	 */
	PHONE("phone", "string", 30),

	/**
	 * The address of a website.
	 */
	WEBSITE("website", "string", 450),

	/**
	 * One value out of a list. Where no list was given, any value is accepted.
	 */
	PICKLIST("picklist", "string", 120),

	/**
	 * Several values out of a list.
	 */
	MULTISELECT("multiselectpicklist", "jsonarray", 120),

	/**
	 * A whole number of at most nine digits.
	 */
	INTEGER("integer", "integer", 9),

	/**
	 * A whole number beyond nine digits; also the record's id, which travels as text.
	 */
	BIGINT("bigint", "string", 19),

	/**
	 * A decimal number.
	 */
	DOUBLE("double", "double", 16),

	/**
	 * An amount of money.
	 */
	CURRENCY("currency", "double", 16),

	/**
	 * True or false; false where nothing was given.
	 */
	BOOLEAN("boolean", "boolean", 5),

	/**
	 * A date, {@code yyyy-MM-dd}.
	 */
	DATE("date", "string", 20),

	/**
	 * A date-time with an offset and without a fraction of a second.
	 */
	DATETIME("datetime", "string", 120),

	/**
	 * A reference to a record of one module, or of any module.
	 */
	LOOKUP("lookup", "jsonobject", 120),

	/**
	 * A reference to a user.
	 */
	USER("ownerlookup", "jsonobject", 120),

	/**
	 * A reference to a team pipeline.
	 */
	PIPELINE("lookup", "jsonobject", 120),

	/**
	 * The tags of a record.
	 */
	TAGS("text", "jsonarray", 2000),

	/**
	 * An array that is kept as it was sent.
	 */
	ARRAY("bigint", "jsonarray", 0),

	/**
	 * An object that is kept as it was sent.
	 */
	OBJECT("jsonobject", "jsonobject", 0),

	/**
	 * References to several records of one module.
	 */
	LOOKUPS("multiselectlookup", "jsonarray", 0),

	/**
	 * The users, contacts and addresses that are invited to an event.
	 */
	PARTICIPANTS("bigint", "jsonarray", 0),

	/**
	 * How an activity recurs, an object with an {@code RRULE}.
	 */
	RECURRENCE("RRULE", "jsonobject", 0),

	/**
	 * When to remind of a task, an object with an {@code ALARM}.
	 */
	ALARM("ALARM", "jsonobject", 0),

	/**
	 * How long before an event to remind of it, an array of units and periods.
	 */
	REMINDERS("multireminder", "jsonarray", 0),

	/**
	 * How long a call took, {@code mm:ss} or a number.
	 */
	DURATION("text", "string", 20);

	private final String wireName;

	private final String jsonType;

	private final int length;

	DataType(String wireName, String jsonType, int length) {
		this.wireName = wireName;
		this.jsonType = jsonType;
		this.length = length;
	}

	String wireName() {
		return this.wireName;
	}

	String jsonType() {
		return this.jsonType;
	}

	int length() {
		return this.length;
	}

	/**
	 * Whether it holds text.
	 * @return whether it does
	 */
	public boolean isText() {
		return switch (this) {
			case TEXT, TEXTAREA, EMAIL, PHONE, WEBSITE, PICKLIST, DURATION -> true;
			default -> false;
		};
	}

	/**
	 * Whether it holds a number to count with, which an id is not.
	 * @return whether it does
	 */
	public boolean isNumber() {
		return switch (this) {
			case INTEGER, DOUBLE, CURRENCY -> true;
			default -> false;
		};
	}

	/**
	 * Whether it holds a date or a date-time.
	 * @return whether it does
	 */
	public boolean isTime() {
		return this == DATE || this == DATETIME;
	}

	/**
	 * Whether it refers to a record, a user or a pipeline.
	 * @return whether it does
	 */
	public boolean isReference() {
		return this == LOOKUP || this == USER || this == PIPELINE;
	}

}
