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
package io.github.biginspring.simulator.recording;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response as it is sent.
 *
 * @param status the status
 * @param headers the headers by name
 * @param body the bytes of the body
 */
record RecordedResponse(int status, Map<String, String> headers, byte[] body) {

	/**
	 * An error of the recording itself.
	 * @param status the status
	 * @param where what it is about
	 * @param what what is wrong
	 * @param next what to do
	 * @return the response, in the form that the admin API has
	 */
	static RecordedResponse error(int status, String where, String what, String next) {
		Map<String, String> error = new LinkedHashMap<>();
		error.put("where", where);
		error.put("what", what);
		error.put("next", next);
		return new RecordedResponse(status, Map.of("Content-Type", "application/json;charset=utf-8"),
				RecordedJson.write(Map.of("error", error)));
	}

}
