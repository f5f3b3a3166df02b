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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.LocalDateTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

import io.github.biginspring.simulator.standalone.BiginSimulatorExtensionFactory;

/**
 * The simulator as a jar that can be copied into a container: the jar that its classes
 * come from, or one made in memory from the directory that they come from.
 */
final class SimulatorJar {

	private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

	private SimulatorJar() {
	}

	static Transferable create() {
		return create(BiginSimulatorExtensionFactory.class);
	}

	static Transferable create(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		if (source == null) {
			throw new IllegalStateException("It is not known where " + type.getName() + " was loaded from");
		}
		Path path = path(source.getLocation());
		return Files.isDirectory(path) ? Transferable.of(pack(path)) : MountableFile.forHostPath(path);
	}

	private static Path path(URL location) {
		try {
			return Path.of(location.toURI());
		}
		catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException ex) {
			throw new IllegalStateException("The simulator was loaded from " + location
					+ ", which is neither a jar file nor a directory: put its jar on the class path", ex);
		}
	}

	private static byte[] pack(Path directory) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (JarOutputStream jar = new JarOutputStream(bytes); Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				JarEntry entry = new JarEntry(name(directory, file));
				// the same classes make the same jar, so that a container can be reused
				entry.setTimeLocal(ENTRY_TIME);
				jar.putNextEntry(entry);
				Files.copy(file, jar);
				jar.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The simulator's classes cannot be read from " + directory, ex);
		}
		return bytes.toByteArray();
	}

	private static String name(Path directory, Path file) {
		return directory.relativize(file).toString().replace('\\', '/');
	}

}
