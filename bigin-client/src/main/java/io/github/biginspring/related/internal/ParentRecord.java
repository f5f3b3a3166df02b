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

package io.github.biginspring.related.internal;

import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapper;

/**
 * The record that related lists and notes belong to, and what the calls for them need.
 *
 * @param exchange makes the calls
 * @param observer watches the operations
 * @param mapper maps the records
 * @param module the module of the record
 * @param id the id of the record
 * @param pageSize how many records a page holds, 1 to 200
 */
record ParentRecord(CallExchange exchange, OperationObserver observer, RecordMapper mapper, UriVariable module,
		UriVariable id, int pageSize) {

}
