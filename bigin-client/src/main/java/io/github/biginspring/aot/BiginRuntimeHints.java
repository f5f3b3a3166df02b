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

package io.github.biginspring.aot;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Call;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Event;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Note;
import io.github.biginspring.model.Product;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.Task;
import io.github.biginspring.model.UserLookup;

/**
 * The hints for what the client itself does by reflection: the ready-made types, and the
 * script of the tables of cursors.
 */
class BiginRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		MappedTypeHints.register(hints.reflection(),
				List.of(BiginRecord.class, Call.class, Company.class, Contact.class, Deal.class, Event.class,
						Lookup.class, Note.class, Product.class, Tag.class, Task.class, UserLookup.class));
		hints.resources().registerPattern("io/github/biginspring/change/*.sql");
	}

}
