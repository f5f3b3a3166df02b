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

package io.github.biginspring.internal.paging;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * One page that is under way or has come and was not delivered yet.
 */
final class PageFetch<T> {

	private final PageSpec request;

	private final Disposable.Swap call = Disposables.swap();

	private volatile @Nullable RecordPage<T> page;

	private volatile @Nullable Throwable failure;

	private boolean waiting;

	PageFetch(PageSpec request) {
		this.request = request;
	}

	PageSpec request() {
		return this.request;
	}

	Disposable.Swap call() {
		return this.call;
	}

	void succeeded(RecordPage<T> page) {
		this.page = page;
	}

	void failed(Throwable failure) {
		this.failure = failure;
	}

	/**
	 * Return the page.
	 * @return the page, or {@code null} while it has not come
	 */
	@Nullable RecordPage<T> page() {
		return this.page;
	}

	/**
	 * Return what the page failed with.
	 * @return the failure, or {@code null} where it has not failed
	 */
	@Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Let the page wait for others that come before it.
	 */
	void await() {
		this.waiting = true;
	}

	/**
	 * Whether others were fetched to come before this page.
	 * @return {@code true} if they were
	 */
	boolean isWaiting() {
		return this.waiting;
	}

}
