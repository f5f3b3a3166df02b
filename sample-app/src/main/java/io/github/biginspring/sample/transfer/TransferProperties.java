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

package io.github.biginspring.sample.transfer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How imports and exports go.
 *
 * @param batchSize how many contacts a call writes, at most 100
 * @param pageSize how many contacts a call reads, at most 200
 * @param maxUpload how large an import may be
 */
@ConfigurationProperties("sample.transfer")
record TransferProperties(@DefaultValue("100") int batchSize, @DefaultValue("200") int pageSize,
		@DefaultValue("10MB") DataSize maxUpload) {

}
