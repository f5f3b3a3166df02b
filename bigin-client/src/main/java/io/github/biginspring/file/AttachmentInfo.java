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

package io.github.biginspring.file;

import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;
import io.github.biginspring.model.UserLookup;

/**
 * The description of an attachment by Bigin.
 *
 * @since 0.1.0
 */
public final class AttachmentInfo extends ServiceInfo {

	/**
	 * The API names of the fields.
	 */
	public static final String FIELDS = "File_Name,Size,Created_By,Created_Time,Modified_Time,$link_url,$type";

	private AttachmentInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of an attachment.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static AttachmentInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new AttachmentInfo(attributes);
	}

	/**
	 * Return the id of the attachment, digits as text.
	 * @return the value, empty where the service gives none
	 */
	public String id() {
		return textOrEmpty("id");
	}

	/**
	 * Return the name of the file, or of the link.
	 * @return the value, or {@code null}
	 */
	public @Nullable String fileName() {
		return text("File_Name");
	}

	/**
	 * Return how long the file is, in bytes, which Bigin gives as text or as a number.
	 * @return the value, or {@code null}
	 */
	public @Nullable Long size() {
		return number("Size");
	}

	/**
	 * Return the URL, where it is a link and not a file.
	 * @return the value, or {@code null}
	 */
	public @Nullable String linkUrl() {
		return text("$link_url");
	}

	/**
	 * Return who attached it.
	 * @return the value, or {@code null}
	 */
	public @Nullable UserLookup createdBy() {
		return user("Created_By");
	}

	/**
	 * Return when it was attached.
	 * @return the value, or {@code null}
	 */
	public @Nullable OffsetDateTime createdTime() {
		return dateTime("Created_Time");
	}

	/**
	 * Return when it was last changed.
	 * @return the value, or {@code null}
	 */
	public @Nullable OffsetDateTime modifiedTime() {
		return dateTime("Modified_Time");
	}

}
