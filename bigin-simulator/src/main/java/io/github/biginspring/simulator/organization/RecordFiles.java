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

package io.github.biginspring.simulator.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The attachments and the photo of each record. Guarded by its {@link Organization}.
 */
final class RecordFiles {

	private final Map<Long, Map<String, Attachment>> attachments = new HashMap<>();

	private final Map<Long, FileContent> photos = new HashMap<>();

	Map<Long, Map<String, Attachment>> attachments() {
		return this.attachments;
	}

	Map<Long, FileContent> photos() {
		return this.photos;
	}

	void attach(long record, Attachment attachment) {
		this.attachments.computeIfAbsent(record, (id) -> new LinkedHashMap<>()).put(attachment.id(), attachment);
	}

	Collection<Attachment> attachments(long record) {
		return this.attachments.getOrDefault(record, Map.of()).values();
	}

	@Nullable Attachment attachment(long record, String id) {
		return this.attachments.getOrDefault(record, Map.of()).get(id);
	}

	boolean detach(long record, String id) {
		Map<String, Attachment> ofRecord = this.attachments.get(record);
		return ofRecord != null && ofRecord.remove(id) != null;
	}

	void showPhoto(long record, FileContent photo) {
		this.photos.put(record, photo);
	}

	@Nullable FileContent photo(long record) {
		return this.photos.get(record);
	}

	boolean removePhoto(long record) {
		return this.photos.remove(record) != null;
	}

	void forget(long record) {
		this.attachments.remove(record);
		this.photos.remove(record);
	}

}
