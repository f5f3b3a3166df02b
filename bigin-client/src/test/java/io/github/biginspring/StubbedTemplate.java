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

package io.github.biginspring;

import java.time.InstantSource;

import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.RateLimit;

/**
 * Makes templates whose calls go where a test wants them.
 */
public final class StubbedTemplate {

	private StubbedTemplate() {
	}

	/**
	 * Make a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper maps the records
	 * @return the template
	 */
	public static BiginTemplate of(CallExchange exchange, OperationObserver observer, RecordMapper mapper) {
		return of(exchange, observer, mapper, InstantSource.system());
	}

	/**
	 * Make a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper maps the records
	 * @param clock tells the time
	 * @return the template
	 */
	public static BiginTemplate of(CallExchange exchange, OperationObserver observer, RecordMapper mapper,
			InstantSource clock) {
		return new BiginTemplate(exchange, observer, new TemplateParts(mapper, 200, ChangeSettings.defaults(), null,
				clock, new CallLifecycle(), BiginRateLimiter.of(RateLimit.defaults()), null));
	}

}
