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

package io.github.biginspring.readme.cookbook;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.model.Contact;

import static io.github.biginspring.criteria.Criteria.where;

@RestController
class ContactPages {

	private final BiginClient bigin;

	ContactPages(BiginClient bigin) {
		this.bigin = bigin;
	}

	@GetMapping("/contacts/{id}")
	String name(@PathVariable String id) {
		return this.bigin.findById(Contact.class, id)
			.map(Contact::getLastName)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	@GetMapping("/contacts")
	List<String> named(@RequestParam String name) {
		return this.bigin.query(Contact.class)
			.matching(where("Last_Name").startsWith(name))
			.list()
			.stream()
			.map(Contact::getLastName)
			.toList();
	}

}
