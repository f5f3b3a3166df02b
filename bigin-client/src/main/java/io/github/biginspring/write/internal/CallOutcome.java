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

package io.github.biginspring.write.internal;

import java.util.List;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Unknown;
import io.github.biginspring.write.WriteResult.Written;

/**
 * What a call comes to for the records that it carries.
 */
final class CallOutcome {

	private CallOutcome() {
	}

	/**
	 * Return what a failed call comes to: its records were not written, or may have been.
	 * @param input a record that the call carried
	 * @param failure what the call failed with
	 * @param <T> the type of what was given
	 * @return the result
	 */
	static <T> WriteResult<T> failed(T input, BiginException failure) {
		return failure.isOutcomeUnknown() ? new Unknown<>(input, failure) : new Rejected<>(input, failure);
	}

	/**
	 * Count the records of a call that has ended.
	 * @param observer the observer to notify
	 * @param module the API name of their module
	 * @param results what became of them
	 */
	static void count(OperationObserver observer, String module, List<? extends WriteResult<?>> results) {
		int written = 0;
		int rejected = 0;
		for (WriteResult<?> result : results) {
			written += (result instanceof Written) ? 1 : 0;
			rejected += (result instanceof Rejected) ? 1 : 0;
		}
		count(observer, module, RecordOutcome.WRITTEN, written);
		count(observer, module, RecordOutcome.REJECTED, rejected);
		count(observer, module, RecordOutcome.UNKNOWN, results.size() - written - rejected);
	}

	private static void count(OperationObserver observer, String module, RecordOutcome outcome, int count) {
		if (count > 0) {
			observer.records(module, outcome, count);
		}
	}

}
