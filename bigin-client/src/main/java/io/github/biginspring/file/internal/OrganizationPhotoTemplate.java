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

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.OrganizationPhotoOperations;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.observation.Operation;

/**
 * {@link OrganizationPhotoOperations} by calls to Bigin.
 */
final class OrganizationPhotoTemplate extends PhotoUpload implements OrganizationPhotoOperations {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final JsonMapper jsonMapper;

	OrganizationPhotoTemplate(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper) {
		this.exchange = exchange;
		this.observer = observer;
		this.jsonMapper = jsonMapper;
	}

	@Override
	public Mono<Void> upload(FileContent photo) {
		Assert.notNull(photo, "'photo' must not be null");
		BiginCallBuilder call = BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/org/photo")
			.multipart("file", photo.limitedTo(MAX_SIZE));
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return this.observer
			.observe(Operation.of("upload_organization_photo"),
					this.exchange.exchange(call.perRecordStatus().read(reader::single)))
			.then();
	}

}
