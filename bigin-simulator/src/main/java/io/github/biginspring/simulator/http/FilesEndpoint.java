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

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.AttachmentApi;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.FileContent;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.PhotoApi;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.request.ReceivedPart;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The attachments of a record, {@code /{module}/{id}/Attachments}, and its photo,
 * {@code /{module}/{id}/photo}.
 */
final class FilesEndpoint {

	static final String ATTACHMENTS = "Attachments";

	static final String PHOTO = "photo";

	private static final String FILE = "file";

	private static final String LINK = "attachmentUrl";

	SimulatedResponse attachments(Connection connection, ReceivedRequest request, List<String> segments) {
		String module = segments.get(0);
		String id = segments.get(1);
		connection.require(Scope.ATTACHMENTS, module);
		AttachmentApi attachments = new AttachmentApi(connection.organization());
		Parameters parameters = new Parameters(request.parameters());
		if (segments.size() == 4) {
			String attachment = segments.get(3);
			return switch (request.method()) {
				case "GET" -> download(attachments.download(module, id, attachment));
				case "DELETE" -> SimulatedResponse.write(200, attachments.delete(module, id, List.of(attachment)));
				default -> throw Refusals.wrongMethod();
			};
		}
		return switch (request.method()) {
			case "GET" -> SimulatedResponse.page(attachments.list(module, id, parameters), 204);
			case "POST" -> {
				String link = link(request);
				yield SimulatedResponse.write(200, (link != null) ? attachments.attachLink(module, id, link)
						: attachments.attach(module, id, file(request)));
			}
			case "DELETE" ->
				SimulatedResponse.write(200, attachments.delete(module, id, parameters.requiredList("ids")));
			default -> throw Refusals.wrongMethod();
		};
	}

	SimulatedResponse photo(Connection connection, ReceivedRequest request, List<String> segments) {
		String module = segments.get(0);
		String id = segments.get(1);
		connection.require(Scope.RECORDS, module);
		PhotoApi photos = new PhotoApi(connection.organization());
		switch (request.method()) {
			case "GET" -> {
				return download(photos.download(module, id));
			}
			case "POST" -> {
				photos.upload(module, id, file(request));
				return success("photo uploaded successfully");
			}
			case "DELETE" -> {
				photos.delete(module, id);
				return success("photo deleted");
			}
			default -> throw Refusals.wrongMethod();
		}
	}

	static SimulatedResponse success(String message) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("message", message);
		body.put("details", Map.of());
		body.put("status", "success");
		body.put("code", "SUCCESS");
		return SimulatedResponse.json(200, body);
	}

	private static SimulatedResponse download(@Nullable FileContent file) {
		return (file != null) ? SimulatedResponse.file(file) : SimulatedResponse.empty(204);
	}

	private static @Nullable String link(ReceivedRequest request) {
		ReceivedPart part = part(request, LINK);
		if (part != null) {
			return part.text();
		}
		String field = request.form().get(LINK);
		return (field != null) ? field : request.parameter(LINK);
	}

	static FileContent file(ReceivedRequest request) {
		ReceivedPart part = part(request, FILE);
		if (part == null) {
			throw RefusedException.of("REQUIRED_PARAM_MISSING", "One of the expected parameter is missing")
				.with("param_name", FILE);
		}
		String fileName = part.fileName();
		String contentType = part.contentType();
		return new FileContent((fileName != null) ? fileName : FILE,
				(contentType != null) ? contentType : "application/octet-stream", part.content());
	}

	private static @Nullable ReceivedPart part(ReceivedRequest request, String name) {
		return request.parts().stream().filter((part) -> name.equals(part.name())).findFirst().orElse(null);
	}

}
