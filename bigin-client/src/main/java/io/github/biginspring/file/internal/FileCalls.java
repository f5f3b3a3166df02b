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

import java.nio.file.Path;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;

import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.ChangeResult;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.observation.Operation;

/**
 * Makes the calls that move files.
 */
record FileCalls(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper, String module) {

	Mono<ChangeResult> change(String operation, BiginCallBuilder call) {
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return this.observer.observe(Operation.of(operation, this.module),
				this.exchange.exchange(call.perRecordStatus().read(reader::single)));
	}

	Mono<ChangeResult> change(String operation, BiginCallBuilder call, String id) {
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return this.observer.observe(Operation.of(operation, this.module),
				this.exchange.exchange(call.perRecordStatus().read((response) -> reader.single(response, id))));
	}

	Flux<DataBuffer> download(String operation, BiginCallBuilder call) {
		return this.observer.observe(Operation.of(operation, this.module), call.stream(this.exchange));
	}

	Mono<Path> downloadTo(String operation, BiginCallBuilder call, Supplier<FileTarget> target) {
		return this.observer.observe(Operation.of(operation, this.module), this.exchange
			.exchange(call.readStreamed((response) -> Mono.defer(() -> target.get().write(response.content())))));
	}

}
