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

package io.github.biginspring.readme;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.PipelineInfo;
import io.github.biginspring.metadata.UserSpec;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.validation.MappingReport;
import io.github.biginspring.validation.MappingValidator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of metadata, validation and progress, run.
 */
@ExtendWith(OutputCaptureExtension.class)
class MetadataAndProgressTests {

	private static final Logger log = LoggerFactory.getLogger(MetadataAndProgressTests.class);

	private final BiginSimulator simulator = BiginSimulator.start();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
		.build();

	private final MappingValidator validator = this.bigin.mappingValidator();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void picklist() {
		Flux<String> stages = bigin.metadata()
			.fields("Pipelines")
			.filter((field) -> field.apiName().equals("Stage"))
			.flatMapIterable(FieldInfo::pickListValues)
			.map(FieldInfo.PicklistValue::actualValue);
		StepVerifier.create(stages.collectList())
			.assertNext((values) -> assertThat(values).contains("Closed Won"))
			.verifyComplete();
	}

	@Test
	void stagesOfASubPipeline() {
		Mono<List<String>> renewals = bigin.metadata()
			.pipelines()
			.filter((pipeline) -> "Sales Pipeline".equals(pipeline.name()))
			.flatMapIterable(PipelineInfo::subPipelines)
			.filter((subPipeline) -> "Renewals".equals(subPipeline.name()))
			.next()
			.map(PipelineInfo.SubPipeline::stageNames);
		StepVerifier.create(renewals)
			.assertNext((stages) -> assertThat(stages).contains("Closed Won"))
			.verifyComplete();
	}

	@Test
	void users() {
		String roleId = bigin.metadata().roles().blockFirst().id();
		String profileId = bigin.metadata().profiles().blockFirst().id();
		Mono<String> added = bigin.users()
			.create(UserSpec.empty()
				.firstName("Ada")
				.lastName("Lovelace")
				.email("ada@zylker.com")
				.role(roleId)
				.profile(profileId));
		StepVerifier.create(added.flatMap(bigin.metadata()::user))
			.assertNext((user) -> assertThat(user.fullName()).isEqualTo("Ada Lovelace"))
			.verifyComplete();
	}

	@Test
	void description() {
		FieldInfo stage = FieldInfo.of(Map.of("api_name", "Stage", "data_type", "picklist", "pick_list_values",
				List.of(Map.of("id", "1", "actual_value", "Closed Won"))));
		assertThat(stage.apiName()).isEqualTo("Stage");
		assertThat(stage.pickListValues()).extracting(FieldInfo.PicklistValue::actualValue)
			.containsExactly("Closed Won");
	}

	@Test
	void progress(CapturedOutput output) {
		Flux<Contact> contacts = bigin.withProgress((progress) -> log.info("{}", progress)).query(Contact.class).all();
		long count = contacts.count().block();
		assertThat(output).contains(count + " records, ");
	}

	@Test
	void validation() {
		Mono<MappingReport> report = validator.validate(List.of(Contact.class, Deal.class));
		StepVerifier.create(report).assertNext((found) -> assertThat(found.hasErrors()).isFalse()).verifyComplete();
	}

}
