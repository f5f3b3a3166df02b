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
package io.github.biginspring.simulator.recording;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Recorder}, {@link Replay} and {@link ShapeReport}, with a simulator in
 * the place of the live service.
 */
class RecordingTests {

	private static final String KEY = "real-key/of+the=user";

	private static final String BIGIN = "/zoho-bigin/bigin/v2";

	private final HttpClient client = HttpClient.newHttpClient();

	private BiginSimulator service;

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void startTheService() {
		this.file = this.folder.resolve("recording.json");
		this.service = BiginSimulator.builder().apiKey(KEY).start();
	}

	@AfterEach
	void stopTheService() {
		this.service.close();
	}

	private Recorder record() {
		return new Recorder(this.file, this.service.url(), this.service.url(), "127.0.0.1", 0);
	}

	private HttpResponse<String> send(String url, String method, String path, String body, String... headers)
			throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
			.method(method, BodyPublishers.ofString(body))
			.header("Authorization", "Bearer " + KEY);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private String recorded() throws Exception {
		return Files.readString(this.file);
	}

	private String report() throws Exception {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		try (BiginSimulator simulator = BiginSimulator.start()) {
			new ShapeReport(this.file).compareWith(simulator, new PrintStream(output, true, StandardCharsets.UTF_8));
		}
		return output.toString(StandardCharsets.UTF_8);
	}

	private static String id(HttpResponse<String> response) {
		Map<?, ?> body = Json.read(response.body(), Map.class);
		Map<?, ?> entry = (Map<?, ?>) ((List<?>) body.get("data")).get(0);
		return (String) ((entry.get("details") instanceof Map<?, ?> details) ? details.get("id") : entry.get("id"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Calls of most kinds, which find what is there by what they have got before.
	 * @param url where to send them
	 * @return the statuses
	 */
	private List<Integer> useTheService(String url) throws Exception {
		HttpResponse<String> connections = send(url, "GET", "/connections?app=zoho-bigin&status=ACTIVE", "");
		HttpResponse<String> listed = send(url, "GET", BIGIN + "/Contacts?fields=Last_Name,Email,Owner&per_page=3", "");
		String token = Json.read(listed.body(), Map.class).get("info") instanceof Map<?, ?> info
				? (String) info.get("next_page_token") : "";
		HttpResponse<String> next = send(url, "GET",
				BIGIN + "/Contacts?fields=Last_Name,Email,Owner&per_page=3&page_token=" + token, "");
		HttpResponse<String> created = send(url, "POST", BIGIN + "/Contacts",
				"{\"data\":[{\"Last_Name\":\"Moriarty\",\"Email\":\"jim@moriarty.example\",\"Mobile\":\"+44 20 7946 0018\"}]}");
		String id = id(created);
		HttpResponse<String> got = send(url, "GET", BIGIN + "/Contacts/" + id + "?fields=Last_Name,Email,Owner", "");
		HttpResponse<String> found = send(url, "GET", BIGIN + "/Contacts/search?criteria="
				+ encoded("((Last_Name:equals:Moriarty)and(Email:equals:jim@moriarty.example))"), "");
		HttpResponse<String> queried = send(url, "POST", BIGIN + "/coql",
				"{\"select_query\":\"select Last_Name from Contacts where Last_Name = 'Moriarty' limit 2\"}");
		HttpResponse<String> nothing = send(url, "GET", BIGIN + "/Contacts/search?email=" + encoded("no@body.example"),
				"");
		HttpResponse<String> rejected = send(url, "POST", BIGIN + "/Contacts",
				"{\"data\":[{\"First_Name\":\"James\"}]}");
		HttpResponse<String> refused = send(url, "GET", BIGIN + "/Contacts", "");
		HttpResponse<String> fields = send(url, "GET", BIGIN + "/settings/fields?module=Contacts", "");
		HttpResponse<String> deleted = send(url, "DELETE", BIGIN + "/Contacts?ids=" + id, "");
		return Stream
			.of(connections, listed, next, created, got, found, queried, nothing, rejected, refused, fields, deleted)
			.map(HttpResponse::statusCode)
			.toList();
	}

	@Test
	void replaysWhatWasRecorded() throws Exception {
		List<Integer> statuses;
		try (Recorder recorder = record()) {
			statuses = useTheService(recorder.url());
		}
		assertThat(statuses).containsExactly(200, 200, 200, 201, 200, 200, 200, 204, 400, 400, 200, 200);
		try (Replay replay = new Replay(this.file, "127.0.0.1", 0)) {
			assertThat(useTheService(replay.url())).isEqualTo(statuses);
			// again, and with an id that the recording does not have
			assertThat(useTheService(replay.url())).isEqualTo(statuses);
			assertThat(
					send(replay.url(), "GET", BIGIN + "/Contacts/1234567890123456789?fields=Last_Name,Email,Owner", "")
						.body())
				.contains("Text ", "@example.com")
				.doesNotContain("Moriarty");
		}
		assertThat(recorded()).doesNotContainIgnoringCase("moriarty").doesNotContain("James", "7946", KEY);
	}

	@Test
	void keepsValuesThatBelongTogetherTogether() throws Exception {
		try (Recorder recorder = record()) {
			useTheService(recorder.url());
		}
		try (Replay replay = new Replay(this.file, "127.0.0.1", 0)) {
			String created = id(send(replay.url(), "POST", BIGIN + "/Contacts",
					"{\"data\":[{\"Last_Name\":\"Other\",\"Email\":\"o@ther.example\",\"Mobile\":\"1\"}]}"));
			HttpResponse<String> got = send(replay.url(), "GET",
					BIGIN + "/Contacts/" + created + "?fields=Last_Name,Email,Owner", "");
			assertThat(created).matches("9[0-9]{18}");
			assertThat(id(got)).isEqualTo(created);
			assertThat(recorded()).contains("ids=" + created);
		}
	}

	@Test
	void givesTheResponsesOfOneRequestInTheirOrder() throws Exception {
		String list = BIGIN + "/Accounts?fields=Account_Name";
		try (Recorder recorder = record()) {
			this.service.faults().on("GET /Accounts").next(Fault.rateLimited().retryAfter(Duration.ofSeconds(7)));
			assertThat(send(recorder.url(), "GET", list, "").statusCode()).isEqualTo(429);
			assertThat(send(recorder.url(), "GET", list, "").statusCode()).isEqualTo(200);
		}
		try (Replay replay = new Replay(this.file, "127.0.0.1", 0)) {
			HttpResponse<String> first = send(replay.url(), "GET", list, "");
			assertThat(first.statusCode()).isEqualTo(429);
			assertThat(first.headers().firstValue("Retry-After")).contains("7");
			assertThat(send(replay.url(), "GET", list, "").statusCode()).isEqualTo(200);
			assertThat(send(replay.url(), "GET", list, "").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void namesTheNearestRequestWhereOneWasNotRecorded() throws Exception {
		try (Recorder recorder = record()) {
			send(recorder.url(), "GET", BIGIN + "/Accounts?fields=Account_Name", "");
			send(recorder.url(), "GET", BIGIN + "/Contacts?fields=Last_Name", "");
		}
		try (Replay replay = new Replay(this.file, "127.0.0.1", 0)) {
			HttpResponse<String> response = send(replay.url(), "GET", BIGIN + "/Contacts?fields=Email", "");
			assertThat(response.statusCode()).isEqualTo(501);
			assertThat(response.body()).contains("GET /zoho-bigin/bigin/v2/Contacts?fields=Email",
					"the nearest one is GET /zoho-bigin/bigin/v2/Contacts?fields=Last_Name", "\"next\":");
			assertThat(send(replay.url(), "DELETE", BIGIN + "/Contacts?fields=Last_Name", "").statusCode())
				.isEqualTo(501);
		}
	}

	@Test
	void findsNoDifferencesFromASimulator() throws Exception {
		try (Recorder recorder = record()) {
			useTheService(recorder.url());
		}
		assertThat(report()).isEqualTo("12 requests, 0 with differences" + System.lineSeparator());
	}

	@Test
	void tellsWhereTheServiceIsDifferentInShapeAlone() throws Exception {
		WireMockServer other = new WireMockServer(WireMockConfiguration.options().dynamicPort());
		other.start();
		try {
			other.stubFor(WireMock.get(WireMock.urlPathEqualTo(BIGIN + "/Contacts"))
				.willReturn(WireMock.okJson("{\"data\":[{\"id\":7255024000000596045,\"Last_Name\":\"Canary\","
						+ "\"Nick_Name\":null}],\"info\":{\"per_page\":1,\"count\":1,\"page\":1,\"more_records\":true,"
						+ "\"sort_by\":\"id\",\"sort_order\":\"desc\",\"next_page_token\":null,"
						+ "\"previous_page_token\":null}}")));
			other.stubFor(WireMock.post(BIGIN + "/Contacts")
				.willReturn(WireMock.jsonResponse("{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":"
						+ "{\"api_name\":\"Last_Name\",\"json_path\":\"$.data[0].Last_Name\"},"
						+ "\"message\":\"no Canary please\",\"status\":\"error\"}]}", 400)));
			other.stubFor(WireMock.get(WireMock.urlPathEqualTo(BIGIN + "/Accounts"))
				.willReturn(WireMock.aResponse().withStatus(204)));
			try (Recorder recorder = new Recorder(this.file, other.baseUrl(), other.baseUrl(), "127.0.0.1", 0)) {
				send(recorder.url(), "GET", BIGIN + "/Contacts?fields=Last_Name&per_page=1", "");
				send(recorder.url(), "POST", BIGIN + "/Contacts", "{\"data\":[{\"First_Name\":\"Canary\"}]}");
				send(recorder.url(), "GET", BIGIN + "/Accounts?fields=Account_Name", "");
			}
		}
		finally {
			other.stop();
		}
		assertThat(report()).isEqualToNormalizingNewlines("""
				GET /zoho-bigin/bigin/v2/Contacts?fields=Last_Name&per_page=1
				  data[].Nick_Name: only recorded
				  data[].id: recorded number, simulator string
				  info.page_token_expiry: only in the simulator
				POST /zoho-bigin/bigin/v2/Contacts
				  data[].code: recorded INVALID_DATA, simulator MANDATORY_NOT_FOUND
				GET /zoho-bigin/bigin/v2/Accounts?fields=Account_Name
				  status: recorded 204, simulator 200
				  body: recorded none, simulator JSON
				3 requests, 3 with differences
				""");
		assertThat(recorded()).doesNotContain("Canary");
	}

	/**
	 * A value that nobody may see, echoed by the service in all places and encodings.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "canary@secret.example", "Kanári \"O'Brien\" (sen.)/x+y=z&c", "+49 (170) 1234-567",
			"https://connect.example.org/?session_token=canary0815", "1976-05-04", "canary_word", "金丝雀 先生" })
	void letsNoCanaryIntoTheRecording(String canary) throws Exception {
		String json = Json.write(canary);
		String escaped = json.substring(1, json.length() - 1);
		String url = encoded(canary);
		String base64 = Base64.getEncoder().encodeToString(canary.getBytes(StandardCharsets.UTF_8));
		StringBuilder unicode = new StringBuilder();
		canary.chars().forEach((character) -> unicode.append("\\u%04x".formatted(character)));
		WireMockServer other = new WireMockServer(WireMockConfiguration.options().dynamicPort());
		other.start();
		try {
			other.stubFor(WireMock.any(WireMock.anyUrl())
				.willReturn(WireMock
					.jsonResponse("{\"data\":[{\"Last_Name\":" + json + ",\"Custom\":\"" + unicode + "\",\"code\":"
							+ json + ",\"message\":\"not " + escaped + "\",\"status\":" + json
							+ ",\"details\":{\"api_name\":\"" + url + "\",\"json_path\":\"$." + escaped + "\"," + json
							+ ":1,\"type\":\"x" + base64.replace("=", "") + "y\",\"key\":\"Bearer " + KEY
							+ "\",\"state\":" + json + ",\"url\":\"https://connect.maton.ai/?session_token=" + url
							+ "\",\"token\":" + json + ",\"Stage\":" + json + ",\"Tag\":[{\"name\":" + json + "}]}}],\""
							+ encoded(KEY) + "\":\"x\"}", 400)
					.withHeader("Content-Type", "application/json;note=" + url)
					.withHeader("Location", "https://elsewhere.example/" + url)
					.withHeader("Set-Cookie", "a=" + url)));
			try (Recorder recorder = new Recorder(this.file, other.baseUrl(), other.baseUrl(), "127.0.0.1", 0)) {
				send(recorder.url(), "POST",
						BIGIN + "/Contacts/" + url.replace("+", "%20") + "?email=" + url + "&criteria="
								+ encoded("((Email:equals:" + canary + ")or(Last_Name:equals:x))") + "&fields=" + url
								+ "&" + url + "=1&" + url,
						"{\"data\":[{\"Email\":" + json + ",\"$append_values\":{\"Note\":[" + json + "]}}],"
								+ "\"select_query\":" + Json.write("select id from Contacts where A = '" + canary + "'")
								+ ",\"duplicate_check_fields\":[" + json + "]}",
						"Maton-Connection", url, "X-Own", url);
				send(recorder.url(), "PUT", BIGIN + "/Contacts", canary + " is no JSON", "Content-Type",
						"text/plain; name=" + url);
			}
		}
		finally {
			other.stop();
		}
		String recorded = recorded().toLowerCase(Locale.ROOT);
		for (String form : List.of(canary, escaped, url, url.replace("+", "%20"), base64.replace("=", ""),
				unicode.toString(), "session_token=", "canary", KEY, encoded(KEY), "elsewhere")) {
			assertThat(recorded).doesNotContain(form.toLowerCase(Locale.ROOT));
		}
		assertThat(Cassette.read(this.file)).hasSize(2);
	}

	@Test
	void followsNoRedirectWithTheKey() throws Exception {
		WireMockServer other = new WireMockServer(WireMockConfiguration.options().dynamicPort());
		other.start();
		try {
			other.stubFor(WireMock.get(WireMock.urlPathEqualTo(BIGIN + "/Contacts"))
				.willReturn(WireMock.temporaryRedirect(this.service.url() + "/stolen")));
			try (Recorder recorder = new Recorder(this.file, other.baseUrl(), other.baseUrl(), "127.0.0.1", 0)) {
				HttpResponse<String> response = send(recorder.url(), "GET", BIGIN + "/Contacts?fields=Last_Name", "");
				assertThat(response.statusCode()).isEqualTo(302);
				assertThat(response.headers().firstValue("Location")).isEmpty();
			}
		}
		finally {
			other.stop();
		}
		assertThat(this.service.requests().count()).isZero();
	}

	@Test
	void overwritesNoFile() throws Exception {
		Files.writeString(this.file, "mine");
		assertThatIllegalArgumentException().isThrownBy(this::record).withMessageContaining("is there already");
		assertThat(recorded()).isEqualTo("mine");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://gateway.maton.ai", "gateway.maton.ai", "https://user:pass@gateway.maton.ai",
			"ftp://localhost", "http:// x" })
	void sendsTheKeyToNoUpstreamThatItCouldBeReadOnTheWayTo(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Recorder(this.file, url, "https://ctrl.maton.ai", "127.0.0.1", 0))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("pass"));
		assertThat(this.file).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{}", "{\"exchanges\":[{}]}", "no JSON" })
	void refusesWhatIsNoRecording(String text) throws Exception {
		Files.writeString(this.file, text);
		assertThatIllegalArgumentException().isThrownBy(() -> new ShapeReport(this.file));
		assertThatIllegalArgumentException().isThrownBy(() -> new Replay(this.file, "127.0.0.1", 0));
	}

}
