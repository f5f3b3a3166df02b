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

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * A source that does as another, where nothing else is said.
 */
class DelegatingSource implements ChangeSource<Integer> {

	private final ChangeSource<Integer> delegate;

	DelegatingSource(ChangeSource<Integer> delegate) {
		this.delegate = delegate;
	}

	@Override
	public String module() {
		return this.delegate.module();
	}

	@Override
	public Mono<RecordPage<ChangedRecord<Integer>>> changed(@Nullable Instant since, PageSpec request) {
		return this.delegate.changed(since, request);
	}

	@Override
	public Mono<Instant> newest(@Nullable Instant since) {
		return this.delegate.newest(since);
	}

	@Override
	public Mono<RecordPage<Deletion>> deleted(PageSpec request) {
		return this.delegate.deleted(request);
	}

}
