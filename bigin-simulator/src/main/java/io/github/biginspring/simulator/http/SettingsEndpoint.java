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

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.MailApi;
import io.github.biginspring.simulator.organization.MetadataApi;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.organization.SettingsApi;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The paths below {@code /settings}, and {@code /org}.
 */
final class SettingsEndpoint {

	private final TagsEndpoint tags = new TagsEndpoint();

	SimulatedResponse respond(Connection connection, ReceivedRequest request, List<String> segments) {
		MetadataApi metadata = connection.organization().metadataApi();
		connection.require(Scope.SETTINGS, "");
		String kind = (segments.size() > 1) ? segments.get(1) : "";
		if ("modules".equals(kind) && segments.size() <= 3) {
			Refusals.requireMethod(request, "GET");
			return SimulatedResponse.json(200, Map.of("modules",
					(segments.size() == 2) ? metadata.modules() : List.of(metadata.module(segments.get(2)))));
		}
		if ("fields".equals(kind) && segments.size() == 2) {
			Refusals.requireMethod(request, "GET");
			return SimulatedResponse.json(200, Map.of("fields", metadata.fields(new Parameters(request.parameters()))));
		}
		if ("tags".equals(kind) && segments.size() <= 3) {
			return this.tags.settings(connection, request, segments);
		}
		if ("tags".equals(kind) && segments.size() == 5
				&& segments.subList(3, 5).equals(List.of("actions", "records_count"))) {
			Refusals.requireMethod(request, "GET");
			return this.tags.count(connection, request, segments.get(2));
		}
		if ("emails".equals(kind)
				&& segments.subList(2, segments.size()).equals(List.of("actions", "from_addresses"))) {
			Refusals.requireMethod(request, "GET");
			return SimulatedResponse.json(200,
					Map.of("from_addresses", new MailApi(connection.organization()).senders()));
		}
		SettingsApi settings = new SettingsApi(connection.organization());
		Parameters parameters = new Parameters(request.parameters());
		List<Map<String, @Nullable Object>> entries = switch (kind) {
			case "layouts" -> settings.layouts(parameters);
			case "custom_views" -> settings.customViews(parameters);
			case "related_lists" -> settings.relatedLists(parameters);
			case "roles" -> settings.roles();
			case "profiles" -> settings.profiles();
			default -> throw Refusals.unknownPath();
		};
		Refusals.requireMethod(request, "GET");
		return switch (segments.size()) {
			case 2 -> SimulatedResponse.json(200, Map.of(kind, entries));
			case 3 -> one(kind, entries, segments.get(2));
			default -> throw Refusals.unknownPath();
		};
	}

	SimulatedResponse organization(Connection connection, ReceivedRequest request, List<String> segments) {
		connection.require(Scope.ORGANIZATION, "");
		if (segments.size() == 2 && FilesEndpoint.PHOTO.equals(segments.get(1))) {
			Refusals.requireMethod(request, "POST");
			new SettingsApi(connection.organization()).showPhoto(FilesEndpoint.file(request));
			return FilesEndpoint.success("photo uploaded successfully");
		}
		if (segments.size() > 1) {
			throw Refusals.unknownPath();
		}
		Refusals.requireMethod(request, "GET");
		return SimulatedResponse.json(200,
				Map.of("org", List.of(new SettingsApi(connection.organization()).organization())));
	}

	private static SimulatedResponse one(String kind, List<Map<String, @Nullable Object>> entries, String id) {
		List<Map<String, @Nullable Object>> found = entries.stream()
			.filter((entry) -> id.equals(entry.get("id")))
			.toList();
		return found.isEmpty() ? SimulatedResponse.empty(204) : SimulatedResponse.json(200, Map.of(kind, found));
	}

}
