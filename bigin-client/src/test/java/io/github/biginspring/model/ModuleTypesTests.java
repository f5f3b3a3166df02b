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

import java.beans.PropertyDescriptor;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the ready-made types, of which each accessor must read and write the field
 * that is asked for on its behalf.
 */
class ModuleTypesTests {

	private static final Map<Class<?>, Object> VALUES = Map.of(String.class, "text", Boolean.class, true,
			BigDecimal.class, new BigDecimal("12.50"), LocalDate.class, LocalDate.of(2026, 2, 6), OffsetDateTime.class,
			OffsetDateTime.parse("2026-02-06T00:28:53-08:00"), Lookup.class, new Lookup("1", "Zylker"),
			UserLookup.class, new UserLookup("2", "Watson", null), List.class, List.of(Tag.of("vip")), Map.class,
			Map.of("RRULE", "FREQ=DAILY"));

	private static final Set<String> AUDIT = Set.of("Created_By", "Created_Time", "Modified_By", "Modified_Time");

	private final RecordMapper mapper = RecordMapper.create();

	static Stream<Arguments> types() {
		return Stream.of(Arguments.of(Contact.class, "Contacts"), Arguments.of(Company.class, "Accounts"),
				Arguments.of(Product.class, "Products"), Arguments.of(Deal.class, "Pipelines"),
				Arguments.of(Task.class, "Tasks"), Arguments.of(Event.class, "Events"),
				Arguments.of(Call.class, "Calls"), Arguments.of(Note.class, "Notes"));
	}

	@ParameterizedTest
	@MethodSource("types")
	void asksForTheFieldsOfItsModule(Class<? extends BiginRecord> type, String module) {
		RecordMapping<?> mapping = this.mapper.forType(type);
		assertThat(mapping.module()).isEqualTo(module);
		assertThat(mapping.fields()).containsAll(AUDIT).hasSizeLessThanOrEqualTo(50);
	}

	@ParameterizedTest
	@MethodSource("types")
	void eachGetterReadsTheFieldThatIsAskedForOnItsBehalf(Class<? extends BiginRecord> type, String module) {
		for (PropertyDescriptor property : properties(type)) {
			BiginRecord record = newRecord(type);
			record.set(fieldOf(property), VALUES.get(property.getPropertyType()));
			assertThat(ReflectionUtils.invokeMethod(property.getReadMethod(), record)).as(property.getName())
				.isNotNull()
				.isNotEqualTo(List.of());
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void whatIsSetIsWhatIsGot(Class<? extends BiginRecord> type, String module) {
		for (PropertyDescriptor property : properties(type)) {
			if (property.getWriteMethod() == null) {
				continue;
			}
			BiginRecord record = newRecord(type);
			Object value = VALUES.get(property.getPropertyType());
			ReflectionUtils.invokeMethod(property.getWriteMethod(), record, value);
			// lists other than the tags stay as they stand on the wire
			boolean wire = value instanceof List<?> && !property.getName().equals("tags");
			Object expected = wire ? List.of(Map.of("name", "vip")) : value;
			assertThat(ReflectionUtils.invokeMethod(property.getReadMethod(), record)).as(property.getName())
				.isEqualTo(expected);
			assertThat(record.changes()).containsOnlyKeys(fieldOf(property));
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void whatTheServiceKeepsCannotBeSet(Class<? extends BiginRecord> type, String module) {
		assertThat(properties(type)).filteredOn((property) -> property.getWriteMethod() == null)
			.extracting(PropertyDescriptor::getName)
			.contains("createdBy", "createdTime", "modifiedBy", "modifiedTime")
			.isSubsetOf("createdBy", "createdTime", "modifiedBy", "modifiedTime", "fullName", "unsubscribedMode",
					"unsubscribedTime", "recordImage", "lastActivityTime", "legacyName", "relatedModule");
	}

	@ParameterizedTest
	@MethodSource("types")
	void canBeExtended(Class<? extends BiginRecord> type, String module) throws NoSuchMethodException {
		assertThat(Modifier.isFinal(type.getModifiers())).isFalse();
		assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
	}

	@Test
	void aDealHasTheNameOfEitherField() {
		Deal deal = new Deal();
		deal.load(new HashMap<>(Map.of("Pipeline_Name", "Older")));
		assertThat(deal.getName()).isEqualTo("Older");
		deal.load(new HashMap<>(Map.of("Deal_Name", "Newer", "Pipeline_Name", "Older")));
		assertThat(deal.getName()).isEqualTo("Newer");
		assertThat(new Deal().getName()).isNull();
	}

	@Test
	void aDealIsRenamedInTheFieldThatItCameWith() {
		Deal deal = new Deal();
		deal.load(new HashMap<>(Map.of("Pipeline_Name", "Older")));
		deal.setName("Renamed");
		assertThat(deal.changes()).containsExactlyEntriesOf(Map.of("Pipeline_Name", "Renamed"));
		assertThat(deal.getName()).isEqualTo("Renamed");
		deal.load(new HashMap<>(Map.of("Deal_Name", "Newer", "Pipeline_Name", "Older")));
		deal.setName("Renamed");
		assertThat(deal.changes()).containsExactlyEntriesOf(Map.of("Deal_Name", "Renamed"));
		Deal created = new Deal();
		created.setName("Created");
		assertThat(created.changes()).containsExactlyEntriesOf(Map.of("Deal_Name", "Created"));
	}

	@ParameterizedTest
	@ValueSource(classes = { Task.class, Event.class, Call.class })
	void anActivitySaysOfWhichModuleItsReferenceIs(Class<? extends ActivityRecord> type) {
		Map<Class<? extends BiginRecord>, String> modules = Map.of(Contact.class, "Contacts", Company.class, "Accounts",
				Deal.class, "Deals", Renewal.class, "Deals", Product.class, "Products");
		modules.forEach((related, module) -> {
			ActivityRecord activity = newRecord(type);
			activity.setRelatedTo(related, "3");
			assertThat(activity.getRelatedTo()).isEqualTo(Lookup.of("3"));
			assertThat(activity.getRelatedModule()).isEqualTo(module);
			assertThat(activity.changes())
				.isEqualTo(Map.of("Related_To", Map.of("id", "3"), "$related_module", module));
		});
		ActivityRecord activity = newRecord(type);
		activity.setRelatedTo("Pipelines", "3");
		assertThat(activity.getRelatedModule()).isEqualTo("Deals");
		activity.setRelatedTo("Own_Module", "4");
		assertThat(activity.getRelatedModule()).isEqualTo("Own_Module");
	}

	@Test
	void anActivityCannotBelongToAnythingWithoutAModuleOrId() {
		Task task = new Task();
		assertThatIllegalArgumentException().isThrownBy(() -> task.setRelatedTo(BiginRecord.class, "3"))
			.withMessageContaining("does not say which module");
		assertThatIllegalArgumentException().isThrownBy(() -> task.setRelatedTo(Deal.class, " "))
			.withMessageContaining("'id'");
		assertThatIllegalArgumentException().isThrownBy(() -> task.setRelatedTo("", "3"))
			.withMessageContaining("'module'");
		assertThat(task.changes()).isEmpty();
	}

	@Test
	void aNoteSaysOfWhichModuleItsRecordIs() {
		Note note = new Note();
		note.setParent(Deal.class, "3");
		assertThat(note.getParent()).isEqualTo(Lookup.of("3"));
		assertThat(note.changes()).isEqualTo(Map.of("Parent_Id", Map.of("id", "3"), "$se_module", "Pipelines"));
		note.setParent("Own_Module", "4");
		assertThat(note.changes()).isEqualTo(Map.of("Parent_Id", Map.of("id", "4"), "$se_module", "Own_Module"));
	}

	@Test
	void aNoteCannotBeOnAnythingWithoutAModuleOrId() {
		Note note = new Note();
		assertThatIllegalArgumentException().isThrownBy(() -> note.setParent(BiginRecord.class, "3"))
			.withMessageContaining("does not say which module");
		assertThatIllegalArgumentException().isThrownBy(() -> note.setParent(Deal.class, " "))
			.withMessageContaining("'id'");
		assertThatIllegalArgumentException().isThrownBy(() -> note.setParent("", "3"))
			.withMessageContaining("'module'");
		assertThat(note.changes()).isEmpty();
	}

	private static List<PropertyDescriptor> properties(Class<? extends BiginRecord> type) {
		return Arrays.stream(BeanUtils.getPropertyDescriptors(type))
			.filter((property) -> !Set.of("class", "id").contains(property.getName()))
			.toList();
	}

	private static String fieldOf(PropertyDescriptor property) {
		BiginField annotation = property.getReadMethod().getAnnotation(BiginField.class);
		return (annotation != null) ? annotation.value() : FieldNaming.BIGIN.apiName(property.getName());
	}

	private static <T extends BiginRecord> T newRecord(Class<T> type) {
		return BeanUtils.instantiateClass(type);
	}

	private static final class Renewal extends Deal {

	}

}
