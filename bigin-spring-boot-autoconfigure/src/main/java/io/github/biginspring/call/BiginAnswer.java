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

package io.github.biginspring.call;

import org.springframework.http.HttpHeaders;

/**
 * An answer of the service that is not a failure, read to its end.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, empty where there is none
 * @param repeated whether an attempt before this one may have been carried out, so that a
 * refusal can mean that it was
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record BiginAnswer(int status, HttpHeaders headers, byte[] body, boolean repeated) {

	/**
	 * Whether the answer has no body, as with 204 and 304.
	 * @return {@code true} if there is none
	 */
	public boolean isEmpty() {
		return this.body.length == 0;
	}

}
