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

package io.github.biginspring.change.internal;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.change.Change;
import io.github.biginspring.change.Cursor;

/**
 * A change, or, without one, the end of a reading: with every step the cursor moves on.
 */
record ChangeOrCheckpoint<T>(@Nullable Change<T> change, Cursor cursor) {

	static <T> ChangeOrCheckpoint<T> of(Change<T> change) {
		return new ChangeOrCheckpoint<>(change, change.cursor());
	}

	boolean isEnd() {
		return this.change == null;
	}

}
