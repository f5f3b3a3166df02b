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

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for tags.
 */
class TagTests {

	private static final String TAGS = "/settings/tags?module=Contacts";

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final Caller caller = fixture.caller();

	private Organization organization;

	@BeforeEach
	void prepare() {
		this.organization = fixture.simulator().organization();
	}

	private String addContact() {
		return this.organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
	}

	private String tagsOf(String contact) {
		return this.caller.get("/Contacts/" + contact)
			.first()
			.get("Tag")
			.valueStream()
			.map((tag) -> tag.get("name").asString())
			.collect(Collectors.joining(","));
	}

	@Test
	void listsTheTagsOfAModule() {
		assertThat(this.caller.get(TAGS).status()).isEqualTo(204);
		this.organization.addTag("Accounts", "Key");
		Tag tag = this.organization.addTag("Contacts", "Hot");
		JsonNode tags = this.caller.get(TAGS).body().get("tags");
		assertThat(tags).hasSize(1);
		assertThat(tags.get(0).get("name").asString()).isEqualTo("Hot");
		assertThat(tags.get(0).get("id").asString()).isEqualTo(tag.id());
		assertThat(this.caller.get("/settings/tags").code()).isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(this.caller.get("/settings/tags", "module", "Nope").code()).isEqualTo("INVALID_MODULE");
	}

	@Test
	void createsTags() {
		Reply reply = this.caller.post(TAGS,
				"{\"tags\":[{\"name\":\"Hot\",\"color_code\":\"#F17574\"},{\"name\":\"hot\"},{}]}");
		assertThat(reply.status()).isEqualTo(207);
		JsonNode tags = reply.body().get("tags");
		assertThat(tags).extracting((entry) -> entry.get("code").asString())
			.containsExactly("SUCCESS", "DUPLICATE_DATA", "MANDATORY_NOT_FOUND");
		assertThat(tags.get(2).get("details").get("json_path").asString()).isEqualTo("$.tags[2].name");
		assertThat(this.organization.tags("Contacts")).extracting(Tag::name, Tag::colorCode)
			.containsExactly(tuple("Hot", "#F17574"));
		assertThat(this.caller.post(TAGS, "{\"tags\":[{\"name\":\"New\"}]}").status()).isEqualTo(201);
	}

	@Test
	void renamesATagOnAllOfItsRecords() {
		String contact = addContact();
		this.caller.post("/Contacts/" + contact + "/actions/add_tags?tag_names=Hot", "");
		String id = this.organization.tags("Contacts").get(0).id();
		this.organization.addTag("Contacts", "Cold");
		Reply reply = this.caller.put("/settings/tags/" + id + "?module=Contacts", "{\"tags\":[{\"name\":\"Warm\"}]}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(tagsOf(contact)).isEqualTo("Warm");
		assertThat(this.caller.put(TAGS, "{\"tags\":[{\"id\":\"" + id + "\",\"name\":\"cold\"}]}").status())
			.isEqualTo(400);
		assertThat(this.caller.put(TAGS, "{\"tags\":[{\"id\":\"1\",\"name\":\"X\"}]}").status()).isEqualTo(400);
	}

	@Test
	void deletesATagOfAllOfItsRecords() {
		String contact = addContact();
		this.caller.post("/Contacts/" + contact + "/actions/add_tags?tag_names=Hot,New", "");
		String hot = this.organization.tags("Contacts").get(0).id();
		assertThat(this.caller.delete("/settings/tags/" + hot).status()).isEqualTo(200);
		assertThat(tagsOf(contact)).isEqualTo("New");
		assertThat(this.caller.delete("/settings/tags/" + hot).status()).isEqualTo(400);
		String other = this.organization.tags("Contacts").get(0).id();
		assertThat(this.caller.delete("/settings/tags", "module", "Accounts", "ids", other).status()).isEqualTo(400);
		assertThat(this.caller.delete("/settings/tags", "module", "Contacts", "ids", other).status()).isEqualTo(200);
	}

	@Test
	void addsTagsToRecords() {
		String one = addContact();
		String other = addContact();
		this.caller.post("/Contacts/" + one + "/actions/add_tags?tag_names=Old", "");
		Reply reply = this.caller
			.post("/Contacts/actions/add_tags?ids=" + one + "," + other + ",1&tag_names=Hot,New%20one", "");
		assertThat(reply.status()).isEqualTo(207);
		assertThat(reply.values("code")).containsExactly("SUCCESS", "SUCCESS", "INVALID_DATA");
		assertThat(reply.first().get("details").get("tags").toString()).isEqualTo("[\"Old\",\"Hot\",\"New one\"]");
		assertThat(tagsOf(one)).isEqualTo("Old,Hot,New one");
		assertThat(tagsOf(other)).isEqualTo("Hot,New one");
		this.caller.post("/Contacts/actions/add_tags?over_write=true&tag_names=Last&ids=" + one, "");
		assertThat(tagsOf(one)).isEqualTo("Last");
	}

	@Test
	void takesTagsAwayFromRecords() {
		String contact = addContact();
		this.caller.post("/Contacts/" + contact + "/actions/add_tags?tag_names=Hot,New", "");
		Reply reply = this.caller.post("/Contacts/" + contact + "/actions/remove_tags?tag_names=hot,Unknown", "");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(tagsOf(contact)).isEqualTo("New");
	}

	@Test
	void countsTheRecordsOfATag() {
		String one = addContact();
		String other = addContact();
		this.caller.post("/Contacts/actions/add_tags?tag_names=Hot&ids=" + one + "," + other, "");
		String hot = this.organization.tags("Contacts").get(0).id();
		String path = "/settings/tags/" + hot + "/actions/records_count";
		assertThat(this.caller.get(path, "module", "Contacts").text()).isEqualTo("{\"count\":\"2\"}");
		this.caller.delete("/Contacts/" + one);
		assertThat(this.caller.get(path, "module", "Contacts").body().get("count").asString()).isEqualTo("1");
		String cold = this.organization.addTag("Contacts", "Cold").id();
		assertThat(this.caller.get(path.replace(hot, cold), "module", "Contacts").body().get("count").asString())
			.isEqualTo("0");
		assertThat(this.caller.get(path).code()).isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(this.caller.get(path, "module", "Nope").code()).isEqualTo("INVALID_MODULE");
		assertThat(this.caller.get(path, "module", "Accounts").code()).isEqualTo("INVALID_DATA");
		assertThat(this.caller.post(path + "?module=Contacts", "{}").status()).isEqualTo(405);
	}

	@Test
	void readsTagsFromTheBodyToo() {
		String contact = addContact();
		this.caller.post("/Contacts/actions/add_tags", "{\"tags\":[{\"name\":\"Hot\"}],\"ids\":[\"" + contact + "\"]}");
		assertThat(tagsOf(contact)).isEqualTo("Hot");
	}

	@Test
	void tagsAtMostFiveHundredRecords() {
		String contact = addContact();
		String ids = IntStream.range(0, 500).mapToObj((i) -> contact).collect(Collectors.joining(","));
		assertThat(this.caller.post("/Contacts/actions/add_tags?tag_names=Hot&ids=" + ids, "").status()).isEqualTo(200);
		Reply reply = this.caller.post("/Contacts/actions/add_tags?tag_names=Hot&ids=" + ids + ",1", "");
		assertThat(reply.code()).isEqualTo("LIMIT_EXCEEDED");
		assertThat(reply.body().get("details").get("limit").asInt()).isEqualTo(500);
	}

	@Test
	void refusesCallsThatMakeNoSense() {
		assertThat(this.caller.post("/Contacts/actions/add_tags?ids=1", "").code()).isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(this.caller.post("/Contacts/actions/add_tags?tag_names=A", "").code())
			.isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(this.caller.post("/Contacts/actions/nonsense", "").status()).isEqualTo(404);
		assertThat(this.caller.get("/Contacts/actions/add_tags").status()).isEqualTo(405);
	}

}
