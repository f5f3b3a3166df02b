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

package io.github.biginspring.metadata;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;

/**
 * What has a name, and another one that a person sees.
 */
abstract class NamedInfo extends ServiceInfo {

	NamedInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Return the name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String name() {
		return text("name");
	}

	/**
	 * Return what a person sees.
	 * @return the value, or {@code null}
	 */
	public @Nullable String displayLabel() {
		return text("display_label");
	}

}
