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

package io.github.biginspring.autoconfigure.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.validation.MappingProblem;
import io.github.biginspring.validation.MappingReport;
import io.github.biginspring.validation.MappingValidator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class MappingValidationAutoConfigurationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final String MODULES = "{\"modules\":[{\"api_name\":\"Contacts\",\"api_supported\":true}]}";

	private static final String WRONG = "module 'Contacts' has no field 'Loyalty_Tear'. Is it 'Loyalty_Tier' (Tier)?";

	private final LocalServer server = new LocalServer();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(BiginAutoConfiguration.class, MappingValidationAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key");

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "bigin.validate-mapping=none" })
	void asksNothingUnlessItIsWanted(String property) {
		start(property).close();
		assertThat(this.server.received()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'', false", "bigin.validate-mapping=, false", "bigin.validate-mapping=none, false",
			"bigin.validateMapping=NONE, false", "bigin.validate-mapping=warn, true",
			"bigin.validate-mapping=Fail, true" })
	void aRunnerIsThereOnlyWhereSomethingIsChecked(String property, boolean present) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBeans(MappingValidationRunner.class)
				.hasSize(present ? 1 : 0));
	}

	@Test
	void aWrongNameStopsTheApplicationWithAReport(CapturedOutput output) {
		this.server.respondsWith(200, MODULES).respondsWith(200, fields("Last_Name", "Loyalty_Tier"));
		assertThatExceptionOfType(InvalidMappingException.class).isThrownBy(() -> start("bigin.validate-mapping=fail"))
			.withMessageContaining(WRONG);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(Subscriber.class.getName() + ".tier(): " + WRONG)
			.contains("set 'bigin.validate-mapping' to 'warn'")
			.doesNotContain("The application's runner runs");
	}

	@Test
	void anOrganizationThatCannotBeAskedStopsTheApplication(CapturedOutput output) {
		this.server.respondsWith(401, "{\"message\":\"Invalid or missing Maton API key\"}");
		assertThatExceptionOfType(InvalidMappingException.class).isThrownBy(() -> start("bigin.validate-mapping=fail"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("could not be checked")
			.contains("401")
			.contains("Check the API key");
	}

	@Test
	void whatMayBeAsItShouldStopsNothing(CapturedOutput output) {
		this.server.respondsWith(200, MODULES).respondsWith(200, fields("Last_Name", "Loyalty_Tear"));
		start("bigin.validate-mapping=fail", "bigin.validate-mapping-types=" + Contact.class.getName()).close();
		assertThat(output).contains("(may be as it should) " + Contact.class.getName() + ".getEmail()")
			.contains("The application's runner runs");
	}

	@Test
	void whatFitsIsNotTold(CapturedOutput output) {
		this.server.respondsWith(200, MODULES).respondsWith(200, fields("Last_Name", "Loyalty_Tear"));
		start("bigin.validate-mapping=fail").close();
		assertThat(output).contains("The application's runner runs").doesNotContain("fit the organisation");
	}

	@Test
	void aWarningKeepsNobodyWaiting() {
		this.server.neverResponds();
		try (ConfigurableApplicationContext context = start("bigin.validate-mapping=warn")) {
			this.server.requestReceived().block(LONG);
			assertThat(context.isRunning()).isTrue();
		}
		// and ends with the application
		this.server.connectionClosed().block(LONG);
	}

	@Test
	void typesAreFoundInTheApplicationsPackagesAndByName() {
		this.runner.withUserConfiguration(Application.class)
			.run((context) -> assertThat(new MappedTypes(context, List.of(Deal.class, Subscriber.class)).find())
				.containsExactly(Deal.class, Subscriber.class));
		this.runner.run((context) -> assertThat(new MappedTypes(context, List.of()).find()).isEmpty());
	}

	@Test
	void theValidatorIsThereForTheApplicationsOwnUse() {
		this.server.respondsWith(200, MODULES).respondsWith(200, fields("Last_Name"));
		this.runner.withPropertyValues("maton.url=" + this.server.url()).run((context) -> {
			assertThat(context).doesNotHaveBean(MappingValidationRunner.class);
			List<MappingProblem> problems = new ArrayList<>();
			context.getBean(MappingValidator.class)
				.validate(List.of(Subscriber.class))
				.doOnNext((report) -> problems.addAll(report.problems()))
				.block(LONG);
			assertThat(problems).extracting(MappingProblem::name).containsExactly("Loyalty_Tear");
		});
	}

	@Test
	void givesWayToTheApplicationsOwnClient() {
		BiginOperations own = mock(BiginOperations.class);
		this.runner.withBean(BiginOperations.class, () -> own)
			.withPropertyValues("bigin.validate-mapping=fail")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MappingValidator.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "warn", "fail" })
	void aValidatorThatReportsNothingIsNotTakenForTypesThatFit(String mode, CapturedOutput output) {
		for (@Nullable
		Mono<MappingReport> nothing : Arrays.asList(Mono.<MappingReport>empty(), null)) {
			MappingValidator validator = mock(MappingValidator.class);
			given(validator.validate(any())).willReturn(nothing);
			this.runner.withBean(MappingValidator.class, () -> validator)
				.withPropertyValues("bigin.validate-mapping=" + mode)
				.run((context) -> {
					context.getBean(MappingValidationRunner.class).run(new DefaultApplicationArguments());
					assertThat(output).contains("Mapped types are not checked: nothing was reported by ");
				});
		}
	}

	private ConfigurableApplicationContext start(@Nullable String... properties) {
		Collection<String> all = new ArrayList<>(
				List.of("maton.api-key=key", "maton.url=" + this.server.url(), "bigin.retry.enabled=false"));
		all.addAll(List.of(properties));
		all.remove("");
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(all.toArray(String[]::new))
			.run();
	}

	private static String fields(String... names) {
		List<String> fields = new ArrayList<>();
		for (String name : names) {
			fields.add("{\"api_name\":\"" + name + "\",\"field_label\":\"" + name.replace("Loyalty_", "") + "\"}");
		}
		return "{\"fields\":[" + String.join(",", fields) + "]}";
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@AutoConfigurationPackage
	@ImportAutoConfiguration({ BiginAutoConfiguration.class, MappingValidationAutoConfiguration.class })
	static class Application {

		@Bean
		ApplicationRunner ownRunner() {
			return (arguments) -> System.out.println("The application's runner runs");
		}

	}

}
