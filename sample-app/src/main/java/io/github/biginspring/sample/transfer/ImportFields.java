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

package io.github.biginspring.sample.transfer;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import io.github.biginspring.BiginOperations;

/**
 * The fields of contacts that a file can fill, as Bigin itself describes them. The client
 * remembers them.
 */
@Component
class ImportFields {

	private final BiginOperations bigin;

	ImportFields(BiginOperations bigin) {
		this.bigin = bigin;
	}

	Mono<List<ImportField>> ofContacts() {
		return this.bigin.metadata().fields("Contacts").filter(ImportField::canFill).map(ImportField::of).collectList();
	}

}
