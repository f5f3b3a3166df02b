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

package io.github.biginspring.validation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of checking mapped types against an organisation.
 *
 * @param problems what does not fit, in the order of the types
 * @since 0.1.0
 */
public record MappingReport(List<MappingProblem> problems) {

	/**
	 * Create a report.
	 * @param problems what does not fit, in the order of the types
	 */
	public MappingReport {
		problems = List.copyOf(problems);
	}

	/**
	 * Whether there is nothing to tell.
	 * @return {@code true} if all types fit
	 */
	public boolean isEmpty() {
		return this.problems.isEmpty();
	}

	/**
	 * Whether there is something that is certainly a mistake.
	 * @return {@code true} if there is
	 */
	public boolean hasErrors() {
		return this.problems.stream().anyMatch((problem) -> problem.kind().isError());
	}

	/**
	 * Return the report for people to read, one line for each problem.
	 */
	@Override
	public String toString() {
		return isEmpty() ? "The mapped types fit the organisation."
				: this.problems.stream()
					.map((problem) -> (problem.kind().isError() ? "- " : "- (may be as it should) ") + problem)
					.collect(Collectors.joining("\n"));
	}

}
