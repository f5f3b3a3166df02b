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

package io.github.biginspring.sample.transfer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link JobController}.
 */
@SampleApplicationTest
@TestPropertySource(properties = { "sample.transfer.batch-size=10", "sample.transfer.max-upload=1MB" })
class JobControllerTests {

	private static final String UPSERT = "POST /Contacts/upsert";

	private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {
	};

	private static final ParameterizedTypeReference<List<Map<String, Object>>> MAPS = new ParameterizedTypeReference<>() {
	};

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void showsWhatItFoundOutAboutAFile() {
		upload("nurses.csv",
				"First Name;surname;E-mail;LAST_NAME\nRené;x;rene@lamp.example;Müller\n"
					.getBytes(Charset.forName("windows-1252")))
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.name")
			.isEqualTo("nurses.csv")
			.jsonPath("$.rows")
			.isEqualTo(1)
			.jsonPath("$.encoding")
			.isEqualTo("windows-1252")
			.jsonPath("$.separator")
			.isEqualTo(";")
			.jsonPath("$.guess[0]")
			.isEqualTo("First_Name")
			.jsonPath("$.guess[1]")
			.isEmpty()
			.jsonPath("$.guess[2]")
			.isEqualTo("Email")
			.jsonPath("$.guess[3]")
			.isEqualTo("Last_Name")
			.jsonPath("$.first[0].values[3]")
			.isEqualTo("Müller")
			.jsonPath("$.fields[?(@.name=='Last_Name')].required")
			.isEqualTo(true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                      | The file has no rows to import.
			'Last_Name,Email'       | The file has no rows to import.
			'Last_Name,Email\n"x'   | Line 2: it is not CSV
			'PK\0'                  | Line 1: it is not text.
			""")
	void refusesAFileThatIsNoCsv(String content, String detail) {
		problem(upload("x.csv", content.replace("\\0", "\0").getBytes(StandardCharsets.UTF_8)), HttpStatus.BAD_REQUEST)
			.contains(detail);
	}

	@Test
	void refusesAFileThatIsTooLarge() {
		problem(upload("x.csv", new byte[1024 * 1024 + 1]), HttpStatus.CONTENT_TOO_LARGE)
			.contains("The file is larger than 1 MB.");
	}

	@Test
	void refusesAFormWithoutAFile() {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("file", "x");
		problem(this.client.post().uri("/api/jobs/uploads").bodyValue(form.build()).exchange(), HttpStatus.BAD_REQUEST)
			.contains("The form has to have a file");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[]                               | 400 | The file has 2 columns, and 0 were assigned
			["Last_Name",null]               | 400 | Choose the column that fills the field Email
			["Email",null]                   | 400 | Choose the column that fills the field Last_Name
			["Email","Email"]                | 400 | Two columns are to fill the field Email
			["Email","Shoe_Size"]            | 400 | Contacts have no field Shoe_Size
			["Email","Account_Name"]         | 400 | Contacts have no field Account_Name
			""")
	void refusesColumnsThatCannotBe(String columns, int status, String detail) {
		problem(start(nurses(1), columns, false), HttpStatus.valueOf(status)).contains(detail);
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		problem(start("none", "[]", false), HttpStatus.NOT_FOUND).contains("That file is no longer kept here.");
		problem(this.client.post().uri("/api/jobs/none/stop").exchange(), HttpStatus.NOT_FOUND)
			.contains("That job is no longer kept here.");
		problem(this.client.get().uri("/api/jobs/none/rejected.csv").exchange(), HttpStatus.NOT_FOUND)
			.contains("That job");
		problem(this.client.post().uri("/api/jobs").contentType(MediaType.APPLICATION_JSON).bodyValue("{}").exchange(),
				HttpStatus.BAD_REQUEST)
			.contains("A job has to name an upload");
	}

	@Test
	void importsAFileAndKeepsWhatFailed() {
		String id = id(upload("nurses.csv", """
				Email,Surname,Title
				florence@lamp.example,Nightingale,\s Nurse\s
				nobody@lamp.example,,
				short@lamp.example
				Amelia.Watson@zylker-corp.example.com,Watson,CEO
				bad,Cavell,=1+1
				""".getBytes(StandardCharsets.UTF_8)));
		Map<String, Object> job = ended(id(start(id, "[\"Email\",\"Last_Name\",\"Title\"]", false)));
		assertThat(job).containsEntry("state", "done")
			.containsEntry("kind", "import")
			.containsEntry("name", "nurses.csv")
			.containsEntry("total", 5)
			.containsEntry("done", 5)
			.containsEntry("created", 1)
			.containsEntry("updated", 1)
			.containsEntry("rejected", 3)
			.containsEntry("repeatable", 3);
		assertThat(this.simulator.organization().records("Contacts").all())
			.anySatisfy((contact) -> assertThat(contact).containsEntry("Last_Name", "Nightingale")
				.containsEntry("Title", "Nurse"));
		String csv = this.client.get()
			.uri("/api/jobs/{id}/rejected.csv", job.get("id"))
			.exchange()
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-rows.csv\"")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(csv.lines()).first(InstanceOfAssertFactories.STRING)
			.endsWith("Import line,Import name,Import reason,Email,Surname,Title");
		assertThat(csv.lines()).anySatisfy((line) -> assertThat(line).startsWith("3,nobody@lamp.example,")
			.contains("Last Name")
			.endsWith(",nobody@lamp.example,,"));
		assertThat(csv.lines()).anySatisfy((line) -> assertThat(line).startsWith("4,short@lamp.example,")
			.contains("The line has 1 value, and the first line names 3 columns"));
		assertThat(csv.lines()).anySatisfy((line) -> assertThat(line).startsWith("6,Cavell,")
			.doesNotContain("{module}", "/bigin")
			.endsWith(",bad,Cavell,'=1+1"));
	}

	@Test
	void checksAFileWithoutWriting() {
		String id = id(upload("nurses.csv",
				("Email,Last_Name,Email_Opt_Out\nno address,Seacole,\n" + "long@lamp.example," + "x".repeat(81)
						+ ",\n,Cavell,\nfine@lamp.example,Cavell,yes\n" + "what@lamp.example,Cavell,maybe\n")
					.getBytes(StandardCharsets.UTF_8)));
		Map<String, Object> job = ended(id(start(id, "[\"Email\",\"Last_Name\",\"Email_Opt_Out\"]", true)));
		assertThat(job).containsEntry("kind", "check")
			.containsEntry("state", "done")
			.containsEntry("done", 5)
			.containsEntry("rejected", 4);
		assertThat(rejected(job)).extracting("reason")
			.containsExactly("Email is not an email address", "Last Name has 81 characters, and Bigin takes 80",
					"Without an email address each import would add the contact once more",
					"Email Opt Out has to be yes or no");
		assertThat(this.simulator.requests().count(UPSERT)).isZero();
	}

	@Test
	void triesTheRowsAgainThatFailed() {
		this.simulator.faults()
			.on((request) -> request.body().contains("nurse12@"))
			.next(Fault.internalError().afterTakingEffect());
		Map<String, Object> first = ended(id(start(nurses(25), "[\"Last_Name\",\"Email\"]", false)));
		assertThat(first).containsEntry("created", 15).containsEntry("unknown", 10).containsEntry("repeatable", 10);
		assertThat(rejected(first)).extracting("reason")
			.containsOnly("Bigin failed. It may have been written or not: to import it again is safe, "
					+ "as its email address finds it.");
		Map<String, Object> again = ended(id(this.client.post()
			.uri("/api/jobs/{id}/retry", first.get("id"))
			.exchange()
			.expectStatus()
			.isAccepted()));
		assertThat(again).containsEntry("total", 10).containsEntry("updated", 10).containsEntry("repeatable", 0);
		problem(this.client.post().uri("/api/jobs/{id}/retry", again.get("id")).exchange(), HttpStatus.CONFLICT)
			.contains("There are no rejected rows");
	}

	@Test
	void countsAllThatWasWrittenWhenItIsStopped() {
		int before = this.simulator.organization().records("Contacts").count();
		this.simulator.faults().on(UPSERT).always(Fault.latency(Duration.ofMillis(100)));
		String id = id(start(nurses(1000), "[\"Last_Name\",\"Email\"]", false));
		await().until(() -> this.simulator.requests().count(UPSERT) > 1);
		this.client.post().uri("/api/jobs/{id}/stop", id).exchange().expectStatus().isAccepted();
		Map<String, Object> job = ended(id);
		int written = this.simulator.organization().records("Contacts").count() - before;
		assertThat(job).containsEntry("state", "stopped")
			.containsEntry("created", written)
			.containsEntry("done", written);
		assertThat(written).isPositive().isLessThan(1000);
	}

	@Test
	void saysWhyItWentNoFurther() {
		this.simulator.faults().on(UPSERT).always(Fault.badApiKey());
		Map<String, Object> job = ended(id(start(nurses(25), "[\"Last_Name\",\"Email\"]", false)));
		assertThat(job).containsEntry("state", "failed").containsEntry("created", 0);
		assertThat((String) job.get("problem")).isEqualTo("The API key or the connection is no longer good. "
				+ "Check the API key, or make a new connection on the screen Status.");
	}

	@Test
	void tellsWhatHappens() {
		String id = id(start(nurses(25), "[\"Last_Name\",\"Email\"]", false));
		StepVerifier
			.create(this.client.get()
				.uri("/api/jobs/events")
				.accept(MediaType.TEXT_EVENT_STREAM)
				.exchange()
				.expectStatus()
				.isOk()
				.returnResult(MAPS)
				.getResponseBody()
				.map((jobs) -> jobs.get(0))
				.takeUntil((job) -> "done".equals(job.get("state")))
				.takeLast(1))
			.assertNext((job) -> assertThat(job).containsEntry("id", id).containsEntry("created", 25))
			.expectComplete()
			.verify(Duration.ofSeconds(30));
	}

	@Test
	void exportsAllContacts() {
		int contacts = this.simulator.organization().records("Contacts").count();
		String csv = this.client.get()
			.uri("/api/jobs/export")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("text/csv;charset=UTF-8")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(csv.lines()).hasSize(contacts + 1);
		await().untilAsserted(() -> assertThat(jobs().get(0)).containsEntry("kind", "export")
			.containsEntry("state", "done")
			.containsEntry("done", contacts));
	}

	@Test
	void keepsAnExportThatFailed() {
		this.simulator.faults().on("GET /Contacts").always(Fault.badApiKey());
		this.client.get().uri("/api/jobs/export").exchange().expectStatus().isEqualTo(HttpStatus.BAD_GATEWAY);
		assertThat(jobs().get(0)).containsEntry("kind", "export").containsEntry("state", "failed");
	}

	private String nurses(int count) {
		return id(upload("nurses.csv", ImportRequests.nurses(count).getBytes(StandardCharsets.UTF_8)));
	}

	private ResponseSpec upload(String name, byte[] content) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("file", content).filename(name);
		return this.client.post().uri("/api/jobs/uploads").bodyValue(form.build()).exchange();
	}

	private ResponseSpec start(String upload, String columns, boolean dryRun) {
		return this.client.post()
			.uri("/api/jobs")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"upload\":\"%s\",\"columns\":%s,\"dryRun\":%s}".formatted(upload, columns, dryRun))
			.exchange();
	}

	private static String id(ResponseSpec response) {
		Map<String, Object> body = response.expectStatus()
			.is2xxSuccessful()
			.expectBody(MAP)
			.returnResult()
			.getResponseBody();
		return (String) body.get("id");
	}

	private Map<String, Object> ended(String id) {
		return await().atMost(Duration.ofSeconds(30))
			.until(() -> jobs().stream().filter((job) -> id.equals(job.get("id"))).findFirst().orElseThrow(),
					(job) -> job.get("ended") != null);
	}

	private List<Map<String, Object>> jobs() {
		return this.client.get().uri("/api/jobs").exchange().expectBody(MAPS).returnResult().getResponseBody();
	}

	private List<Map<String, Object>> rejected(Map<String, Object> job) {
		return this.client.get()
			.uri("/api/jobs/{id}/rejected", job.get("id"))
			.exchange()
			.expectBody(MAPS)
			.returnResult()
			.getResponseBody();
	}

	private static AbstractStringAssert<?> problem(ResponseSpec response, HttpStatus status) {
		String body = response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return assertThat(body);
	}

}
