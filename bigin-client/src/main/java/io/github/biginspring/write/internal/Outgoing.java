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

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.internal.WriteVerb.Entry;

/**
 * The records of one call: those that are sent, and those that cannot be, each of which
 * has its result before any call.
 *
 * @param entries those that are sent
 * @param unfit a result for each that is not, in the order of all, and {@code null} where
 * one is sent
 */
record Outgoing<T, C>(List<Entry<T, C>> entries, List<@Nullable WriteResult<T>> unfit) {

	static <T, C> Outgoing<T, C> of(WriteVerb<T, C> verb, List<T> inputs, Rejection rejection) {
		List<Entry<T, C>> entries = new ArrayList<>(inputs.size());
		List<@Nullable WriteResult<T>> unfit = new ArrayList<>(inputs.size());
		for (T input : inputs) {
			try {
				entries.add(verb.entry(input));
				unfit.add(null);
			}
			catch (RuntimeException ex) {
				unfit.add(new Rejected<>(input, rejection.of(unfit.size(), ex)));
			}
		}
		return new Outgoing<>(entries, unfit);
	}

	/**
	 * Return the results of all records.
	 * @param sent those of the records that were sent, in order
	 * @return a result for each, in order
	 */
	List<WriteResult<T>> merged(List<WriteResult<T>> sent) {
		if (sent.size() == this.unfit.size()) {
			return sent;
		}
		Iterator<WriteResult<T>> next = sent.iterator();
		List<WriteResult<T>> merged = new ArrayList<>(this.unfit.size());
		for (WriteResult<T> result : this.unfit) {
			merged.add((result != null) ? result : next.next());
		}
		return merged;
	}

	/**
	 * What becomes of a record that cannot be sent.
	 */
	@FunctionalInterface
	interface Rejection {

		/**
		 * Return the error of its result, or throw one that ends the whole.
		 * @param index its place among the records, counted from 0
		 * @param ex what is wrong with it
		 * @return the error
		 */
		BiginException of(int index, RuntimeException ex);

	}

}
