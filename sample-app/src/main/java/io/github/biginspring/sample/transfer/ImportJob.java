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

import java.time.Clock;
import java.util.List;

/**
 * A job that takes rows of a file. It keeps how it took them, so that those that failed
 * can be tried again.
 */
final class ImportJob extends Job {

	private final List<String> header;

	private final RowMapping mapping;

	ImportJob(JobKind kind, String name, long total, Clock clock, List<String> header, RowMapping mapping) {
		super(kind, name, total, clock);
		this.header = header;
		this.mapping = mapping;
	}

	List<String> header() {
		return this.header;
	}

	RowMapping mapping() {
		return this.mapping;
	}

}
