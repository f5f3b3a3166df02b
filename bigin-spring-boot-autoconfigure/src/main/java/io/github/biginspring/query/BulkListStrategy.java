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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.util.Assert;

/**
 * Reads a list by a bulk read.
 *
 * @param bulk reads in bulk, or {@code null} where nothing does
 */
record BulkListStrategy(@Nullable BulkSource bulk) implements ListStrategy {

	@Override
	public <T> Flux<T> all(DefaultRecordQuery<T> list) {
		list.requiredFields();
		BulkSource source = this.bulk;
		Assert.state(source != null, "This template has no bulk reads: use a BiginTemplate");
		Assert.state(list.scope().equals(ListScope.WHOLE_MODULE),
				"A bulk read takes no order, custom view, pipeline or time of change: use another plan");
		Flux<T> records = Flux.defer(() -> source.records(list.mapping(), list.selection().names()));
		return list.calls().observed(DefaultRecordQuery.OPERATION, list.calls().counted(records));
	}

}
