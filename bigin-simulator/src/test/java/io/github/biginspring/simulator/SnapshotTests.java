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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.ModuleDefinition;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests that what was saved of an organisation is the organisation.
 */
class SnapshotTests {

	private static final List<String> MODULES = List.of("Contacts", "Accounts", "Products", "Pipelines", "Tasks",
			"Events", "Calls", "Notes");

	private static final List<String> NAMES = List.of("Watson", "Müller", "O'Neill", "\\\"Q\\\"", "李小龙", "🎉 Party");

	private final TestClock clock = new TestClock();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void givesTheSameAnswersAfterwards(long seed) {
		try (BiginSimulator one = start(); BiginSimulator other = start()) {
			use(one, new Random(seed));
			List<String> questions = questions(one);
			// ids are given to the values of pick lists when somebody asks
			List<String> before = answers(one, questions.subList(0, questions.size() / 2));
			String snapshot = one.snapshot();
			use(other, new Random(seed + 100));
			other.restore(snapshot);
			assertThat(pieces(other.snapshot())).isEqualTo(pieces(snapshot));
			assertThat(answers(other, questions)).isEqualTo(answers(one, questions));
			assertThat(answers(other, questions.subList(0, before.size()))).isEqualTo(before);
			MODULES.forEach((module) -> assertThat(texts(other, module)).isEqualTo(texts(one, module)));
			// and whatever happens next happens to both
			use(one, new Random(seed + 200));
			use(other, new Random(seed + 200));
			assertThat(pieces(other.snapshot())).isEqualTo(pieces(one.snapshot()));
			assertThat(answers(other, questions(one))).isEqualTo(answers(one, questions(one)));
		}
	}

	// a whole number may be an Integer here and a Long there
	private static List<String> texts(BiginSimulator simulator, String module) {
		return simulator.organization().records(module).all().stream().map(Object::toString).toList();
	}

	// so that a difference is told, and not all of both
	private static List<String> pieces(String snapshot) {
		return List.of(snapshot.split("(?<=[}\\]],)"));
	}

	private BiginSimulator start() {
		return BiginSimulator.builder().clock(this.clock).start();
	}

	private static void use(BiginSimulator simulator, Random random) {
		Caller caller = new Caller(simulator);
		FileCaller files = new FileCaller(simulator);
		Records contacts = simulator.organization().records("Contacts");
		for (int i = 0; i < 40; i++) {
			String contact = pick(ids(simulator, "Contacts"), random);
			String product = pick(ids(simulator, "Products"), random);
			String name = pick(NAMES, random);
			switch (random.nextInt(14)) {
				case 0, 1 -> caller.post("/Contacts", "{\"data\":[{\"Last_Name\":\"" + name + "\",\"Email\":\"c"
						+ random.nextInt() + "@example.com\"}]}");
				case 2 ->
					caller.put("/Contacts/" + contact, "{\"data\":[{\"Title\":\"" + name + "\",\"Phone\":null}]}");
				case 3 -> caller.delete("/Contacts/" + contact);
				case 4 -> {
					contacts.delete(contact);
					contacts.purge(contact);
				}
				case 5 -> caller
					.post("/Contacts/actions/add_tags?ids=" + contact + "&tag_names=Hot,New" + random.nextInt(3), "");
				case 6 -> caller.put("/Contacts/" + contact + "/Products/" + product, "{\"data\":[{}]}");
				case 7 -> files.upload("/Contacts/" + contact + "/Attachments", "file", "a.bin", "application/x-a",
						new byte[] { 0, -1, (byte) random.nextInt() });
				case 8 -> files.upload("/Contacts/" + contact + "/photo", "file", "a.png", "image/png",
						new byte[] { 1, 2, (byte) random.nextInt() });
				case 9 ->
					caller.post("/Contacts/" + contact + "/Notes", "{\"data\":[{\"Note_Content\":\"" + name + "\"}]}");
				case 10 -> simulator.organization().addUser("U", name, "u" + random.nextInt() + "@example.com");
				case 11 -> caller.post("/Pipelines", "{\"data\":[{\"Deal_Name\":\"" + name + "\",\"Amount\":"
						+ random.nextDouble()
						+ ",\"Sub_Pipeline\":\"Sales Pipeline Standard\",\"Stage\":\"Closed Won\",\"Contact_Name\":{\"id\":\""
						+ contact + "\"},\"Associated_Products\":[{\"id\":\"" + product + "\"}]}]}");
				case 12 -> simulator.organization().records("Products").generate(random.nextInt(20));
				default -> caller.delete("/users/"
						+ pick(simulator.organization().users().stream().map((user) -> user.id()).toList(), random));
			}
		}
	}

	private static <T> T pick(List<T> values, Random random) {
		return values.get(random.nextInt(values.size()));
	}

	private static List<String> ids(BiginSimulator simulator, String module) {
		return simulator.organization()
			.records(module)
			.all()
			.stream()
			.map((record) -> (String) record.get("id"))
			.toList();
	}

	private static List<String> questions(BiginSimulator simulator) {
		List<String> questions = new ArrayList<>(List.of("/settings/modules", "/users?type=AllUsers",
				"/users?type=DeletedUsers", "/org", "/settings/roles", "/settings/profiles",
				"/Contacts/search?word=watson", "/Contacts/search?email=none@example.com"));
		for (String module : MODULES) {
			questions.add("/settings/fields?module=" + module);
			questions.add("/settings/layouts?module=" + module);
			questions.add("/settings/tags?module=" + module);
			questions.add("/settings/related_lists?module=" + module);
			questions.add("/" + module + "?fields=id,Created_Time,Modified_Time,Owner,Tag&sort_by=id");
			questions.add("/" + module + "/deleted?type=all");
		}
		for (String contact : ids(simulator, "Contacts")) {
			questions.add("/Contacts/" + contact);
			questions.add("/Contacts/" + contact + "/photo");
			for (String list : List.of("Attachments", "Products", "Notes")) {
				questions.add("/Contacts/" + contact + "/" + list + "?fields=id,Created_Time,File_Name,Size");
			}
		}
		return questions;
	}

	private static List<String> answers(BiginSimulator simulator, List<String> questions) {
		FileCaller caller = new FileCaller(simulator);
		return questions.stream().map((question) -> {
			var response = caller.download(question);
			return question + ": " + response.statusCode() + " "
					+ new String(response.body(), StandardCharsets.ISO_8859_1);
		}).toList();
	}

	@Test
	void keepsTheBytesOfFiles() {
		byte[] bytes = { 0, -1, 13, 10, 127, -128 };
		try (BiginSimulator one = start(); BiginSimulator other = start()) {
			String contact = ids(one, "Contacts").get(0);
			String id = new FileCaller(one)
				.upload("/Contacts/" + contact + "/Attachments", "file", "a.bin", "application/x-a", bytes)
				.first()
				.get("details")
				.get("id")
				.asString();
			other.restore(one.snapshot());
			assertThat(new FileCaller(other).download("/Contacts/" + contact + "/Attachments/" + id).body())
				.isEqualTo(bytes);
		}
	}

	@Test
	void isWhatASimulatorBeginsWith(@TempDir Path folder) throws Exception {
		try (BiginSimulator one = start()) {
			String id = one.organization().records("Contacts").add(Map.of("Last_Name", "Moriarty"));
			Path file = Files.writeString(folder.resolve("snapshot.json"), one.snapshot());
			try (BiginSimulator other = BiginSimulator.builder().clock(this.clock).seedFile(file).start()) {
				other.organization().records("Contacts").deleteAll();
				other.reset();
				assertThat(other.organization().records("Contacts").find(id)).containsEntry("Last_Name", "Moriarty");
				assertThat(pieces(other.snapshot())).isEqualTo(pieces(one.snapshot()));
			}
		}
	}

	@Test
	void leavesWhatCodeDefinedInPlace() {
		ModuleDefinition assets = ModuleDefinition.custom("Assets", "Asset", "Assets")
			.with(FieldDefinition.text("Name"));
		try (BiginSimulator one = start(); BiginSimulator other = start()) {
			for (BiginSimulator simulator : List.of(one, other)) {
				simulator.organization().define(assets);
				simulator.organization().addFields("Contacts", FieldDefinition.text("Customer_Number").custom());
			}
			String view = other.organization().addCustomView("Contacts", "(Last_Name:equals:Watson)");
			String contact = one.organization()
				.records("Contacts")
				.add(Map.of("Last_Name", "A", "Customer_Number", "1"));
			String asset = one.organization().records("Assets").add(Map.of("Name", "Lamp"));
			other.restore(one.snapshot());
			assertThat(other.organization().records("Assets").find(asset)).containsEntry("Name", "Lamp");
			assertThat(other.organization().records("Contacts").find(contact)).containsEntry("Customer_Number", "1");
			assertThat(new Caller(other).get("/Contacts", "fields", "Last_Name", "cvid", view).values("Last_Name"))
				.isNotEmpty()
				.containsOnly("Watson");
		}
	}

	@Test
	void refusesWhatIsNotDefined() {
		try (BiginSimulator one = start(); BiginSimulator other = start()) {
			one.organization().addFields("Contacts", FieldDefinition.text("Customer_Number").custom());
			one.organization().records("Contacts").add(Map.of("Last_Name", "A", "Customer_Number", "1"));
			String before = other.snapshot();
			assertThatIllegalArgumentException().isThrownBy(() -> other.restore(one.snapshot()))
				.withMessageContaining("a field 'Customer_Number' of Contacts, which this organisation has not");
			one.reset();
			one.organization().define(ModuleDefinition.custom("Assets", "Asset", "Assets"));
			assertThatIllegalArgumentException().isThrownBy(() -> other.restore(one.snapshot()))
				.withMessageContaining("a module 'Assets', which this organisation has not");
			assertThat(other.snapshot()).isEqualTo(before);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"bigin_snapshot":1       | "bigin_snapshot":2         | bigin_snapshot must be 1, not '2'
					"bigin_snapshot":1       | "a":1                      | bigin_snapshot must be 1, not 'null'
					"next_id":"7255          | "next_id":"x7255           | next_id must be an id, not 'x7255
					"next_id":"7255          | "next_id":"1","a":"7255    | modules.Contacts.records[0].id must be less than next_id
					"users":                 | "users":[],"a":            | users must have a user who is not deleted
					"users":                 | "users":7,"a":             | users must be a list
					"administrator":true     | "administrator":"yes"      | users[0].administrator must be true or false, not 'yes'
					"role":"7255             | "role":"1255               | users[0].role must be the id of a role, not '1255
					"modules":               | "modules":[],"a":          | modules must be an object
					"records":[{"            | "records":[{"Nickname":1,"  | a field 'Nickname' of Contacts
					"records":[              | "records":[1,              | modules.Contacts.records[0] must be an object
					"deleted":[]             | "deleted":[{"id":"1","by":"2"}] | modules.Contacts.deleted[0].by must be the id of a user, not '2'
					"links":[]               | "links":[["1"]]            | links must have pairs of ids, not '[1]'
					"photos":[]              | "photos":[{"record":"1","file":{"name":"a","content_type":"b","base64":"?"}}] | photos[0].file.base64 must be bytes in Base64
					""")
	void refusesWhatIsNoSnapshot(String part, String replacement, String message) {
		try (BiginSimulator simulator = start()) {
			String snapshot = simulator.snapshot();
			String changed = snapshot.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(replacement));
			assertThat(changed).isNotEqualTo(snapshot);
			simulator.organization().records("Contacts").add(Map.of("Last_Name", "Moriarty"));
			assertThatIllegalArgumentException().isThrownBy(() -> simulator.restore(changed))
				.withMessageContaining(message);
			assertThat(simulator.organization().records("Contacts").count()).isEqualTo(31);
		}
	}

}
