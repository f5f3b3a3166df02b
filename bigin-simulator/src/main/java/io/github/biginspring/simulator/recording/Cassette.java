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
package io.github.biginspring.simulator.recording;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The file of a recording. It is whole after each exchange, however the program ends.
 */
final class Cassette {

	private static final String START = "{\"version\":1,\"exchanges\":[\n";

	private static final String END = "\n]}\n";

	private final Path file;

	private boolean empty = true;

	private Cassette(Path file) {
		this.file = file;
	}

	/**
	 * Begin a recording.
	 * @param file the file, which must not be there yet
	 * @return the recording
	 * @throws IllegalArgumentException if the file is there, or cannot be written
	 */
	static Cassette create(Path file) {
		try {
			Files.writeString(file, START + END, java.nio.file.StandardOpenOption.CREATE_NEW,
					java.nio.file.StandardOpenOption.WRITE);
			return new Cassette(file);
		}
		catch (FileAlreadyExistsException ex) {
			throw new IllegalArgumentException(
					"'" + file + "' is there already: name another file, or remove that one first", ex);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(
					"'" + file + "' cannot be written: name a file in a folder that is there", ex);
		}
	}

	/**
	 * Read a recording.
	 * @param file the file
	 * @return what was recorded, in order
	 * @throws IllegalArgumentException if the file is no recording
	 */
	static List<RecordedExchange> read(Path file) {
		byte[] bytes;
		try {
			bytes = Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("'" + file + "' cannot be read: name the file of a recording", ex);
		}
		if (RecordedJson.read(bytes) instanceof Map<?, ?> map && map.get("exchanges") instanceof List<?> exchanges) {
			List<RecordedExchange> recorded = new ArrayList<>();
			for (Object exchange : exchanges) {
				recorded.add(RecordedExchange.of((exchange instanceof Map<?, ?> entry) ? entry : Map.of()));
			}
			return recorded;
		}
		throw new IllegalArgumentException("'" + file + "' is no recording: name one that was made by --record");
	}

	synchronized void add(RecordedExchange exchange) {
		try (RandomAccessFile access = new RandomAccessFile(this.file.toFile(), "rw")) {
			access.seek(access.length() - END.length());
			byte[] entry = RecordedJson.write(exchange.toMap());
			access.write(((this.empty ? "" : ",\n") + new String(entry, StandardCharsets.UTF_8) + END)
				.getBytes(StandardCharsets.UTF_8));
			this.empty = false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The exchange cannot be recorded", ex);
		}
	}

}
