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

import java.util.List;

import io.github.biginspring.call.AnswerReader;
import io.github.biginspring.call.BiginAnswer;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageParser;

/**
 * Reads the fields of a module. It tells a {@link FieldCachingExchange} that what a call
 * reads may be kept.
 */
record FieldListReader(PageParser<FieldInfo> parser, String module, Use use) implements AnswerReader<List<FieldInfo>> {

	@Override
	public List<FieldInfo> read(BiginAnswer answer) {
		Page<FieldInfo> page = this.parser.parse(answer.body());
		return (page != null) ? List.copyOf(page.items()) : List.of();
	}

	/**
	 * Which fields will do.
	 */
	enum Use {

		/**
		 * Those that are kept, if any.
		 */
		KEPT,

		/**
		 * None but the service's own.
		 */
		FRESH

	}

}
