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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What Bigin tells of a change, by analogy with Zoho CRM: which records of which module,
 * and what was done, but not their values. Read those by their ids.
 * <p>
 * A notification can come late, twice, or, which the token does not prevent, once more
 * from somebody who has seen it: take it as a hint to look, not as the news itself.
 *
 * @param channelId the id of the channel
 * @param module the API name of the module, or {@code null} where Bigin does not say
 * @param operation what was done, such as {@value #INSERT}, or {@code null}
 * @param ids the ids of the records, digits as text
 * @param affectedFields the API names of the fields that were changed, empty where Bigin
 * does not say
 * @param serverTime when it was sent, or {@code null}
 * @param resourceUri the URI of the module, or {@code null}
 * @param further what else Bigin said, by name; without the token
 * @param body the body as it came, not to be changed. It holds the token: never log it
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // kept, never compared
public record BiginNotification(String channelId, @Nullable String module, @Nullable String operation, List<String> ids,
		List<String> affectedFields, @Nullable Instant serverTime, @Nullable String resourceUri,
		Map<String, @Nullable Object> further, @JsonIgnore byte[] body) {

	/**
	 * The {@link #operation()} of records that were created.
	 */
	public static final String INSERT = "insert";

	/**
	 * The {@link #operation()} of records that were changed.
	 */
	public static final String UPDATE = "update";

	/**
	 * The {@link #operation()} of records that were deleted.
	 */
	public static final String DELETE = "delete";

	/**
	 * Create a notification.
	 * @param channelId the id of the channel
	 * @param module the API name of the module, or {@code null}
	 * @param operation what was done, or {@code null}
	 * @param ids the ids of the records, digits as text
	 * @param affectedFields the API names of the fields that were changed
	 * @param serverTime when it was sent, or {@code null}
	 * @param resourceUri the URI of the module, or {@code null}
	 * @param further what else Bigin said, by name
	 * @param body the body as it came, not to be changed
	 */
	public BiginNotification {
		ids = List.copyOf(ids);
		affectedFields = List.copyOf(affectedFields);
		further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
	}

	@Override
	public String toString() {
		return "BiginNotification[channelId=" + this.channelId + ", module=" + this.module + ", operation="
				+ this.operation + ", ids=" + this.ids + "]";
	}

}
