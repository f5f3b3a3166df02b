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

package io.github.biginspring.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A record that has an owner and tags.
 *
 * @since 0.1.0
 */
public abstract class OwnedRecord extends AuditedRecord {

	/**
	 * Create a record without fields.
	 */
	protected OwnedRecord() {
	}

	/**
	 * Return the owner.
	 * @return the owner, or {@code null}
	 */
	public @Nullable UserLookup getOwner() {
		return getUser("Owner");
	}

	/**
	 * Set the owner. An id is enough.
	 * @param owner the owner, or {@code null} to clear it
	 */
	public void setOwner(@Nullable UserLookup owner) {
		set("Owner", owner);
	}

	/**
	 * Return the tags ({@code Tag}).
	 * @return the tags, empty where there are none
	 */
	@BiginField("Tag")
	public List<Tag> getTags() {
		return getTags("Tag");
	}

	/**
	 * Set the tags. An update replaces all that were there.
	 * @param tags the tags, empty to remove them all
	 */
	public void setTags(List<Tag> tags) {
		Assert.notNull(tags, "'tags' must not be null");
		Assert.noNullElements(tags, "'tags' must not contain null elements");
		set("Tag", tags);
	}

}
