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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SimulatorJar}.
 */
class SimulatorJarTests {

	@Test
	void packsADirectoryOfClasses() throws IOException {
		// the simulator itself comes as a jar or as a directory, as the build has it
		Transferable jar = SimulatorJar.create(SimulatorJarTests.class);
		assertThat(names(jar.getBytes())).contains("io/github/biginspring/testcontainers/SimulatorJarTests.class",
				"io/github/biginspring/readme/SignUpTests.class");
	}

	@Test
	void packsTheSameClassesToTheSameJar() {
		assertThat(SimulatorJar.create(SimulatorJarTests.class).getBytes()).isNotEmpty()
			.isEqualTo(SimulatorJar.create(SimulatorJarTests.class).getBytes());
	}

	@Test
	void takesAJarAsItIs() {
		assertThat(SimulatorJar.create(GenericContainer.class)).isInstanceOfSatisfying(MountableFile.class,
				(file) -> assertThat(file.getFilesystemPath()).contains("testcontainers-").endsWith(".jar"));
	}

	@Test
	void saysThatClassesOfTheJdkComeFromNowhere() {
		assertThatIllegalStateException().isThrownBy(() -> SimulatorJar.create(String.class))
			.withMessage("It is not known where java.lang.String was loaded from");
	}

	private static List<String> names(byte[] bytes) throws IOException {
		List<String> names = new ArrayList<>();
		try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bytes))) {
			JarEntry entry = jar.getNextJarEntry();
			while (entry != null) {
				names.add(entry.getName());
				entry = jar.getNextJarEntry();
			}
		}
		return names;
	}

}
