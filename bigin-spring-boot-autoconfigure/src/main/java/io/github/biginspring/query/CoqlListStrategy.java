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

package io.github.biginspring.query;

import org.springframework.util.Assert;
import reactor.core.publisher.Flux;

/**
 * Reads a list by COQL, ranges of ids side by side.
 *
 * @param plan how many calls may be under way
 */
record CoqlListStrategy(ReadPlan plan) implements ListStrategy {

	@Override
	public <T> Flux<T> all(DefaultRecordQuery<T> list) {
		list.requiredFields();
		String obstacle = CoqlRanges.obstacle(list);
		Assert.state(obstacle == null,
				() -> "This list of " + list.mapping().module() + " cannot be read by COQL: " + obstacle);
		CoqlRanges<T> ranges = CoqlRanges.of(list, this.plan.calls());
		return list.calls().observed(DefaultRecordQuery.OPERATION, Flux.defer(() -> {
			CoqlRangeReading<T> reading = new CoqlRangeReading<>(ranges);
			return this.plan.expectsMany() ? reading.recordsOfMany(null) : reading.records();
		}));
	}

}
