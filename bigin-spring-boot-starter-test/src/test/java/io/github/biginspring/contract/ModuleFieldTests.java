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

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Call;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Event;
import io.github.biginspring.model.Note;
import io.github.biginspring.model.Product;
import io.github.biginspring.model.Task;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ready-made types and the simulator against one list of the fields of each module.
 */
class ModuleFieldTests {

	// the name that deals have in some descriptions of the service, which is only read
	private static final Map<Class<?>, String> READ_BESIDES = Map.of(Deal.class, "Pipeline_Name");

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private static Set<String> fields(Class<?> type) throws IOException {
		Properties modules = PropertiesLoaderUtils
			.loadProperties(new ClassPathResource("ModuleFieldTests/fields.properties"));
		Set<String> fields = new TreeSet<>(List.of("Created_By", "Modified_By", "Created_Time", "Modified_Time"));
		fields.addAll(List.of(modules.getProperty(module(type)).split(" +")));
		return fields;
	}

	private static String module(Class<?> type) {
		return type.getAnnotation(BiginModule.class).value();
	}

	@ParameterizedTest
	@ValueSource(classes = { Contact.class, Company.class, Product.class, Deal.class, Task.class, Event.class,
			Call.class, Note.class })
	void aReadyMadeTypeHasTheFieldsOfItsModule(Class<? extends BiginRecord> type) throws IOException {
		await(this.bigin.query(type).all());
		Set<String> expected = fields(type);
		if (READ_BESIDES.containsKey(type)) {
			expected.add(READ_BESIDES.get(type));
		}
		assertThat(fixture.sentParameter("fields").split(",")).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@ValueSource(classes = { Contact.class, Company.class, Product.class, Deal.class, Task.class, Event.class,
			Call.class, Note.class })
	void theSimulatorHasTheFieldsOfEachModule(Class<? extends BiginRecord> type) throws IOException {
		Set<String> expected = fields(type);
		expected.removeIf((field) -> field.startsWith("$"));
		assertThat(await(this.bigin.metadata().fields(module(type)))).extracting(FieldInfo::apiName)
			.containsAll(expected);
	}

	@ParameterizedTest
	@ValueSource(classes = { Contact.class, Company.class, Product.class, Deal.class, Task.class, Event.class,
			Call.class, Note.class })
	void aReadyMadeTypeCanBeReadByCoql(Class<? extends BiginRecord> type) {
		assertThat(await(this.bigin.coql(type).all())).isEmpty();
	}

}
