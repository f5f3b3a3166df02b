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

package io.github.biginspring.contract;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.LeaseProvider;

/**
 * What all instances of an application share: a copy of all contacts, the cursor and the
 * lock that go with it, and a list of who has handled each change.
 */
interface SharedCopy extends AutoCloseable {

	/**
	 * Connect to what is shared.
	 * @param url of JDBC or of Redis
	 */
	static SharedCopy at(String url) {
		return url.startsWith("jdbc:") ? new JdbcSharedCopy(url) : new RedisSharedCopy(url);
	}

	CursorStore cursorStore();

	LeaseProvider leaseProvider();

	/**
	 * Take a change over into the copy.
	 * @param id the record id
	 * @param lastName its name, or {@code null} where it was deleted
	 * @param instance who does it
	 */
	void put(String id, @Nullable String lastName, String instance);

	/**
	 * Return the names by the record ids.
	 */
	Map<String, String> content();

	/**
	 * Return who has handled each change, in the order in which they did.
	 */
	List<String> handlers();

	@Override
	void close();

}
