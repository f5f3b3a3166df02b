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

import java.util.ArrayList;
import java.util.List;

import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.FileContent;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.organization.UploadedFiles;
import io.github.biginspring.simulator.request.ReceivedPart;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The files that belong to no record, {@code /files}.
 */
final class UploadsEndpoint {

	static final String PATH = "files";

	private static final String FILE = "file";

	SimulatedResponse respond(Connection connection, ReceivedRequest request, List<String> segments) {
		if (segments.size() > 1) {
			throw Refusals.unknownPath();
		}
		connection.require(Scope.FILES, "");
		UploadedFiles files = UploadedFiles.of(connection.organization());
		return switch (request.method()) {
			case "POST" -> SimulatedResponse.write(200, files.upload(files(request)));
			case "GET" -> {
				String id = request.parameter("id");
				if (id == null) {
					throw missing("id");
				}
				FileContent file = files.find(id);
				if (file == null) {
					throw RefusedException.of("INVALID_DATA", "the id given seems to be invalid");
				}
				yield SimulatedResponse.file(file);
			}
			default -> throw Refusals.wrongMethod();
		};
	}

	private static List<FileContent> files(ReceivedRequest request) {
		List<FileContent> files = new ArrayList<>();
		for (ReceivedPart part : request.parts()) {
			if (FILE.equals(part.name())) {
				String name = part.fileName();
				String type = part.contentType();
				files.add(new FileContent((name != null) ? name : FILE,
						(type != null) ? type : "application/octet-stream", part.content()));
			}
		}
		if (files.isEmpty()) {
			throw missing(FILE);
		}
		return files;
	}

	private static RefusedException missing(String parameter) {
		return RefusedException.of("REQUIRED_PARAM_MISSING", "One of the expected parameter is missing")
			.with("param_name", parameter);
	}

}
