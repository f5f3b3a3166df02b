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

package io.github.biginspring.internal.paging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import io.github.biginspring.internal.call.ReportedFailureException;
import io.github.biginspring.internal.call.ResponseBody;
import io.github.biginspring.internal.call.UnfitRecordException;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.query.RecordPage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link PageParser} and {@link ResponseBody} with bodies that lie in buffers,
 * wherever these are cut.
 */
class BufferedPageTests {

	private static final String TEXT = "Zoë «日本» \uD83D\uDE00 \\u00e9\\n \\\"q\\\" ";

	private static final String INFO = "],\"info\":{\"per_page\":200,\"page\":1,\"more_records\":true,"
			+ "\"next_page_token\":\"tokén\"}}";

	private final RecordMapper mapper = RecordMapper.create();

	private final DataBufferFactory netty = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

	private final byte[] page = page("");

	private static byte[] page(String last) {
		return (IntStream.range(0, 45)
			.mapToObj((i) -> "{\"id\":\"" + i + "\",\"Last_Name\":\"" + TEXT + i + "\",\"Ünïted\":" + i
					+ ".50,\"Owner\":{\"name\":\"" + TEXT.repeat(i % 9) + "\",\"id\":\"7\"},\"Tag\":[\"ü\",null,true]}")
			.collect(Collectors.joining(",", "{\"data\":[", "")) + last + INFO).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void aBodyCutAnywhereGivesTheSamePage() {
		RecordPage<?> expected = untyped().parse(this.page);
		RecordPage<?> expectedNamed = named().parse(this.page);
		assertThat(this.page.length).isGreaterThan(8192);
		assertThat(expected).isNotNull();
		assertThat(expected.items()).hasSize(45);
		assertThat(expected.nextPageToken()).isEqualTo("tokén");
		PageParser<?> untyped = untyped();
		PageParser<?> named = named();
		for (int cut = 0; cut <= this.page.length; cut++) {
			DataBuffer buffer = joined(this.netty, this.page, cut, this.page.length);
			ResponseBody body = new ResponseBody(buffer);
			assertThat(untyped.parse(body).equals(expected)).as("cut at %s", cut).isTrue();
			// once more, from the beginning
			assertThat(named.parse(body).equals(expectedNamed)).as("cut at %s", cut).isTrue();
			body.release();
			assertThat(((NettyDataBuffer) buffer).getNativeBuffer().refCnt()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 100, 4000 })
	void aBodyInPiecesGivesTheSamePage(int size) {
		for (DataBufferFactory factory : List.of(this.netty, DefaultDataBufferFactory.sharedInstance)) {
			ResponseBody body = new ResponseBody(joined(factory, this.page, size, size));
			assertThat(untyped().parse(body)).isEqualTo(untyped().parse(this.page));
			body.release();
		}
	}

	@Test
	void theBytesCanBeHadWhileTheBodyIsParsed() {
		ResponseBody body = new ResponseBody(joined(this.netty, this.page, 100, 1000));
		PageParser<byte[]> parser = new PageParser<>(this.mapper.jsonMapper(), "data", (json) -> {
			json.skipChildren();
			return body.bytes();
		});
		RecordPage<byte[]> page = parser.parse(body);
		body.release();
		assertThat(page).isNotNull();
		assertThat(page.items()).hasSize(45).allSatisfy((bytes) -> assertThat(bytes).isEqualTo(this.page));
		assertThat(page.nextPageToken()).isEqualTo("tokén");
		assertThat(body.bytes()).isEqualTo(this.page);
	}

	@Test
	void nothingCanBeReadOnceItIsReleased() {
		ResponseBody body = new ResponseBody(joined(this.netty, this.page, 10, 10_000));
		body.release();
		body.release();
		assertThat(body.size()).isEqualTo(this.page.length);
		assertThatIllegalStateException().isThrownBy(body::bytes);
		assertThatIllegalStateException().isThrownBy(() -> body.parser(this.mapper.jsonMapper()));
	}

	@Test
	void aRecordWithoutIdIsLookedAtForTheReportOfAFailure() {
		byte[] bytes = page(",{\"code\":\"X\",\"status\":\"error\",\"message\":\"m\",\"details\":{}}");
		ResponseBody body = new ResponseBody(joined(this.netty, bytes, 10, 1000));
		assertThatExceptionOfType(ReportedFailureException.class).isThrownBy(() -> untyped().parse(body));
		body.release();
		byte[] harmless = page(",{\"status\":\"error\",\"Last_Name\":\"x\"}");
		ResponseBody harmlessBody = new ResponseBody(joined(this.netty, harmless, 10, 1000));
		RecordPage<?> page = untyped().parse(harmlessBody);
		harmlessBody.release();
		assertThat(page).isNotNull();
		assertThat(page.items()).hasSize(46);
		assertThat(page.nextPageToken()).isEqualTo("tokén");
	}

	@Test
	void aRecordThatDoesNotFitIsNamed() {
		byte[] bytes = page(",{\"id\":\"4711\",\"Last_Name\":{\"no\":\"text\"}}");
		ResponseBody body = new ResponseBody(joined(this.netty, bytes, 8000, 1000));
		assertThatExceptionOfType(UnfitRecordException.class).isThrownBy(() -> named().parse(body))
			.withMessageContaining("record 4711 cannot be read: field Last_Name does not fit");
		body.release();
	}

	@Test
	void aBodyThatIsCutShortIsNone() {
		byte[] bytes = Arrays.copyOf(this.page, this.page.length - 60);
		ResponseBody body = new ResponseBody(joined(this.netty, bytes, 8000, 1000));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> untyped().parse(body));
		body.release();
	}

	private PageParser<?> untyped() {
		return parser(this.mapper.untyped("Contacts"));
	}

	private PageParser<?> named() {
		return parser(this.mapper.forType(Named.class));
	}

	private <T> PageParser<T> parser(RecordMapping<T> mapping) {
		return new PageParser<>(this.mapper.jsonMapper(), "data", mapping::read, mapping::idOf);
	}

	private static DataBuffer joined(DataBufferFactory factory, byte[] bytes, int first, int others) {
		List<DataBuffer> buffers = new ArrayList<>();
		for (int from = 0; from < bytes.length;) {
			int to = Math.min(bytes.length, from + ((from == 0) ? first : others));
			to = (to == from) ? bytes.length : to;
			buffers.add(factory.allocateBuffer(to - from).write(bytes, from, to - from));
			from = to;
		}
		return factory.join(buffers);
	}

	@BiginModule("Contacts")
	record Named(String id, String lastName) {

	}

}
