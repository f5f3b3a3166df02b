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

package io.github.biginspring.internal.call;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginException;

/**
 * What the service says of one thing that a call was to change: a relation, a file, a
 * tag.
 *
 * @param details what it says of the change, by API name
 * @param error why it refused, or {@code null} where it did not
 * @since 0.1.0
 */
public record ChangeResult(Map<String, @Nullable Object> details, @Nullable BiginException error) {

	ResultPairing.Label label() {
		return ResultPairing.Label.of(this.error == null, (this.error != null) ? this.error.getCode() : null,
				this.details);
	}

	/**
	 * Return the id of what was changed.
	 * @return the id, digits as text, or {@code null} where the service did not say
	 */
	public @Nullable String id() {
		Object id = this.details.get("id");
		return (id != null) ? id.toString() : null;
	}

}
