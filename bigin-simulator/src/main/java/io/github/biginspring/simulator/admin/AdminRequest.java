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

package io.github.biginspring.simulator.admin;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.json.JsonBody;

/**
 * A request to the admin API.
 */
final class AdminRequest {

	private final Request request;

	private final Map<String, String> path;

	AdminRequest(Request request, Map<String, String> path) {
		this.request = request;
		this.path = path;
	}

	/**
	 * A part of the path.
	 * @param name the name that the route gives it
	 * @return the part
	 */
	String path(String name) {
		return Objects.requireNonNull(this.path.get(name));
	}

	boolean hasParameter(String name) {
		return this.request.queryParameter(name).isPresent();
	}

	@Nullable String parameter(String name) {
		QueryParameter parameter = this.request.queryParameter(name);
		return (parameter.isPresent() && !parameter.values().isEmpty()) ? parameter.firstValue() : null;
	}

	int parameter(String name, int defaultValue, int least, int most) {
		String text = parameter(name);
		if (text == null) {
			return defaultValue;
		}
		try {
			int number = Integer.parseInt(text);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// refused below, like what is out of range
		}
		throw AdminException.of("?" + name, "'" + text + "' is not allowed",
				"give a number from " + least + " to " + most);
	}

	AdminBody body() {
		return new AdminBody(rawBody());
	}

	Map<String, @Nullable Object> rawBody() {
		try {
			return JsonBody.parse(this.request.getBody());
		}
		catch (IllegalArgumentException ex) {
			throw AdminException.of("body", String.valueOf(ex.getMessage()), "send a JSON object, in UTF-8");
		}
	}

	/**
	 * Refuse parameters that nothing comes of.
	 * @param names those that are known
	 */
	void requireParameters(List<String> names) {
		String url = this.request.getUrl();
		int query = url.indexOf('?');
		if (query < 0) {
			return;
		}
		for (String parameter : url.substring(query + 1).split("&")) {
			String name = parameter.replaceFirst("=.*", "");
			if (!name.isEmpty() && !names.contains(name)) {
				throw AdminException.of("?" + name, "This parameter is unknown",
						names.isEmpty() ? "leave it out" : "use some of " + names);
			}
		}
	}

}
