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

package io.github.biginspring.sample;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Thrown when this application rejects a request without asking Bigin.
 */
public class Refusal extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuse something.
	 * @param status the status of the response
	 * @param title what happened, as a sentence for people
	 * @param advice what they can do, as a sentence too
	 */
	public Refusal(HttpStatus status, String title, String advice) {
		super(status, problem(status, title, advice), null);
	}

	private static ProblemDetail problem(HttpStatus status, String title, String advice) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, title + " " + advice);
		problem.setTitle(title);
		problem.setProperty("advice", advice);
		return problem;
	}

}
