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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CsvRows}, {@link CsvFormat} and {@link LineCountingReader}.
 */
class CsvRowsTests {

	private static final byte[] NO_MARK = {};

	private static final byte[] UTF_8_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private static final byte[] LITTLE_ENDIAN_MARK = { (byte) 0xFF, (byte) 0xFE };

	private static final byte[] BIG_ENDIAN_MARK = { (byte) 0xFE, (byte) 0xFF };

	static Stream<Arguments> files() {
		return Stream.of(',', ';', '\t')
			.flatMap((separator) -> Stream.of(Arguments.of(separator, NO_MARK, "UTF-8"),
					Arguments.of(separator, UTF_8_MARK, "UTF-8"),
					Arguments.of(separator, LITTLE_ENDIAN_MARK, "UTF-16LE"),
					Arguments.of(separator, BIG_ENDIAN_MARK, "UTF-16BE"),
					Arguments.of(separator, NO_MARK, "windows-1252")));
	}

	@ParameterizedTest
	@MethodSource("files")
	void readsEachSeparatorInEachEncoding(char separator, byte[] mark, String charset) {
		String text = "\"First Name\",Name\r\n Zoë ,Müller\r\n\r\n\"Ren\né\",\"O'Neill, \"\"Dr\"\"\"\r\n";
		byte[] content = bytes(mark, text.replace(',', separator), Charset.forName(charset));
		CsvFormat format = CsvFormat.of(content);
		assertThat(format).isEqualTo(new CsvFormat(Charset.forName(charset), separator));
		assertThat(rows(content, format)).containsExactly(new CsvRow(1, List.of("First Name", "Name")),
				new CsvRow(2, List.of("Zoë", "Müller")),
				new CsvRow(4, List.of("Ren\né", "O'Neill" + separator + " \"Dr\"")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			'a;b,c;d'         | ;
			'"a;b;c",d'       | ,
			'Name'            | ,
			''                | ,
			'a,b;c'           | ,
			'a\n1;2;3'        | ,
			""")
	void takesTheSeparatorThatTheFirstLineHasMostOf(String text, char separator) {
		assertThat(CsvFormat.of(text.getBytes(StandardCharsets.UTF_8)).separator()).isEqualTo(separator);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 3", "2000, 2000" })
	void namesTheLineOfBytesThatAreNoText(int bad, long line) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		IntStream.rangeClosed(1, 3000).forEach((number) -> {
			content.writeBytes("name,value".getBytes(StandardCharsets.UTF_8));
			content.writeBytes((number == bad) ? new byte[] { (byte) 0xC3, '!', '\n' } : new byte[] { '\n' });
		});
		assertThatExceptionOfType(UnreadableLineException.class)
			.isThrownBy(() -> rows(content.toByteArray(), CsvFormat.STANDARD))
			.withMessage("Line " + line + ": from here on it is not text in UTF-8");
	}

	@Test
	void readsTheRowsBeforeBytesThatAreNoText() {
		byte[] content = bytes(NO_MARK, "a,b\nc,d\n\u00e9,f\n", StandardCharsets.ISO_8859_1);
		assertThat(CsvRows.read(() -> new ByteArrayInputStream(content), CsvFormat.STANDARD)
			.onErrorComplete()
			.collectList()
			.block(Duration.ofSeconds(10)))
			.containsExactly(new CsvRow(1, List.of("a", "b")), new CsvRow(2, List.of("c", "d")));
	}

	@ParameterizedTest
	@CsvSource({ "'\r\n', 3", "'\n', 3", "'\r', 3" })
	void countsLinesThatEndInEachWay(String end, long line) {
		byte[] content = bytes(NO_MARK, "a" + end + "b" + end + "\u00e9", StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(UnreadableLineException.class).isThrownBy(() -> rows(content, CsvFormat.STANDARD))
			.withMessageStartingWith("Line " + line + ":");
	}

	@Test
	void refusesAWorkbook() {
		byte[] content = { 'P', 'K', 3, 4, 0, 0, 8, 0 };
		assertThatExceptionOfType(UnreadableLineException.class).isThrownBy(() -> rows(content, CsvFormat.of(content)))
			.withMessage("Line 1: it is not text. A workbook has to be saved as CSV before it can be imported");
	}

	@Test
	void refusesAQuoteThatIsNeverClosed() {
		byte[] content = ("a,b\nc,\"" + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(UnreadableLineException.class).isThrownBy(() -> rows(content, CsvFormat.STANDARD))
			.withMessage("Line 2: a value is longer than 32000 characters, or a quote is not closed");
	}

	@Test
	void readsManyRowsAcrossItsBuffers() {
		String text = IntStream.range(0, 5000).mapToObj((i) -> "é" + i + ",☕").collect(Collectors.joining("\n"));
		List<CsvRow> rows = rows(text.getBytes(StandardCharsets.UTF_8), CsvFormat.STANDARD);
		assertThat(rows).hasSize(5000).last().isEqualTo(new CsvRow(5000, List.of("é4999", "☕")));
	}

	private static List<CsvRow> rows(byte[] content, CsvFormat format) {
		return CsvRows.read(() -> new ByteArrayInputStream(content), format)
			.collectList()
			.block(Duration.ofSeconds(10));
	}

	private static byte[] bytes(byte[] mark, String text, Charset charset) {
		byte[] encoded = text.getBytes(charset);
		byte[] content = Arrays.copyOf(mark, mark.length + encoded.length);
		System.arraycopy(encoded, 0, content, mark.length, encoded.length);
		return content;
	}

}
