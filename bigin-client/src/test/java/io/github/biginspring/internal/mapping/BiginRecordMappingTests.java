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

package io.github.biginspring.internal.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;

import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link BiginRecordMapping}.
 */
class BiginRecordMappingTests {

	private static final String READ = """
			{"Owner":{"name":"Dr Mortimer","id":"11","email":"m@example.com"},"Last_Name":"Watson","Phone":null,
			"Full_Name":"John Watson","$approved":true,"$approval":{"delegate":false,"approve":false},
			"Created_Time":"2026-02-06T00:28:53-08:00","Created_By":{"name":"Dr Mortimer","id":"11"},
			"Modified_Time":"2026-02-06T00:28:53-08:00","Modified_By":{"name":"Dr Mortimer","id":"11"},
			"Last_Activity_Time":null,"Locked__s":false,"id":"7255024000000596045","Custom":["a","b"]}""";

	private final RecordMapping<BiginRecord> mapping = RecordMapper.create().untyped("Contacts");

	@Test
	void readsEveryJsonValueAsItStands() {
		BiginRecord record = read("""
				{"text":"a\\u00e9\\"b","integer":42,"long":7255024000000596045,"huge":72550240000005960450000,
				"decimal":1234567890.10,"yes":true,"no":false,"nothing":null,"object":{"a":{"b":[1]}},
				"list":[null,1,"x",[],{"y":null}],"empty":{}}""");
		assertThat(record.asMap()).containsExactly(entry("text", "aé\"b"), entry("integer", 42),
				entry("long", 7255024000000596045L), entry("huge", new BigInteger("72550240000005960450000")),
				entry("decimal", new BigDecimal("1234567890.10")), entry("yes", true), entry("no", false),
				entry("nothing", null), entry("object", Map.of("a", Map.of("b", List.of(1)))),
				entry("list", record.get("list")), entry("empty", Map.of()));
		assertThat((List<?>) record.get("list")).map(String::valueOf)
			.containsExactly("null", "1", "x", "[]", "{y=null}");
	}

	@Test
	void countsNothingAsSetThatWasRead() {
		assertThat(this.mapping.toUpdate(read(READ))).isEmpty();
	}

	@Test
	void updatesWhatWasSetAndNothingElse() {
		BiginRecord record = read(READ).set("Phone", "1").set("Last_Name", null);
		assertThat(this.mapping.toUpdate(record)).containsExactly(entry("Phone", "1"), entry("Last_Name", null));
	}

	@Test
	void neverSendsTheIdAmongTheFields() {
		BiginRecord record = BiginRecord.withId("7255024000000596045").set("Phone", "1");
		assertThat(this.mapping.idOf(record)).isEqualTo("7255024000000596045");
		assertThat(this.mapping.toUpdate(record)).containsOnlyKeys("Phone");
		assertThat(this.mapping.toCreate(record)).containsOnlyKeys("Phone");
	}

	@Test
	void createsACopyWithoutWhatBelongsToTheOriginal() {
		assertThat(this.mapping.toCreate(read(READ))).containsOnlyKeys("Owner", "Last_Name", "Locked__s", "Custom");
	}

	@Test
	void createsWithWhateverWasSet() {
		BiginRecord record = new BiginRecord().set("Last_Name", "Watson").set("Phone", null);
		assertThat(this.mapping.toCreate(record)).containsExactly(entry("Last_Name", "Watson"), entry("Phone", null));
	}

	@Test
	void sendsWhatTheServiceKeepsItselfWhereItWasSet() {
		BiginRecord record = read(READ).set("Full_Name", "x").set("Created_Time", "x").set("$state", null);
		assertThat(this.mapping.toCreate(record)).containsOnlyKeys("Owner", "Last_Name", "Locked__s", "Custom",
				"Full_Name", "Created_Time", "$state");
		assertThat(this.mapping.toUpdate(record)).containsOnlyKeys("Full_Name", "Created_Time", "$state");
	}

	private BiginRecord read(String json) {
		try (JsonParser parser = RecordMapper.create().jsonMapper().createParser(json)) {
			parser.nextToken();
			return this.mapping.read(parser);
		}
	}

}
