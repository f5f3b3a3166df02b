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

package io.github.biginspring.query.internal.list;

import org.jspecify.annotations.Nullable;

/**
 * How a list may be read whose best way is to be found out.
 *
 * @param name the plan's name, for the log
 * @param calls how many COQL calls may be in flight
 * @param many whether many records are expected, or {@code null} where it is not known
 */
public record AdaptivePlan(String name, int calls, @Nullable Boolean many) {

}
