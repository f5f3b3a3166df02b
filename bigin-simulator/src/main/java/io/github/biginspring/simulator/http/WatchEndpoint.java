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
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.notification.Channels;
import io.github.biginspring.simulator.notification.NotificationSender;
import io.github.biginspring.simulator.notification.WatchReport;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Page;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The path {@code /actions/watch}.
 */
final class WatchEndpoint {

	static final String PATH = "actions";

	private final NotificationSender sender;

	WatchEndpoint(NotificationSender sender) {
		this.sender = sender;
	}

	SimulatedResponse respond(Connection connection, ReceivedRequest request, List<String> segments) {
		if (segments.size() != 2 || !"watch".equals(segments.get(1))) {
			throw Refusals.unknownPath();
		}
		connection.require(Scope.NOTIFICATIONS, "");
		Channels channels = Channels.of(connection.organization(), this.sender);
		Consumer<String> access = (module) -> connection.require(Scope.NOTIFICATIONS, module);
		return switch (request.method()) {
			case "GET" -> list(channels.list(new Parameters(request.parameters())));
			case "POST" -> report(201, channels.subscribe(body(request), access));
			case "PUT" -> report(200, channels.renew(body(request), access));
			case "PATCH" -> report(200, channels.change(body(request), access));
			case "DELETE" -> report(200, channels.close(new Parameters(request.parameters())));
			default -> throw Refusals.wrongMethod();
		};
	}

	private static Map<String, @Nullable Object> body(ReceivedRequest request) {
		return JsonBody.read(request.bodyBytes());
	}

	private static SimulatedResponse list(Page page) {
		return page.isEmpty() ? SimulatedResponse.empty(204)
				: SimulatedResponse.json(200, Map.of("watch", page.data(), "info", page.info()));
	}

	private static SimulatedResponse report(int status, WatchReport report) {
		return SimulatedResponse.json(report.status(status), Map.of("watch", report.entries()));
	}

}
