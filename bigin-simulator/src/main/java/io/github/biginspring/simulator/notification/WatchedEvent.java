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

package io.github.biginspring.simulator.notification;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.RecordEvent.Operation;

/**
 * What a channel tells of: one kind of change, or {@code all}, in one module.
 *
 * @param module the API name of the module
 * @param kind {@code create}, {@code edit}, {@code delete} or {@code all}
 */
record WatchedEvent(String module, String kind) {

	static final String ALL = "all";

	static final List<String> KINDS = List.of("create", "edit", "delete");

	static @Nullable WatchedEvent parse(String text) {
		int dot = text.lastIndexOf('.');
		String kind = text.substring(dot + 1);
		return (dot > 0 && (ALL.equals(kind) || KINDS.contains(kind))) ? new WatchedEvent(text.substring(0, dot), kind)
				: null;
	}

	boolean covers(String changedModule, Operation operation) {
		return this.module.equals(changedModule)
				&& (ALL.equals(this.kind) || KINDS.get(operation.ordinal()).equals(this.kind));
	}

	@Override
	public String toString() {
		return this.module + "." + this.kind;
	}

}
