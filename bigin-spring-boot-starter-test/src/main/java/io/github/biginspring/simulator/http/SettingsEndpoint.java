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

package io.github.biginspring.simulator.http;

import java.util.List;
import java.util.Map;

import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.MetadataApi;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The paths below {@code /settings}.
 */
final class SettingsEndpoint {

	Answer answer(Connection connection, ReceivedRequest request, List<String> segments) {
		MetadataApi metadata = connection.organization().metadataApi();
		connection.require(Scope.SETTINGS, "");
		String kind = (segments.size() > 1) ? segments.get(1) : "";
		if ("modules".equals(kind) && segments.size() <= 3) {
			Refusals.requireMethod(request, "GET");
			return Answer.json(200, Map.of("modules",
					(segments.size() == 2) ? metadata.modules() : List.of(metadata.module(segments.get(2)))));
		}
		if ("fields".equals(kind) && segments.size() == 2) {
			Refusals.requireMethod(request, "GET");
			return Answer.json(200, Map.of("fields", metadata.fields(new Parameters(request.parameters()))));
		}
		throw Refusals.unknownPath();
	}

}
