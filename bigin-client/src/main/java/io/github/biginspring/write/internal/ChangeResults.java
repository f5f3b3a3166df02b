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
import java.util.List;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.ChangeResult;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

/**
 * Gives the results of a call that changes something about records, such as their tags,
 * the form of those of a write.
 *
 * @since 0.1.0
 */
public final class ChangeResults {

	private ChangeResults() {
	}

	/**
	 * Return the results.
	 * @param ids what was given
	 * @param changes what the service says of each, in the same order
	 * @return the results, in the same order
	 */
	public static WriteResults<String> of(List<String> ids, List<ChangeResult> changes) {
		List<WriteResult<String>> results = new ArrayList<>(ids.size());
		for (int i = 0; i < ids.size(); i++) {
			String given = ids.get(i);
			ChangeResult change = changes.get(i);
			BiginException error = change.error();
			String id = change.id();
			results.add((error != null) ? new WriteResult.Rejected<>(given, error)
					: new WriteResult.Written<>(given, (id != null) ? id : given, change.details()));
		}
		return new WriteResults<>(results);
	}

}
