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

package io.github.biginspring.sample;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.PageSpec;

/**
 * Contacts, which can also be searched.
 */
@RestController
@RequestMapping(ContactController.PATH)
class ContactController extends EditableRecordController<Contact> {

	static final String PATH = "/api/contacts";

	private final BiginOperations bigin;

	ContactController(BiginOperations bigin) {
		super(bigin, Contact.class, PATH);
		this.bigin = bigin;
	}

	@GetMapping("/search")
	Mono<PageResponse<Contact>> search(ContactSearch search, @RequestParam(defaultValue = "1") int page,
			@RequestParam(defaultValue = "200") int perPage) {
		return search.on(this.bigin.query(Contact.class)).page(PageSpec.of(page, perPage)).map(PageResponse::of);
	}

}
