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

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.FieldNaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RecordMapper}.
 */
class RecordMapperTests {

	private final RecordMapper mapper = RecordMapper.create();

	@Test
	void worksATypeOutOnce() {
		assertThat(this.mapper.forType(Patient.class)).isSameAs(this.mapper.forType(Patient.class))
			.isSameAs(this.mapper.forRecord(Patient.named("Watson")));
	}

	@Test
	void untypedRecordsKnowNoFields() {
		RecordMapping<BiginRecord> mapping = this.mapper.untyped("Custom_Module");
		assertThat(mapping.module()).isEqualTo("Custom_Module");
		assertThat(mapping.fields()).isEmpty();
	}

	@Test
	void refusesTypesThatDoNotSayTheirModule() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.mapper.forType(String.class))
			.withMessageContaining("java.lang.String")
			.withMessageContaining("@BiginModule");
		assertThatIllegalArgumentException().isThrownBy(() -> this.mapper.forRecord(new BiginRecord()))
			.withMessageContaining("BiginRecord");
	}

	@Test
	void refusesRecordTypesThatCannotBeMade() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.mapper.forType(WithoutDefaultConstructor.class))
			.withMessageContaining(WithoutDefaultConstructor.class.getName())
			.withMessageContaining("constructor without parameters");
	}

	@Test
	void passesOnWhatAConstructorThrows() {
		RecordMapping<Failing> mapping = this.mapper.forType(Failing.class);
		try (JsonParser parser = this.mapper.jsonMapper().createParser("{}")) {
			parser.nextToken();
			assertThatIllegalStateException().isThrownBy(() -> mapping.read(parser)).withMessage("not today");
		}
	}

	@Test
	void knowsTheFieldsOfARecordTypeByItsGetters() {
		RecordMapping<Room> mapping = this.mapper.forType(Room.class);
		assertThat(mapping.module()).isEqualTo("Rooms");
		assertThat(mapping.fields()).containsExactly("All_day", "Room_Number", "Vacant");
	}

	@Test
	void inheritsModuleAndFields() {
		RecordMapping<Ward> mapping = this.mapper.forType(Ward.class);
		assertThat(mapping.module()).isEqualTo("Rooms");
		assertThat(mapping.fields()).containsExactly("All_day", "Bed_Count", "Room_Number", "Vacant");
	}

	@Test
	void namesFieldsAsTheApplicationLikes() {
		RecordMapper lower = RecordMapper.create((property) -> property.toLowerCase(Locale.ROOT), (builder) -> {
		});
		assertThat(lower.forType(Room.class).fields()).containsExactly("All_day", "roomnumber", "vacant");
		assertThat(lower.forType(Patient.class).fields()).contains("lastname", "Account_Name");
		assertThat(lower.forType(Patient.class).toCreate(Patient.named("Watson"))).containsEntry("lastname", "Watson");
	}

	@Test
	void letsTheApplicationCustomizeTheJsonMapper() {
		RecordMapper strict = RecordMapper.create(FieldNaming.BIGIN,
				(builder) -> builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
		try (JsonParser parser = strict.jsonMapper().createParser("{\"Unknown\":1}")) {
			parser.nextToken();
			assertThatExceptionOfType(UnrecognizedPropertyException.class)
				.isThrownBy(() -> strict.forType(Patient.class).read(parser));
		}
	}

	@Test
	void writesUntypedBodiesUnderTheirOwnNames() {
		assertThat(this.mapper.jsonMapper().writeValueAsString(Map.of("lastName", "Watson")))
			.isEqualTo("{\"lastName\":\"Watson\"}");
	}

	@BiginModule("Rooms")
	static class Room extends BiginRecord {

		public @Nullable String getRoomNumber() {
			return getText("Room_Number");
		}

		@BiginField("All_day")
		public @Nullable Boolean getAllDay() {
			return getBoolean("All_day");
		}

		public boolean isVacant() {
			return Boolean.TRUE.equals(getBoolean("Vacant"));
		}

		// not a getter
		public boolean isVacantFor(int nights) {
			return nights < 3;
		}

		// not for everybody
		String getKeeper() {
			return "Mrs Hudson";
		}

		// nothing to read
		public void setNote(String note) {
			set("Note", note);
		}

	}

	static final class Ward extends Room {

		public @Nullable Number getBedCount() {
			return getNumber("Bed_Count");
		}

	}

	@BiginModule("Rooms")
	static final class WithoutDefaultConstructor extends BiginRecord {

		WithoutDefaultConstructor(String id) {
			setId(id);
		}

	}

	@BiginModule("Rooms")
	static final class Failing extends BiginRecord {

		Failing() {
			throw new IllegalStateException("not today");
		}

	}

	@Test
	void knowsWhatStandsForAField() throws NoSuchMethodException {
		assertThat(this.mapper.forType(Patient.class).properties())
			.contains(new MappedField("Account_Name", Patient.class.getDeclaredMethod("clinic"), true),
					new MappedField("Risk_Score", Patient.class.getDeclaredMethod("riskScore"), false),
					new MappedField("Created_Time", Patient.class.getDeclaredMethod("createdTime"), true))
			.extracting(MappedField::apiName)
			.isEqualTo(this.mapper.forType(Patient.class).fields());
		assertThat(this.mapper.forType(Contact.class).properties())
			.contains(new MappedField("Account_Name", Contact.class.getMethod("getCompany"), true),
					new MappedField("Full_Name", Contact.class.getMethod("getFullName"), false),
					new MappedField("Unsubscribed_Mode", Contact.class.getMethod("getUnsubscribedMode"), false))
			.extracting(MappedField::apiName)
			.isEqualTo(this.mapper.forType(Contact.class).fields());
		assertThat(this.mapper.untyped("Contacts").properties()).isEmpty();
	}

}
