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

import org.jspecify.annotations.Nullable;

import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.metadata.internal.FieldCache;
import io.github.biginspring.query.internal.bulk.DownloadPaces;

/**
 * What a template shares with the ones that are made from it, for another connection,
 * priority or progress.
 *
 * @param mapper maps the records
 * @param pageSize how many records a page holds where a query does not say, 1 to 200
 * @param changeSettings how changes are read
 * @param fieldCache keeps the fields of modules, or {@code null}
 * @param clock tells the time
 * @param lifecycle says whether calls are made
 * @param rateLimiter what calls pass
 * @param creditLedger counts their credits, or {@code null}
 * @param downloadPaces when downloads of bulk reads may begin
 */
record TemplateParts(RecordMapper mapper, int pageSize, ChangeSettings changeSettings, @Nullable FieldCache fieldCache,
		InstantSource clock, CallLifecycle lifecycle, BiginRateLimiter rateLimiter,
		@Nullable BiginCreditLedger creditLedger, DownloadPaces downloadPaces) {

	TemplateParts(RecordMapper mapper, int pageSize, ChangeSettings changeSettings, @Nullable FieldCache fieldCache,
			InstantSource clock, CallLifecycle lifecycle, BiginRateLimiter rateLimiter,
			@Nullable BiginCreditLedger creditLedger) {
		this(mapper, pageSize, changeSettings, fieldCache, clock, lifecycle, rateLimiter, creditLedger,
				new DownloadPaces(lifecycle));
	}

}
