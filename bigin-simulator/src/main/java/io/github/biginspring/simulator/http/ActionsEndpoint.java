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

import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.MailApi;
import io.github.biginspring.simulator.organization.OwnerApi;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.organization.WriteReport;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * What can be done with records besides writing them, {@code /{module}/actions/...} and
 * {@code /{module}/{id}/actions/...}.
 */
final class ActionsEndpoint {

	private final TagsEndpoint tags = new TagsEndpoint();

	/**
	 * Do it.
	 * @param connection the connection
	 * @param request the request
	 * @param module the API name of the module
	 * @param id the id in the path, or {@code null} where there is none
	 * @param action what to do
	 * @return the response
	 */
	SimulatedResponse answer(Connection connection, ReceivedRequest request, String module, @Nullable String id,
			String action) {
		if ("change_owner".equals(action)) {
			connection.require(Scope.CHANGE_OWNER, module);
			Refusals.requireMethod(request, "POST");
			WriteReport report = new OwnerApi(connection.organization()).change(module, id,
					JsonBody.read(request.bodyBytes()));
			// several records are answered with 202, also where some were refused
			return (report.entries().size() > 1 && report.refused() < report.entries().size())
					? SimulatedResponse.json(202, Map.of("data", report.entries()))
					: SimulatedResponse.write(200, report);
		}
		if ("send_mail".equals(action) && id != null) {
			connection.require(Scope.SEND_MAIL, module);
			Refusals.requireMethod(request, "POST");
			return SimulatedResponse.write(200,
					new MailApi(connection.organization()).send(module, id, JsonBody.read(request.bodyBytes())));
		}
		return this.tags.records(connection, request, module, (id != null) ? List.of(id) : null, action);
	}

}
