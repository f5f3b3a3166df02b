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

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.UserLookup;

/**
 * What Bigin says of an attachment.
 *
 * @param id the id of the attachment, digits as text
 * @param fileName the name of the file, or of the link
 * @param size how long the file is, in bytes, or {@code null} where Bigin does not say
 * @param linkUrl the URL, or {@code null} where it is a file
 * @param createdBy who attached it
 * @param createdTime when it was attached
 * @param modifiedTime when it was last changed
 * @since 0.1.0
 */
public record AttachmentInfo(String id, @Nullable String fileName, @Nullable Long size, @Nullable String linkUrl,
		@Nullable UserLookup createdBy, @Nullable OffsetDateTime createdTime, @Nullable OffsetDateTime modifiedTime) {

	/**
	 * The API names of the fields.
	 */
	public static final String FIELDS = "File_Name,Size,Created_By,Created_Time,Modified_Time,$link_url,$type";

	// Bigin gives the size as text or as a number
	@JsonCreator
	static AttachmentInfo of(@JsonProperty("id") String id, @JsonProperty("File_Name") @Nullable String fileName,
			@JsonProperty("Size") @Nullable Object size, @JsonProperty("$link_url") @Nullable String linkUrl,
			@JsonProperty("Created_By") @Nullable UserLookup createdBy,
			@JsonProperty("Created_Time") @Nullable OffsetDateTime createdTime,
			@JsonProperty("Modified_Time") @Nullable OffsetDateTime modifiedTime) {
		return new AttachmentInfo(id, fileName, number(size), linkUrl, createdBy, createdTime, modifiedTime);
	}

	private static @Nullable Long number(@Nullable Object size) {
		if (size instanceof Number number) {
			return number.longValue();
		}
		try {
			return (size instanceof String text) ? Long.valueOf(text.strip()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
