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

package io.github.biginspring.write;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.DuplicateCheck;

/**
 * Options for writing records. Immutable: every step returns a copy.
 *
 * <pre class="code">
 * WriteOptions options = WriteOptions.defaults().withoutWorkflows().clearing("Mobile");
 * </pre>
 *
 * @since 0.1.0
 */
public final class WriteOptions {

	private static final WriteOptions DEFAULTS = new WriteOptions(null, List.of());

	private final @Nullable List<String> triggers;

	private final List<String> cleared;

	private WriteOptions(@Nullable List<String> triggers, List<String> cleared) {
		this.triggers = triggers;
		this.cleared = cleared;
	}

	/**
	 * The default options: workflows run.
	 * @return the options
	 */
	public static WriteOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Keep workflows from running: {@code "trigger":[]} for creates and updates,
	 * {@code wf_trigger=false} for deletes.
	 * @return a copy
	 */
	public WriteOptions withoutWorkflows() {
		return withTriggers();
	}

	/**
	 * Run only some automations when records are created or updated.
	 * @param triggers what is to run, such as {@code workflow}; none at all where it is
	 * empty
	 * @return a copy
	 */
	public WriteOptions withTriggers(String... triggers) {
		Assert.notNull(triggers, "'triggers' must not be null");
		Assert.noNullElements(triggers, "'triggers' must not contain null elements");
		return new WriteOptions(List.of(triggers), this.cleared);
	}

	/**
	 * Clear fields in an update or upsert. Needed for Java records and beans, in which
	 * {@code null} means that a field is left alone.
	 * @param fields the API names of the fields to be set to {@code null}
	 * @return a copy
	 * @throws IllegalArgumentException if one is not an API name
	 */
	public WriteOptions clearing(String... fields) {
		Assert.notNull(fields, "'fields' must not be null");
		DuplicateCheck.requireApiNames(fields);
		return new WriteOptions(this.triggers, List.of(fields));
	}

	/**
	 * The automations that the write triggers.
	 * @return the triggers, or {@code null} for all
	 */
	public @Nullable List<String> triggers() {
		return this.triggers;
	}

	/**
	 * The fields that are cleared.
	 * @return their API names
	 */
	public List<String> cleared() {
		return this.cleared;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WriteOptions options && Objects.equals(this.triggers, options.triggers)
				&& this.cleared.equals(options.cleared);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.triggers, this.cleared);
	}

	@Override
	public String toString() {
		return "WriteOptions[triggers=" + this.triggers + ", clearing=" + this.cleared + "]";
	}

}
