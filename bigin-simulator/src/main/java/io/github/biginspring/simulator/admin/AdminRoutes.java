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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the admin API and what they lead to.
 */
final class AdminRoutes {

	private static final String ROOT = "/__admin/bigin";

	private final List<Route> routes = new ArrayList<>();

	void add(String method, String path, Function<AdminRequest, Map<String, @Nullable Object>> resource) {
		this.routes.add(new Route(method, path, resource));
	}

	/**
	 * Respond to a request.
	 * @param request the request
	 * @return the body of the response
	 * @throws AdminException if it cannot be carried out
	 */
	Map<String, @Nullable Object> respond(Request request) {
		String method = request.getMethod().getName();
		String path = ROOT + request.getUrl().replaceFirst("\\?.*", "").replaceFirst(".*?/bigin", "");
		List<String> segments = segments(path.substring(ROOT.length()));
		for (Route route : this.routes) {
			Map<String, String> names = route.match(segments);
			if (names != null && route.method().equals(method)) {
				return route.resource().apply(new AdminRequest(request, names));
			}
		}
		throw unknown(method, path, segments);
	}

	private AdminException unknown(String method, String path, List<String> segments) {
		List<String> methods = this.routes.stream()
			.filter((route) -> route.match(segments) != null)
			.map(Route::method)
			.toList();
		if (!methods.isEmpty()) {
			return AdminException.of(405, "method", path + " knows no " + method, "use one of " + methods);
		}
		List<String> paths = this.routes.stream().map((route) -> ROOT + route.path()).distinct().toList();
		return AdminException.of(404, "path", "There is no " + path, "use one of " + paths);
	}

	private static List<String> segments(String path) {
		return Arrays.stream(path.split("/")).filter((segment) -> !segment.isEmpty()).toList();
	}

	private record Route(String method, String path, Function<AdminRequest, Map<String, @Nullable Object>> resource) {

		/**
		 * The parts of a path that this one gives names.
		 * @param segments the segments of the path
		 * @return the parts by name, or {@code null} where the path is another one
		 */
		@Nullable Map<String, String> match(List<String> segments) {
			List<String> own = AdminRoutes.segments(this.path);
			if (own.size() != segments.size()) {
				return null;
			}
			Map<String, String> names = new HashMap<>();
			for (int i = 0; i < own.size(); i++) {
				String segment = own.get(i);
				if (segment.startsWith("{")) {
					names.put(segment.substring(1, segment.length() - 1), segments.get(i));
				}
				else if (!segment.equals(segments.get(i))) {
					return null;
				}
			}
			return names;
		}

	}

}
