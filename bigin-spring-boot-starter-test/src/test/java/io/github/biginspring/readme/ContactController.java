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

package io.github.biginspring.readme;

import java.util.List;
import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.SortOrder;

@RestController
@RequestMapping("/contacts")
class ContactController {

	private final BiginClient bigin;

	ContactController(BiginClient bigin) {
		this.bigin = bigin;
	}

	@GetMapping
	List<Contact> latest() {
		return this.bigin.query(Contact.class).sort(SortOrder.descending("Modified_Time")).page(1).items();
	}

	@GetMapping("/{id}")
	ResponseEntity<Contact> one(@PathVariable String id) {
		return ResponseEntity.of(this.bigin.findById(Contact.class, id));
	}

	@PostMapping
	Map<String, String> create(@RequestBody Map<String, String> form) {
		Contact contact = new Contact();
		contact.setLastName(form.get("lastName"));
		contact.setEmail(form.get("email"));
		return Map.of("id", this.bigin.upsert(contact, "Email").id());
	}

}
