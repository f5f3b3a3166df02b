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

package io.github.biginspring.internal.exchange;

import io.github.biginspring.error.BiginException;

/**
 * Knows of a call, through all its attempts, whether the service may have carried it out.
 * Travels in Reactor's context.
 */
final class CallProgress {

	private volatile boolean open;

	private volatile boolean unsettled;

	void sent() {
		this.open = true;
	}

	/**
	 * An attempt has failed.
	 * @param failure what it failed with
	 */
	void failed(BiginException failure) {
		this.open = this.unsettled || failure.isOutcomeUnknown();
		// what one attempt leaves open no later refusal settles
		this.unsettled = this.open;
	}

	boolean isOutcomeUnknown() {
		return this.open;
	}

}
