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

package io.github.biginspring.sample.record;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.sample.Explanation;

/**
 * Records that belong to another one.
 *
 * @param collection the path of such records
 * @param label what people call them
 * @param records the first of them
 * @param problem why they could not be read, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelatedGroup(String collection, String label, List<BiginRecord> records, @Nullable Explanation problem) {

}
