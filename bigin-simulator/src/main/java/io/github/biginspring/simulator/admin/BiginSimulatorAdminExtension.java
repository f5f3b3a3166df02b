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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.http.SimulatedService;
import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.RefusedException;

/**
 * What can be told to a simulator in another process, by WireMock's admin API: <pre>
 * POST   /__admin/bigin/faults   plan a fault
 * DELETE /__admin/bigin/faults   forget all faults
 * POST   /__admin/bigin/reset    go back to the beginning: data, connections and faults
 * </pre> A fault is a response with a status, all else can be left out: <pre>
 * {"status": 429, "count": 2, "requests": "POST /Contacts", "retry_after": 7}
 * </pre> It befalls the next {@code count} requests, 1 unless told, that match the
 * pattern {@code requests}, any unless told; {@code retry_after} is in seconds.
 */
public final class BiginSimulatorAdminExtension implements AdminApiExtension {

	private static final List<String> FIELDS = List.of("status", "count", "requests", "retry_after");

	private final SimulatedService service;

	public BiginSimulatorAdminExtension(SimulatedService service) {
		this.service = service;
	}

	@Override
	public String getName() {
		return "bigin-simulator-admin";
	}

	@Override
	public void contributeAdminApiRoutes(Router router) {
		router.add(RequestMethod.POST, "/bigin/faults",
				(admin, serveEvent, pathParams) -> planFault(serveEvent.getRequest()));
		router.add(RequestMethod.DELETE, "/bigin/faults", (admin, serveEvent, pathParams) -> {
			this.service.faults().clear();
			return ResponseDefinition.okEmptyJson();
		});
		router.add(RequestMethod.POST, "/bigin/reset", (admin, serveEvent, pathParams) -> {
			this.service.reset();
			return ResponseDefinition.okEmptyJson();
		});
	}

	private ResponseDefinition planFault(Request request) {
		try {
			Map<String, @Nullable Object> body = JsonBody.read(request.getBody());
			requireKnown(body.keySet());
			Fault fault = fault(number(body, "status", 0, 100, 599));
			if (body.containsKey("retry_after")) {
				fault = fault.retryAfter(Duration.ofSeconds(number(body, "retry_after", 0, 0, Integer.MAX_VALUE)));
			}
			String requests = String.valueOf(body.getOrDefault("requests", "/**"));
			this.service.faults().on(requests).next(number(body, "count", 1, 1, Integer.MAX_VALUE), fault);
			return ResponseDefinition.okEmptyJson();
		}
		catch (RefusedException ex) {
			return badRequest("The body is no JSON object");
		}
		catch (IllegalArgumentException ex) {
			return badRequest(String.valueOf(ex.getMessage()));
		}
	}

	private static void requireKnown(Set<String> fields) {
		for (String field : fields) {
			if (!FIELDS.contains(field)) {
				throw new IllegalArgumentException("'" + field + "' is unknown: use " + FIELDS);
			}
		}
	}

	private static Fault fault(int status) {
		return switch (status) {
			case 429 -> Fault.rateLimited();
			case 500 -> Fault.internalError();
			default -> Fault.status(status);
		};
	}

	private static int number(Map<String, @Nullable Object> body, String field, int defaultValue, int least, int most) {
		Object value = body.getOrDefault(field, defaultValue);
		if (value instanceof Integer number && number >= least && number <= most) {
			return number;
		}
		throw new IllegalArgumentException("'" + field + "' must be a number from " + least + " to " + most);
	}

	private static ResponseDefinition badRequest(String message) {
		return ResponseDefinitionBuilder.jsonResponse(Map.of("error", message), 400);
	}

}
