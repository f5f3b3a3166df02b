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
package io.github.biginspring.testcontainers;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.Contact;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the image that is built by the simulator's recipe, which the client finds by
 * its name.
 */
@SpringBootTest
@Testcontainers(disabledWithoutDocker = true)
@Tag("docker")
class SimulatorImageTests {

	@Container
	@ServiceConnection
	static GenericContainer<?> bigin = new GenericContainer<>(image())
		.withEnv("BIGIN_SIMULATOR_API_KEY", "key-of-the-image")
		.withExposedPorts(8080)
		.waitingFor(Wait.forHttp("/connections").forStatusCode(401));

	@Autowired
	private BiginTemplate template;

	private static ImageFromDockerfile image() {
		try {
			Path folder = Files.createTempDirectory("bigin-simulator");
			folder.toFile().deleteOnExit();
			Path program = ImageRecipe.program(folder);
			program.toFile().deleteOnExit();
			return new ImageFromDockerfile("bigin-simulator", false)
				.withFileFromPath("Dockerfile", ImageRecipe.FOLDER.resolve("Dockerfile"))
				.withFileFromPath(program.getFileName().toString(), program);
		}
		catch (Exception ex) {
			throw new IllegalStateException("The image cannot be described", ex);
		}
	}

	@Test
	void isReachedByTheClientWithoutAProperty() {
		Contact contact = new Contact();
		contact.setLastName("Moriarty");
		String id = this.template.create(contact).block().id();
		assertThat(this.template.findById(Contact.class, id).block().getLastName()).isEqualTo("Moriarty");
		assertThat(this.template.connections().list().single().block().isActive()).isTrue();
	}

	@Test
	void runsNotAsRoot() throws Exception {
		assertThat(bigin.execInContainer("id", "-u").getStdout()).isEqualToIgnoringNewLines("1000");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
