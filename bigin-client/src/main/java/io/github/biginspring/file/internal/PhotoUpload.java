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

package io.github.biginspring.file.internal;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.Assert;

import io.github.biginspring.file.FileContent;

/**
 * The upload of a photo, from whatever it comes.
 */
abstract class PhotoUpload {

	public Mono<Void> upload(Resource photo) {
		Assert.notNull(photo, "'photo' must not be null");
		return upload(FileContent.of(photo));
	}

	public Mono<Void> upload(String filename, Publisher<? extends DataBuffer> content) {
		Assert.notNull(filename, "'filename' must not be null");
		return upload(FileContent.of(filename, content));
	}

	public abstract Mono<Void> upload(FileContent photo);

}
