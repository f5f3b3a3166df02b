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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the client does to a record and its users cannot: what the service gave does not
 * count as set. A record is an {@link Object} here, since its package knows this one.
 */
public abstract class RecordAccess {

	private static volatile @Nullable RecordAccess registered;

	/**
	 * Register the access, as the type of records does before there is any record.
	 * @param access the access
	 */
	public static void register(RecordAccess access) {
		registered = access;
	}

	/**
	 * Return the access.
	 * @return the access, once there is a record
	 */
	public static RecordAccess get() {
		RecordAccess access = registered;
		Assert.state(access != null, "There is no record yet");
		return access;
	}

	/**
	 * Take over fields as the service gave them. They replace all that was there, and
	 * none of them counts as set.
	 * @param record the record
	 * @param fields the wire values by API name; the record keeps this map and changes it
	 */
	public abstract void load(Object record, Map<String, @Nullable Object> fields);

	/**
	 * Take the id that the service has given to the record. It does not count as set.
	 * @param record the record
	 * @param id the id, digits as text
	 */
	public abstract void assignId(Object record, String id);

}
