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
package io.github.biginspring.query.internal.coql;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

import io.github.biginspring.query.RecordPage;

/**
 * A range that is under way, or has come and was not delivered yet.
 */
final class RangeFetch<T> {

	final Disposable.Swap call = Disposables.swap();

	volatile @Nullable RecordPage<T> page;

	volatile @Nullable Throwable failure;

	// whether it has to begin with what the one before ends with
	boolean follows;

	// what waits for it, where it reads what lies between
	@Nullable RangeFetch<T> behind;

	RangeFetch(int index) {
		this.follows = index > 0;
	}

	boolean hasCome() {
		return this.page != null || this.failure != null;
	}

}
