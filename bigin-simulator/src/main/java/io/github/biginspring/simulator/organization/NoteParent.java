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

import org.jspecify.annotations.Nullable;

/**
 * The record that a note belongs to, and its module, which can stand in the reference or
 * beside it. Nothing is kept of the module: the reference tells.
 */
final class NoteParent {

	private static final String REFERENCE = "Parent_Id";

	private static final String MODULE = "$se_module";

	private static final String PLAIN_MODULE = "se_module";

	private NoteParent() {
	}

	static boolean isKnownTo(ModuleDefinition module) {
		return "Notes".equals(module.apiName());
	}

	static boolean isNamedIn(Map<?, ?> sent) {
		return sent.containsKey(REFERENCE) || sent.containsKey(MODULE) || sent.containsKey(PLAIN_MODULE);
	}

	/**
	 * Refuse a note of nothing, or a module that is not that of the record referred to.
	 * @param organization the organization
	 * @param sent the note as it was sent
	 * @param note the note as it will be kept
	 * @param path where in the body it stood
	 */
	static void check(Organization organization, Map<?, ?> sent, Map<String, @Nullable Object> note, String path) {
		if (!(note.get(REFERENCE) instanceof String parent)) {
			if (organization.enforces(Check.NOTE_PARENT)) {
				throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", REFERENCE,
						path + "." + REFERENCE);
			}
			return;
		}
		checkModule(organization, parent, sent.get(MODULE), MODULE, path);
		checkModule(organization, parent, sent.get(PLAIN_MODULE), PLAIN_MODULE, path);
		if (sent.get(REFERENCE) instanceof Map<?, ?> reference) {
			Object module = reference.get("module");
			checkModule(organization, parent, (module instanceof Map<?, ?> map) ? map.get("api_name") : module,
					REFERENCE + ".module", path);
		}
	}

	private static void checkModule(Organization organization, String parent, @Nullable Object module, String name,
			String path) {
		RecordTable table = organization.tableOf(null, parent);
		if (module == null || table == null) {
			return;
		}
		ModuleDefinition expected = table.definition();
		if (!module.equals(expected.apiName()) && !module.equals(RelatedModule.nameOf(expected))) {
			throw RecordValidator.refuse("INVALID_DATA", "the module does not fit the record", name, path + "." + name);
		}
	}

}
