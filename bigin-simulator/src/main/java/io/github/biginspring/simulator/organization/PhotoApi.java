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

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The calls of Bigin for the photo of a record. Each can throw a
 * {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class PhotoApi {

	private static final Set<String> MODULES = Set.of("Contacts", "Accounts", "Products");

	private static final String IMAGE_FIELD = "Record_Image";

	private final Organization organization;

	/**
	 * The calls on an organisation.
	 * @param organization the organisation
	 */
	public PhotoApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * Show a photo, in place of the one before.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @param photo the image, of at most 20 MB
	 */
	public void upload(String module, String id, FileContent photo) {
		synchronized (this.organization) {
			long record = record(module, id);
			photo.requireAllowedSize();
			files().showPhoto(record, photo);
			showImage(module, record, this.organization.ids().nextText());
		}
	}

	/**
	 * The photo.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @return the image, or {@code null} where the record has none
	 */
	public @Nullable FileContent download(String module, String id) {
		synchronized (this.organization) {
			return files().photo(record(module, id));
		}
	}

	/**
	 * Show no photo any more.
	 * @param module the API name of the module
	 * @param id the id of the record
	 */
	public void delete(String module, String id) {
		synchronized (this.organization) {
			long record = record(module, id);
			if (!files().removePhoto(record)) {
				throw RefusedException.of("RESOURCE_NOT_FOUND", "the record has no photo").with("id", id);
			}
			showImage(module, record, null);
		}
	}

	private long record(String module, String id) {
		RecordTable table = this.organization.table(module);
		if (!MODULES.contains(module)) {
			throw RefusedException.of("INVALID_MODULE", "the module given has no photos")
				.with("resource_path_index", 0);
		}
		return table.require(id);
	}

	private void showImage(String module, long record, @Nullable String image) {
		RecordTable table = this.organization.table(module);
		Map<String, @Nullable Object> kept = table.find(record);
		if (kept != null && table.definition().field(IMAGE_FIELD) != null) {
			Map<String, @Nullable Object> changed = RecordTable.copyOf(kept);
			changed.put(IMAGE_FIELD, image);
			table.put(record, changed);
		}
	}

	private RecordFiles files() {
		return this.organization.modules().files();
	}

}
