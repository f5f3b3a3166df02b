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

package io.github.biginspring.metadata.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.file.AttachmentInfo;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.metadata.CustomViewInfo;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.LayoutInfo;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.metadata.OrganizationInfo;
import io.github.biginspring.metadata.ProfileInfo;
import io.github.biginspring.metadata.RelatedListInfo;
import io.github.biginspring.metadata.RoleInfo;
import io.github.biginspring.metadata.UserInfo;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.ServiceInfo;
import io.github.biginspring.notification.WatchSubscription;
import io.github.biginspring.notification.WatchedChannel;
import io.github.biginspring.query.DeletedRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the service says is kept whole, whatever it is, by every type that describes it.
 */
class NothingIsLostTests {

	private static final List<Class<? extends ServiceInfo>> TYPES = List.of(AttachmentInfo.class, CustomViewInfo.class,
			FieldInfo.class, FieldInfo.PicklistValue.class, LayoutInfo.class, LayoutInfo.Section.class,
			MatonConnection.class, DeletedRecord.class, ModuleInfo.class, OrganizationInfo.class, ProfileInfo.class,
			RelatedListInfo.class, RoleInfo.class, UserInfo.class, WatchedChannel.class,
			WatchSubscription.ChannelEvent.class);

	private static final List<@Nullable Object> VALUES = Arrays.asList(null, true, "", " ", "text", "12", 7,
			9_999_999_999L, 1.5, List.of(), List.of(1), Arrays.asList("a", null), Map.of(), Map.of("id", List.of()),
			List.of(Map.of("id", Map.of())), "2026-02-06", "http://[", "2026-02-06T00:28:53-08:00");

	private static final Map<String, Function<MetadataOperations, Flux<? extends ServiceInfo>>> READS = Map.of(
			"modules", MetadataOperations::modules, "fields", (metadata) -> metadata.fields("Contacts"), "layouts",
			(metadata) -> metadata.layouts("Pipelines"), "org", (metadata) -> metadata.organization().flux(), "users",
			(metadata) -> metadata.users(UserType.ALL));

	private final JsonMapper jsonMapper = RecordMapper.create().jsonMapper();

	static Stream<Class<? extends ServiceInfo>> types() {
		return TYPES.stream();
	}

	@ParameterizedTest
	@ValueSource(strings = { "modules", "fields", "layouts", "org", "users" })
	void everyKeyOfARecordedResponseIsThere(String name) throws IOException {
		String json = resource(name);
		StubExchange service = new StubExchange().response(200, json.replace("\"more_records\": true", "\"x\": 1"));
		MetadataOperations metadata = new MetadataTemplate(service, OperationObserver.NONE, this.jsonMapper);
		List<? extends ServiceInfo> read = READS.get(name).apply(metadata).collectList().block();
		assertThat(read).isNotEmpty();
		assertThat(read).extracting(ServiceInfo::attributes)
			.isEqualTo(this.jsonMapper.readValue(json, Map.class).get(name));
		assertThat(this.jsonMapper.readTree(this.jsonMapper.writeValueAsString(read)))
			.isEqualTo(this.jsonMapper.readTree(json).get(name));
	}

	@Test
	void thePartsOfALayoutLoseNothingEither() throws IOException {
		LayoutInfo layout = LayoutInfo.of(layout());
		LayoutInfo.Section section = layout.sections().get(0);
		assertThat(section.apiName()).isEqualTo("Pipeline Information");
		assertThat(section.attributes()).containsEntry("column_count", 2);
		FieldInfo field = section.fields().get(0);
		assertThat(field.attributes()).containsKeys("tooltip", "view_type", "maps", "decimal_place");
		assertThat(field.pickListValues().get(0).attributes()).containsKeys("maps", "colour_code");
	}

	@ParameterizedTest
	@MethodSource("types")
	void aValueOfAnotherTypeBreaksNoAccessor(Class<? extends ServiceInfo> type) {
		List<String> names = namesThatAreRead(type);
		assertThat(names).isNotEmpty();
		for (Object value : VALUES) {
			Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
			names.forEach((name) -> attributes.put(name, value));
			ServiceInfo info = this.jsonMapper.readValue(this.jsonMapper.writeValueAsString(attributes), type);
			accessors(type).forEach((accessor) -> ReflectionUtils.invokeMethod(accessor, info));
			assertThat(info.toString()).startsWith(type.getSimpleName() + "[");
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void isEqualByWhatTheServiceSaid(Class<? extends ServiceInfo> type) {
		ServiceInfo info = of(type, Map.of("id", "1", "later", List.of(Map.of("a", 1)), "token", "t", "url", "u"));
		assertThat(of(type, Map.of("id", "1", "later", List.of(Map.of("a", 1)), "token", "t", "url", "u")))
			.isEqualTo(info)
			.hasSameHashCodeAs(info);
		assertThat(of(type, Map.of("id", "1"))).isNotEqualTo(info);
		assertThat(of(type, Map.of("id", "1", "later", List.of(Map.of("a", 1)), "token", "x", "url", "x")))
			.isNotEqualTo(info);
	}

	@ParameterizedTest
	@MethodSource("types")
	void nothingHandedOutIsMutable(Class<? extends ServiceInfo> type) {
		Map<String, Object> inner = new LinkedHashMap<>(Map.of("list", new ArrayList<>(List.of(1))));
		Map<String, Object> attributes = new LinkedHashMap<>();
		namesThatAreRead(type).forEach((name) -> attributes.put(name, new ArrayList<>(List.of(inner))));
		attributes.put("later", inner);
		ServiceInfo info = of(type, attributes);
		inner.clear();
		assertThat(info.attributes()).extractingByKey("later").isEqualTo(Map.of("list", List.of(1)));
		Stream
			.concat(accessors(type).stream().map((accessor) -> ReflectionUtils.invokeMethod(accessor, info)),
					Stream.of(info.attributes()))
			.forEach(NothingIsLostTests::assertUnmodifiable);
	}

	@ParameterizedTest
	@MethodSource("types")
	void saysWhatAnAttributeCannotHold(Class<? extends ServiceInfo> type) {
		assertThatIllegalArgumentException().isThrownBy(() -> of(type, Map.of("later", new StringBuilder("secret"))))
			.withMessageContaining("'later'")
			.withMessageContaining("StringBuilder")
			.withMessageContaining("use a text")
			.withMessageNotContaining("secret");
	}

	@Test
	void secretsAreNoAttributes() {
		MatonConnection connection = MatonConnection
			.of(Map.of("connection_id", "1", "url", "https://example.com/?session_token=secret"));
		WatchedChannel channel = WatchedChannel.of(Map.of("channel_id", "1", "token", "secret"));
		assertThat(connection.url()).hasParameter("session_token", "secret");
		assertThat(channel.token()).isNotNull().extracting("value").isEqualTo("secret");
		for (ServiceInfo info : List.of(connection, channel)) {
			assertThat(info.toString()).contains("1").doesNotContain("secret");
			assertThat(info.attributes().toString()).contains("1").doesNotContain("secret");
			assertThat(this.jsonMapper.writeValueAsString(info)).contains("1").doesNotContain("secret");
		}
	}

	private static void assertUnmodifiable(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
			map.values().forEach(NothingIsLostTests::assertUnmodifiable);
		}
		else if (value instanceof List<?> list) {
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add(null));
			list.forEach(NothingIsLostTests::assertUnmodifiable);
		}
	}

	private static ServiceInfo of(Class<? extends ServiceInfo> type, Map<String, ?> attributes) {
		Method factory = ReflectionUtils.findMethod(type, "of", Map.class);
		assertThat(factory).isNotNull();
		return type.cast(ReflectionUtils.invokeMethod(factory, null, attributes));
	}

	private static List<Method> accessors(Class<?> type) {
		return Stream.of(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
			.filter((method) -> method.getParameterCount() == 0)
			.toList();
	}

	/**
	 * The names of the accessors as the service writes names, and those that it writes in
	 * another way.
	 */
	private static List<String> namesThatAreRead(Class<?> type) {
		return accessors(type).stream()
			.map(Method::getName)
			.flatMap((name) -> Stream.of(snakeCase(name), capitalized(snakeCase(name)), "$" + snakeCase(name)))
			.toList();
	}

	private static String snakeCase(String name) {
		return name.replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
	}

	private static String capitalized(String name) {
		StringBuilder text = new StringBuilder();
		for (String word : name.split("_")) {
			text.append(text.isEmpty() ? "" : "_").append(StringUtils.capitalize(word));
		}
		return text.toString();
	}

	private static String resource(String name) throws IOException {
		try (InputStream stream = ModuleInfo.class.getResourceAsStream(name + ".json")) {
			assertThat(stream).isNotNull();
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> layout() throws IOException {
		List<Map<String, Object>> layouts = (List<Map<String, Object>>) this.jsonMapper
			.readValue(resource("layouts"), Map.class)
			.get("layouts");
		return layouts.get(0);
	}

}
