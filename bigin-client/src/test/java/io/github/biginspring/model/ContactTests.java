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

package io.github.biginspring.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link Contact} and a subclass of it.
 */
class ContactTests {

	private static final String JSON = """
			{"Owner":{"name":"Dr Mortimer","id":"7255024000000590001","email":"m@example.com"},\
			"Email":"watson@example.com","$approval":{"approve":false},"Last_Name":"Watson","Full_Name":"John Watson",\
			"Account_Name":{"name":"Zylker Corp","id":"7255024000000599001"},"Email_Opt_Out":false,\
			"Tag":[{"name":"vip","id":"7255024000000600001","color_code":null}],"Phone":null,\
			"Created_Time":"2026-02-06T00:28:53-08:00","Locked__s":false,"Loyalty_Tier":"gold",\
			"id":"7255024000000596045"}""";

	private final RecordMapper mapper = RecordMapper.create();

	@Test
	void isReadFromTheWire() {
		Contact contact = read(Contact.class);
		assertThat(contact.getId()).isEqualTo("7255024000000596045");
		assertThat(contact.getLastName()).isEqualTo("Watson");
		assertThat(contact.getFullName()).isEqualTo("John Watson");
		assertThat(contact.getPhone()).isNull();
		assertThat(contact.getEmailOptOut()).isFalse();
		assertThat(contact.getCompany()).isEqualTo(new Lookup("7255024000000599001", "Zylker Corp"));
		assertThat(contact.getOwner()).isEqualTo(new UserLookup("7255024000000590001", "Dr Mortimer", "m@example.com"));
		assertThat(contact.getTags()).containsExactly(new Tag("vip", "7255024000000600001", null));
		assertThat(contact.getCreatedTime()).isEqualTo(OffsetDateTime.parse("2026-02-06T00:28:53-08:00"));
		assertThat(contact.getModifiedTime()).isNull();
	}

	@Test
	void updatesOnlyWhatWasSet() {
		Contact contact = read(Contact.class);
		contact.setPhone("1");
		contact.setEmail(null);
		contact.setTags(List.of());
		contact.setCompany(Lookup.of("7255024000000599002"));
		assertThat(this.mapper.forRecord(contact).toUpdate(contact)).containsExactly(entry("Phone", "1"),
				entry("Email", null), entry("Tag", List.of()),
				entry("Account_Name", Map.of("id", "7255024000000599002")));
	}

	@Test
	void aSubclassAddsCustomFields() {
		RecordMapping<Member> mapping = this.mapper.forType(Member.class);
		assertThat(mapping.module()).isEqualTo("Contacts");
		assertThat(mapping.fields()).contains("Loyalty_Tier")
			.containsAll(this.mapper.forType(Contact.class).fields())
			.hasSize(this.mapper.forType(Contact.class).fields().size() + 1);
		Member member = read(Member.class);
		assertThat(member.getLoyaltyTier()).isEqualTo("gold");
		assertThat(member.getLastName()).isEqualTo("Watson");
		member.setLoyaltyTier("silver");
		assertThat(mapping.toUpdate(member)).containsExactly(entry("Loyalty_Tier", "silver"));
	}

	@ParameterizedTest
	@MethodSource("applicationMappers")
	void isJsonAsOnTheWireInAnApplication(JsonMapper application) {
		Contact contact = read(Contact.class);
		assertThat(application.writeValueAsString(contact)).isEqualTo(JSON);
		assertThat(application.readValue(JSON, Contact.class)).isEqualTo(contact);
		assertThat(application.writeValueAsString(read(Member.class))).isEqualTo(JSON);
		assertThat(application.readValue(JSON, Member.class).getLoyaltyTier()).isEqualTo("gold");
	}

	static Stream<JsonMapper> applicationMappers() {
		return Stream.of(JsonMapper.shared(),
				JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE).build(),
				JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build());
	}

	@Test
	void showsNoValues() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		assertThat(contact).hasToString("Contact[id=null, fields=[Last_Name]]");
	}

	private <T extends Contact> T read(Class<T> type) {
		try (JsonParser parser = this.mapper.jsonMapper().createParser(JSON)) {
			parser.nextToken();
			return this.mapper.forType(type).read(parser);
		}
	}

}
