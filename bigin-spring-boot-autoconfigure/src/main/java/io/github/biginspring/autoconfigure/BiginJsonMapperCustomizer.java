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

package io.github.biginspring.autoconfigure;

import tools.jackson.databind.json.JsonMapper;

/**
 * Customizes the JSON mapper of the Bigin client, which is not the application's mapper.
 * Beans of this type are called in their order.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BiginJsonMapperCustomizer {

	/**
	 * Change the builder.
	 * @param jsonMapperBuilder the builder
	 */
	void customize(JsonMapper.Builder jsonMapperBuilder);

}
