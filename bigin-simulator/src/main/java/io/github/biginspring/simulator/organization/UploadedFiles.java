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

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The files that were uploaded and belong to no record. Kept until the organisation is
 * reset.
 *
 * @since 0.1.0
 */
public final class UploadedFiles {

	private final Organization organization;

	private final Map<String, FileContent> files = new HashMap<>();

	private UploadedFiles(Organization organization) {
		this.organization = organization;
	}

	/**
	 * The files of an organisation.
	 * @param organization the organisation
	 * @return its files
	 */
	public static UploadedFiles of(Organization organization) {
		return organization.state(UploadedFiles.class, UploadedFiles::new);
	}

	/**
	 * Keep files.
	 * @param uploaded the files, each of at most 20 MB
	 * @return what became of each
	 */
	public WriteReport upload(List<FileContent> uploaded) {
		synchronized (this.organization) {
			uploaded.forEach(FileContent::requireAllowedSize);
			WriteReport report = new WriteReport();
			for (FileContent file : uploaded) {
				String id = encrypted(this.organization.nextId());
				this.files.put(id, file);
				Map<String, @Nullable Object> details = new LinkedHashMap<>();
				details.put("name", file.name());
				details.put("id", id);
				report.accept(details, file.name() + " uploaded");
			}
			return report;
		}
	}

	/**
	 * The bytes of a file.
	 * @param id the encrypted id
	 * @return the file, or {@code null} where there is none
	 */
	public @Nullable FileContent find(String id) {
		synchronized (this.organization) {
			return this.files.get(id);
		}
	}

	private static String encrypted(String id) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < id.length(); i++) {
			text.append(Integer.toHexString(id.charAt(i) * 31 + i * 7));
		}
		return text.toString();
	}

}
