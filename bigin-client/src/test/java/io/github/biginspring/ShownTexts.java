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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

/**
 * All texts in which failures and results show themselves.
 */
final class ShownTexts {

	private final List<String> seen = new ArrayList<>();

	private boolean failed;

	void see(Object value) {
		if (value instanceof WriteResults<?> results) {
			this.seen.add(results.toString());
			results.all().forEach(this::see);
		}
		else if (value instanceof WriteResult<?> result) {
			this.seen.add(result.toString());
			if (result instanceof WriteResult.Rejected<?> rejected) {
				seeFailure(rejected.error());
			}
			if (result instanceof WriteResult.Unknown<?> unknown) {
				seeFailure(unknown.error());
			}
		}
	}

	void seeFailure(Throwable failure) {
		this.failed = true;
		StringWriter trace = new StringWriter();
		// with all causes and what was suppressed
		failure.printStackTrace(new PrintWriter(trace));
		this.seen.add(trace.toString());
		List<Throwable> parts = new ArrayList<>(List.of(failure.getSuppressed()));
		for (Throwable part = failure; part != null; part = part.getCause()) {
			parts.add(part);
		}
		for (Throwable part : parts) {
			if (part instanceof BiginException exception) {
				this.seen.add(exception.getErrorDetails() + " " + exception.getCode() + " " + exception.getDetails()
						+ " " + exception.getErrorDetails().message());
			}
		}
	}

	void add(String text) {
		this.seen.add(text);
	}

	List<String> all() {
		return this.seen;
	}

	boolean hasFailure() {
		return this.failed;
	}

}
