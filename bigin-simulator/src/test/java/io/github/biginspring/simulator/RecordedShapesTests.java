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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.simulator.Caller.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that responses have the keys and types that were recorded of the live service.
 */
class RecordedShapesTests {

	@RegisterExtension
	static final SimulatorFixture fixture = new SimulatorFixture((builder) -> builder);

	private final Caller caller = fixture.caller();

	static Stream<Arguments> shapes() throws IOException {
		try (InputStream file = RecordedShapesTests.class.getResourceAsStream("/RecordedShapesTests/shapes.txt")) {
			String[] blocks = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n\n");
			return Arrays.stream(blocks).map((block) -> {
				String[] lines = block.strip().split("\n");
				String[] title = lines[0].split(", ");
				return Arguments.of(title[0], Integer.parseInt(title[1]), lines[1]);
			}).toList().stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("shapes")
	void respondsAsRecorded(String call, int status, String shape) {
		Reply reply = reply(call);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(RecordedShape.differences(shape, reply.body())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accounts", "Products", "Pipelines", "Tasks", "Events", "Calls", "Notes" })
	void describesTheFieldsOfAllModulesAlike(String module) throws IOException {
		String shape = (String) shapes().filter((arguments) -> "fields".equals(arguments.get()[0]))
			.findFirst()
			.orElseThrow()
			.get()[2];
		Reply reply = this.caller.get("/settings/fields", "module", module);
		assertThat(RecordedShape.differences(shape, reply.body())).isEmpty();
	}

	private Reply reply(String call) {
		return switch (call) {
			case "list modules" -> this.caller.get("/settings/modules");
			case "fields" -> this.caller.get("/settings/fields", "module", "Contacts");
			case "org" -> this.caller.get("/org");
			case "users" -> this.caller.get("/users", "type", "AllUsers");
			case "user" -> this.caller.get("/users/" + fixture.simulator().organization().currentUser().id());
			case "watch subscribe" -> subscribe();
			case "watch list" -> {
				subscribe();
				yield this.caller.get("/actions/watch");
			}
			case "watch unsubscribe" -> {
				subscribe();
				yield this.caller.delete("/actions/watch", "channel_ids", "5550001");
			}
			case "list accounts" -> this.caller.get("/Accounts", "fields",
					"Owner,Modified_Time,Description,Billing_Street,Created_Time,Website,Billing_Code,Modified_By,"
							+ "Billing_City,Phone,Billing_Country,Billing_State,Account_Name,Created_By,Tag");
			case "search contacts" -> {
				String id = this.caller.get("/Contacts", "fields", "id", "sort_order", "asc").values("id").get(0);
				this.caller.put("/Contacts/" + id, "{\"data\":[{\"Description\":\"D\",\"Mailing_State\":\"S\","
						+ "\"Mailing_Street\":\"Street\"}]}");
				yield this.caller.get("/Contacts/search", "criteria", "(Description:equals:D)");
			}
			case "search accounts" -> this.caller.get("/Accounts/search", "word", "Zylker");
			case "search products" -> this.caller.get("/Products/search", "word", "Desk");
			case "create account" -> create("Accounts", "Account_Name");
			case "update account" ->
				this.caller.put("/Accounts/" + first("Accounts"), "{\"data\":[{\"Phone\":\"1\"}]}");
			case "upsert contact" -> this.caller.post("/Contacts/upsert",
					"{\"data\":[{\"Last_Name\":\"Watson\",\"Email\":\"amelia.watson@zylker-corp.example.com\"}]}");
			case "link" -> this.caller.put(link(), "{\"data\":[{}]}");
			case "unlink" -> {
				String link = link();
				this.caller.put(link, "{\"data\":[{}]}");
				yield this.caller.delete(link);
			}
			default -> throw new AssertionError("How is '" + call + "' called?");
		};
	}

	private String link() {
		return "/Contacts/" + first("Contacts") + "/Products/" + first("Products");
	}

	private String first(String module) {
		return this.caller.get("/" + module, "fields", "id").values("id").get(0);
	}

	private Reply create(String module, String nameField) {
		return this.caller.post("/" + module, "{\"data\":[{\"" + nameField + "\":\"Zylker Ltd\"}]}");
	}

	private Reply subscribe() {
		return this.caller.post("/actions/watch", "{\"watch\":[{\"channel_id\":\"5550001\","
				+ "\"events\":[\"Contacts.all\"],\"notify_url\":\"https://example.com/hook\",\"token\":\"t\"}]}");
	}

}
