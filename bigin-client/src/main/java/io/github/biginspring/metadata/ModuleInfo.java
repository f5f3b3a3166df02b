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

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A module of the organisation.
 *
 * @param id the module's id, digits as text
 * @param apiName the name that calls use, case-sensitive
 * @param moduleName the name within Bigin, which can differ from the API name
 * @param singularLabel what a person sees for one record
 * @param pluralLabel what a person sees for several
 * @param apiSupported whether calls can use it at all
 * @param visible whether people see it
 * @param creatable whether records can be created
 * @param editable whether records can be updated
 * @param deletable whether records can be deleted
 * @param viewable whether records can be read
 * @param generatedType such as {@code default} or {@code custom}
 * @param sequenceNumber its place among the modules
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ModuleInfo(@Nullable String id, String apiName, @Nullable String moduleName,
		@Nullable String singularLabel, @Nullable String pluralLabel, boolean apiSupported, boolean visible,
		boolean creatable, boolean editable, boolean deletable, boolean viewable, @Nullable String generatedType,
		@Nullable Integer sequenceNumber) {

}
