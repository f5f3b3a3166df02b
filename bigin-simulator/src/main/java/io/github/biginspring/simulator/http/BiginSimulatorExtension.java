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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.request.ReceivedPart;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The simulator as an extension of WireMock. It adds a stub of the lowest priority that
 * matches all requests, so that your own stubs take precedence.
 *
 * @since 0.1.0
 */
public final class BiginSimulatorExtension implements ResponseDefinitionTransformerV2, MappingsLoaderExtension {

	private static final String NAME = "bigin-simulator";

	private static final int LOWEST_PRIORITY = Integer.MAX_VALUE;

	private final SimulatedService service;

	/**
	 * Serve a service.
	 * @param service the service
	 */
	public BiginSimulatorExtension(SimulatedService service) {
		this.service = service;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean applyGlobally() {
		return false;
	}

	@Override
	public void loadMappingsInto(StubMappings stubMappings) {
		stubMappings.addMapping(WireMock.any(WireMock.anyUrl())
			.atPriority(LOWEST_PRIORITY)
			.willReturn(WireMock.aResponse().withTransformers(NAME))
			.build());
	}

	@Override
	public ResponseDefinition transform(ServeEvent serveEvent) {
		ReceivedRequest request = received(serveEvent.getRequest());
		this.service.received(request);
		Fault fault = this.service.faults().take(request);
		if (fault == null) {
			return ResponseDefinitions.of(this.service.respond(request));
		}
		return ResponseDefinitions.of(fault, fault.takesEffect() ? this.service.respond(request) : null);
	}

	private static ReceivedRequest received(Request request) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		for (HttpHeader header : request.getHeaders().all()) {
			headers.put(header.key(), header.values());
		}
		return new ReceivedRequest(request.getMethod().getName(), request.getUrl(),
				request.getScheme() + "://" + authority(request), headers, request.getBody(), parts(request));
	}

	private static List<ReceivedPart> parts(Request request) {
		if (!request.isMultipart()) {
			return List.of();
		}
		return request.getParts().stream().map(BiginSimulatorExtension::part).toList();
	}

	private static ReceivedPart part(Request.Part part) {
		HttpHeader contentType = part.getHeader("Content-Type");
		boolean typed = contentType != null && contentType.isPresent();
		return new ReceivedPart(part.getName(), part.getFileName(), typed ? contentType.firstValue() : null,
				part.getBody().asBytes());
	}

	private static String authority(Request request) {
		String host = request.getHeader("Host");
		return (host != null) ? host : request.getHost() + ":" + request.getPort();
	}

}
