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

package io.github.biginspring.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class BiginNotificationTests {

	@Test
	void canBeMadeByATest() {
		BiginNotification notification = notification().build();
		assertThat(notification.channelId()).isEqualTo("90210");
		assertThat(notification.module()).isEqualTo("Contacts");
		assertThat(notification.ids()).containsExactly("1", "2");
		assertThat(notification.body()).isEmpty();
		assertThat(BiginNotification.builder("1").build().ids()).isEmpty();
	}

	@Test
	void isEqualByWhatItSaysAndNotByItsBody() {
		BiginNotification notification = notification().build();
		assertThat(notification().body(new byte[1]).build()).isEqualTo(notification).hasSameHashCodeAs(notification);
		assertThat(notification().ids(List.of("1")).build()).isNotEqualTo(notification);
		assertThat(notification().further(Map.of("later", 1)).build()).isNotEqualTo(notification);
	}

	@Test
	void cannotBeChanged() {
		List<String> ids = new ArrayList<>(List.of("1"));
		Map<String, Object> inner = new LinkedHashMap<>(Map.of("a", 1));
		byte[] body = { 1 };
		BiginNotification notification = BiginNotification.builder("1")
			.ids(ids)
			.further(Map.of("later", List.of(inner)))
			.body(body)
			.build();
		ids.clear();
		inner.clear();
		body[0] = 2;
		notification.body()[0] = 3;
		assertThat(notification.ids()).isUnmodifiable().containsExactly("1");
		assertThat(notification.further()).isUnmodifiable().containsEntry("later", List.of(Map.of("a", 1)));
		assertThat(notification.body()).containsExactly(1);
	}

	@Test
	void showsTheTokenNowhereButInItsBody() {
		BiginNotification notification = notification().further(Map.of("token", "s3cr3t", "later", 1))
			.body("s3cr3t".getBytes())
			.build();
		assertThat(notification.further()).containsOnlyKeys("later");
		assertThat(notification.toString()).contains("90210").doesNotContain("s3cr3t");
		assertThat(JsonMapper.shared().writeValueAsString(notification)).contains("\"channelId\":\"90210\"", "Contacts")
			.doesNotContain("s3cr3t", "body");
	}

	private static BiginNotification.Builder notification() {
		return BiginNotification.builder("90210")
			.module("Contacts")
			.operation(BiginNotification.UPDATE)
			.ids(List.of("1", "2"))
			.affectedFields(List.of("Email"))
			.serverTime(Instant.EPOCH)
			.resourceUri("https://www.zohoapis.com/bigin/v1/Contacts");
	}

}
