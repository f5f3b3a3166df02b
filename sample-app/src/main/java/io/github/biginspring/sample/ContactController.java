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

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.write.WriteResult.Written;

/**
 * Contacts: read, searched, created, updated and deleted. In JSON they have the field
 * names of Bigin's API, custom fields included.
 */
@RestController
@RequestMapping("/api/contacts")
class ContactController extends RecordController<Contact> {

	private final BiginOperations bigin;

	ContactController(BiginOperations bigin) {
		super(bigin, Contact.class);
		this.bigin = bigin;
	}

	@GetMapping("/search")
	Mono<PageResponse<Contact>> search(ContactSearch search, @RequestParam(defaultValue = "1") int page,
			@RequestParam(defaultValue = "200") int perPage) {
		return search.on(this.bigin.query(Contact.class)).page(PageSpec.of(page, perPage)).map(PageResponse::of);
	}

	@PostMapping
	Mono<ResponseEntity<Map<String, @Nullable Object>>> create(@RequestBody Contact contact) {
		return this.bigin.create(contact)
			.map((created) -> ResponseEntity.created(URI.create("/api/contacts/" + created.id()))
				.body(created.details()));
	}

	// a field that is not in the body stays as it is, one that is null is cleared
	@PutMapping("/{id}")
	Mono<Map<String, @Nullable Object>> update(@PathVariable String id, @RequestBody Contact changes) {
		changes.setId(id);
		return this.bigin.update(changes).map(Written::details);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable String id) {
		return this.bigin.delete(Contact.class, id).then();
	}

}
