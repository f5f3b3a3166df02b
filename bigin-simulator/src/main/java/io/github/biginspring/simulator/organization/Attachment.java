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

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is attached to a record: a file, or a link.
 *
 * @param id the id of the attachment
 * @param file the file, or {@code null} for a link
 * @param url the link, or {@code null} for a file
 * @param by who attached it
 * @param time when it was attached
 */
record Attachment(String id, @Nullable FileContent file, @Nullable String url, User by, String time) {

	Map<String, @Nullable Object> toMap(Map<String, @Nullable Object> parent, String module) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("id", this.id);
		map.put("File_Name", (this.file != null) ? this.file.name() : this.url);
		map.put("Size", Integer.toString((this.file != null) ? this.file.bytes().length : 0));
		map.put("Owner", this.by.toReference(true));
		map.put("Created_By", this.by.toReference(true));
		map.put("Modified_By", this.by.toReference(true));
		map.put("Created_Time", this.time);
		map.put("Modified_Time", this.time);
		map.put("Parent_Id", parent);
		map.put("$se_module", module);
		map.put("$type", (this.file != null) ? "Attachment" : "Link URL");
		map.put("$file_id", (this.file != null) ? this.id : null);
		map.put("$link_url", this.url);
		map.put("$editable", true);
		return map;
	}

	Map<String, @Nullable Object> details() {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("Modified_Time", this.time);
		details.put("Modified_By", this.by.toReference(false));
		details.put("Created_Time", this.time);
		details.put("id", this.id);
		details.put("Created_By", this.by.toReference(false));
		return details;
	}

}
