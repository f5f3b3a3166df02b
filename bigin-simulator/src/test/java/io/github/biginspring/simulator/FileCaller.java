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

package io.github.biginspring.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.biginspring.simulator.Caller.Reply;

/**
 * Uploads files to the simulator and downloads them, over HTTP.
 */
final class FileCaller {

	private static final String BOUNDARY = "a-boundary";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final BiginSimulator simulator;

	FileCaller(BiginSimulator simulator) {
		this.simulator = simulator;
	}

	Reply upload(String path, String part, String fileName, String contentType, byte[] content) {
		String file = (fileName != null) ? "; filename=\"" + fileName + "\"\r\nContent-Type: " + contentType : "";
		String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"" + file + "\r\n\r\n";
		List<byte[]> body = List.of(head.getBytes(StandardCharsets.UTF_8), content,
				("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		HttpResponse<byte[]> response = send(
				request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
					.POST(BodyPublishers.ofByteArrays(body)));
		return new Reply(response.statusCode(), response.headers(),
				new String(response.body(), StandardCharsets.UTF_8));
	}

	HttpResponse<byte[]> download(String path) {
		return send(request(path));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.simulator.url() + "/zoho-bigin/bigin/v2" + path))
			.header("Authorization", "Bearer " + this.simulator.apiKey());
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
