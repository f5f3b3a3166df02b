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

package io.github.biginspring.sample.code;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The lines of this application that did what the page shows.
 */
@RestController
@RequestMapping("/api/code")
class CodeController {

	private final CodeRegions regions;

	CodeController(CodeRegions regions) {
		this.regions = regions;
	}

	@GetMapping("/{name}")
	CodeRegion code(@PathVariable String name) {
		CodeRegion region = this.regions.find(name);
		if (region == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such region of code");
		}
		return region;
	}

}
