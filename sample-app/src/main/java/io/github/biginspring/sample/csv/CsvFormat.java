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

package io.github.biginspring.sample.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The encoding and separator of a CSV file.
 *
 * @param charset the encoding
 * @param separator what stands between two values
 */
public record CsvFormat(Charset charset, char separator) {

	/**
	 * What programs write for programs: commas, and UTF-8.
	 */
	public static final CsvFormat STANDARD = new CsvFormat(StandardCharsets.UTF_8, ',');

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

	// tag::import-format[]
	/**
	 * Find out how a file is written down. A byte order mark decides. Without one it is
	 * UTF-8 if it can be, as hardly any other text can, or else what spreadsheets write
	 * in Western languages.
	 * @param content all bytes of the file
	 * @return the format
	 */
	public static CsvFormat of(byte[] content) {
		Charset charset = charset(content);
		return new CsvFormat(charset, separator(charset.decode(ByteBuffer.wrap(content))));
	}
	// end::import-format[]

	private static Charset charset(byte[] content) {
		if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
			return StandardCharsets.UTF_8;
		}
		if (startsWith(content, 0xFF, 0xFE)) {
			return StandardCharsets.UTF_16LE;
		}
		if (startsWith(content, 0xFE, 0xFF)) {
			return StandardCharsets.UTF_16BE;
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
			return StandardCharsets.UTF_8;
		}
		catch (CharacterCodingException ex) {
			return WINDOWS;
		}
	}

	private static boolean startsWith(byte[] content, int... start) {
		for (int i = 0; i < start.length; i++) {
			if (i >= content.length || (content[i] & 0xFF) != start[i]) {
				return false;
			}
		}
		return true;
	}

	// the one that the first line has most of, outside of quotes
	private static char separator(CharBuffer text) {
		int[] found = new int[SEPARATORS.size()];
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char next = text.charAt(i);
			if (next == '"') {
				quoted = !quoted;
			}
			else if (!quoted && (next == '\n' || next == '\r')) {
				break;
			}
			else if (!quoted && SEPARATORS.contains(next)) {
				found[SEPARATORS.indexOf(next)]++;
			}
		}
		int most = 0;
		for (int i = 1; i < found.length; i++) {
			most = (found[i] > found[most]) ? i : most;
		}
		return SEPARATORS.get(most);
	}

}
