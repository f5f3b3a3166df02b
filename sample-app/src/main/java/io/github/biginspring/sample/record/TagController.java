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

package io.github.biginspring.sample.record;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.Tag;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

/**
 * The tags of a module, and those of one record.
 */
@RestController
class TagController {

	private final BiginOperations bigin;

	TagController(BiginOperations bigin) {
		this.bigin = bigin;
	}

	@GetMapping("/api/tags/" + RecordCollection.VARIABLE)
	Flux<Tag> list(@PathVariable RecordCollection collection) {
		return this.bigin.tags().list(collection.module());
	}

	@PostMapping("/api/" + RecordCollection.VARIABLE + "/{id}/tags")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> add(@PathVariable RecordCollection collection, @PathVariable String id, @RequestBody NewTag tag) {
		Assert.isTrue(StringUtils.hasText(tag.name()), "Type the name of the tag first");
		return this.bigin.tags()
			.addTo(collection.module(), List.of(id), String.valueOf(tag.name()).strip())
			.flatMap(TagController::written);
	}

	@DeleteMapping("/api/" + RecordCollection.VARIABLE + "/{id}/tags")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> remove(@PathVariable RecordCollection collection, @PathVariable String id, @RequestParam String name) {
		return this.bigin.tags().removeFrom(collection.module(), List.of(id), name).flatMap(TagController::written);
	}

	// several records could be tagged at once, and each has its own result
	private static Mono<Void> written(WriteResults<String> results) {
		return Flux.fromIterable(results.rejected())
			.map(WriteResult.Rejected::error)
			.concatWith(Flux.fromIterable(results.unknown()).map(WriteResult.Unknown::error))
			.next()
			.flatMap(Mono::error);
	}

	/**
	 * A tag to be added.
	 *
	 * @param name its name
	 */
	record NewTag(@Nullable String name) {

	}

}
