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

/**
 * The eight modules of every organisation as types with named accessors. An accessor is
 * named after its field, {@code getLastName()} after {@code Last_Name}; but a record's
 * own name is its {@code name}, and a reference is named after what it leads to. All
 * fields stay within reach by their API names, and picklists are texts, because each
 * organisation defines its own values.
 * <p>
 * Start at {@link io.github.biginspring.module.Contact}.
 */
@NullMarked
package io.github.biginspring.module;

import org.jspecify.annotations.NullMarked;
