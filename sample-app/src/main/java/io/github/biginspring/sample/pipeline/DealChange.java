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

package io.github.biginspring.sample.pipeline;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.change.Change;
import io.github.biginspring.model.Deal;

/**
 * What has become of a deal.
 *
 * @param event {@code saved}, {@code deleted}, or {@code reset} where all have to be read
 * again
 * @param id the record id, or {@code null} where it is about all
 * @param deal the deal as it is now, or {@code null} where there is none
 */
record DealChange(String event, @Nullable String id, @Nullable DealCard deal) {

	static DealChange of(Change<Deal> change) {
		if (change instanceof Change.Saved<Deal> saved) {
			return new DealChange("saved", saved.id(), DealCard.of(saved.record()));
		}
		if (change instanceof Change.Deleted<Deal> deleted) {
			return new DealChange("deleted", deleted.id(), null);
		}
		return new DealChange("reset", null, null);
	}

}
