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

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.github.tomakehurst.wiremock.WireMockServer;

import io.github.biginspring.simulator.standalone.BiginSimulatorApplication;

/**
 * The recipe of the simulator's image, with the program in a jar beside it. The build
 * makes such a jar only after the tests.
 */
final class ImageRecipe {

	static final Path FOLDER = Path.of("..", "bigin-simulator", "docker");

	private ImageRecipe() {
	}

	/**
	 * Put the program into a jar that can be started.
	 * @param folder where to put it
	 * @return the jar, of a name that the recipe knows
	 */
	static Path program(Path folder) throws Exception {
		Path jar = folder.resolve("bigin-simulator-0-exec.jar");
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, BiginSimulatorApplication.class.getName());
		try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
				JarOutputStream output = new JarOutputStream(file, manifest)) {
			Set<String> names = new HashSet<>(Set.of(JarFile.MANIFEST_NAME));
			add(BiginSimulatorApplication.class, output, names);
			add(WireMockServer.class, output, names);
		}
		return jar;
	}

	private static void add(Class<?> type, JarOutputStream output, Set<String> names) throws Exception {
		Path path = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		byte[] jar = Files.isDirectory(path) ? SimulatorJar.create(type).getBytes() : Files.readAllBytes(path);
		try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
			copy(entries, output, names);
		}
	}

	private static void copy(ZipInputStream entries, JarOutputStream output, Set<String> names) throws IOException {
		for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
			if (names.add(entry.getName())) {
				output.putNextEntry(new JarEntry(entry.getName()));
				entries.transferTo(output);
				output.closeEntry();
			}
		}
	}

}
