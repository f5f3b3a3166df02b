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

package io.github.biginspring.contract;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.BiginRecord;

import static io.github.biginspring.contract.ClientFixture.await;
import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

class SpecialCharacterContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	@ParameterizedTest
	@ValueSource(strings = { "a+b", "a & b", "100%", "a%20b", "no #1", "(a) b", "a) or (b", "a,b", "a\\b", "a\\",
			"\\(a", "O'Neill", "say \"hi\"", "\u05E9\u05DC\u05D5\u05DD \u202E", "\uD83D\uDE80 to the moon",
			"e\u0301t\u00E9 \u4E2D\u6587", "a:equals:b", "a=b?c=d;e", "a/b", "{a}", "[a]", "<a>", "a|b", "a^b`c~d",
			"$a_@!*", "((a)and(b))or(c:equals:d)", "+&%#(),\\'\" x" })
	void comeBackTheSame(String value) {
		String id = await(this.bigin.create("Contacts",
				new BiginRecord().set("Last_Name", "Decoy").set("Description", "decoy").set("Title", "decoy")))
			.id();
		String name = value;
		String special = await(this.bigin.create("Contacts",
				new BiginRecord().set("Last_Name", name).set("Description", name).set("Title", name)))
			.id();
		BiginRecord read = await(this.bigin.findById("Contacts", special, "Last_Name", "Description", "Title"));
		assertThat(read.getText("Last_Name")).isEqualTo(value);
		assertThat(read.getText("Description")).isEqualTo(value);
		for (var criteria : List.of(where("Last_Name").is(value), where("Last_Name").startsWith(value),
				where("Last_Name").in(value, "none, such"), where("Last_Name").is(value).and(where("Title").is(value)),
				where("Last_Name").not("Decoy"))) {
			List<BiginRecord> found = await(this.bigin.query("Contacts").matching(criteria).all());
			assertThat(found).as("%s of %s", criteria, value).extracting(BiginRecord::getId).containsExactly(special);
			assertThat(found.get(0).getText("Title")).isEqualTo(value);
		}
		assertThat(await(this.bigin.query("Contacts").matching(where("Last_Name").not(value)).all()))
			.extracting(BiginRecord::getId)
			.containsExactly(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "o'neill+crm@zylker.com", "a&b#c%20@zylker.com", "m\u00FCller@zylker.com" })
	void areFoundByEmail(String email) {
		String id = await(
				this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson").set("Email", email)))
			.id();
		assertThat(await(this.bigin.query("Contacts").matchingEmail(email).all())).extracting(BiginRecord::getId)
			.containsExactly(id);
		assertThat(await(this.bigin.query("Contacts").matching(where("Email").is(email)).all()))
			.extracting(BiginRecord::getId)
			.containsExactly(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "R&D", "50%", "C++", "A#1", "\u4E2D\u6587" })
	void areFoundByWord(String word) {
		String id = await(this.bigin.create("Contacts", new BiginRecord().set("Last_Name", word + " team"))).id();
		assertThat(await(this.bigin.query("Contacts").matchingWord(word).all())).extracting(BiginRecord::getId)
			.containsExactly(id);
		assertThat(fixture.sentParameter("word")).isEqualTo(word);
	}

	@Test
	void areUpdatedAsTheyAre() {
		String id = await(this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson"))).id();
		String value = "+&%#(),\\'\" \n\t\u0001 \uD83D\uDE80";
		await(this.bigin.update("Contacts", BiginRecord.withId(id).set("Description", value)));
		assertThat(await(this.bigin.findById("Contacts", id)).getText("Description")).isEqualTo(value);
		assertThat(fixture.records("Contacts").find(id)).containsEntry("Description", value);
	}

}
