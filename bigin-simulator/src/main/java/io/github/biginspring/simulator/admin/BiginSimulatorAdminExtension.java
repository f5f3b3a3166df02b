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

import java.util.Map;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.http.SimulatedService;
import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Organization;

/**
 * The admin API of a simulator over HTTP, beside WireMock's own admin API. It needs no
 * key. <pre>
 * GET    /__admin/bigin/faults            the faults to come
 * POST   /__admin/bigin/faults            plan a fault: {"on": "POST /Contacts", "count": 2, "status": 429}
 * DELETE /__admin/bigin/faults            forget all faults
 * POST   /__admin/bigin/reset             go back to the beginning
 * GET    /__admin/bigin/records/{module}  all records
 * POST   /__admin/bigin/records/{module}  add records: {"data": [{"Last_Name": "Watson"}]}
 * DELETE /__admin/bigin/records/{module}  delete all records
 * GET    /__admin/bigin/requests          what was received, secrets masked
 * DELETE /__admin/bigin/requests          forget what was received
 * GET    /__admin/bigin/clock             the time
 * PUT    /__admin/bigin/clock             move it forward: {"advance": "PT1H"}
 * GET    /__admin/bigin/snapshot          all that the organisation holds
 * PUT    /__admin/bigin/snapshot          hold what it held before
 * </pre> What is wrong with a request is told with status 400 or 404:
 * <code>{"error": {"where": ..., "what": ..., "next": ...}}</code>.
 *
 * @since 0.1.0
 */
public final class BiginSimulatorAdminExtension implements AdminApiExtension {

	private static final int OK = 200;

	private final SimulatedService service;

	/**
	 * Serve the admin API.
	 * @param service the service that is told what to do
	 */
	public BiginSimulatorAdminExtension(SimulatedService service) {
		this.service = service;
	}

	@Override
	public String getName() {
		return "bigin-simulator-admin";
	}

	/**
	 * One route for all paths: WireMock tells routes apart by the classes of their tasks.
	 */
	@Override
	public void contributeAdminApiRoutes(Router router) {
		AdminRoutes routes = routes();
		router.add(RequestMethod.ANY, "/bigin/**",
				(admin, serveEvent, pathParams) -> respond(routes, serveEvent.getRequest()));
	}

	private AdminRoutes routes() {
		AdminRoutes routes = new AdminRoutes();
		Organization organization = this.service.account().organization();
		FaultsResource faults = new FaultsResource(this.service.faults());
		routes.add("GET", "/faults", (request) -> faults.list());
		routes.add("POST", "/faults", (request) -> faults.plan(request.body()));
		routes.add("DELETE", "/faults", (request) -> done(faults::clear));
		routes.add("POST", "/reset", (request) -> done(this.service::reset));
		RecordsResource records = new RecordsResource(organization);
		routes.add("GET", "/records/{module}", records::list);
		routes.add("POST", "/records/{module}", records::add);
		routes.add("DELETE", "/records/{module}", records::remove);
		RequestsResource requests = new RequestsResource(this.service.requests(),
				new RequestMask(this.service.account().apiKey()));
		routes.add("GET", "/requests", requests::list);
		routes.add("DELETE", "/requests", (request) -> done(requests::clear));
		ClockResource clock = new ClockResource(this.service.clock());
		routes.add("GET", "/clock", (request) -> clock.read());
		routes.add("PUT", "/clock", (request) -> clock.move(request.body()));
		routes.add("GET", "/snapshot", (request) -> organization.snapshot());
		routes.add("PUT", "/snapshot", (request) -> done(() -> restore(organization, request)));
		return routes;
	}

	private static void restore(Organization organization, AdminRequest request) {
		try {
			organization.restore(request.rawBody());
		}
		catch (IllegalArgumentException ex) {
			throw AdminException.of("body", ex);
		}
	}

	private static Map<String, @Nullable Object> done(Runnable task) {
		task.run();
		return Map.of();
	}

	private static ResponseDefinition respond(AdminRoutes routes, Request request) {
		try {
			return json(OK, routes.respond(request));
		}
		catch (AdminException ex) {
			return json(ex.status(), ex.toMap());
		}
	}

	private static ResponseDefinition json(int status, Map<String, ?> body) {
		return ResponseDefinitionBuilder.responseDefinition()
			.withStatus(status)
			.withHeader("Content-Type", "application/json;charset=utf-8")
			.withBody(JsonBody.write(body))
			.build();
	}

}
