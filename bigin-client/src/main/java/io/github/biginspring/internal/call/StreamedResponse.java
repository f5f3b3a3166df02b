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

package io.github.biginspring.internal.call;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;

/**
 * A response of the service that is not a failure, whose body is still to come.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param content the body, as it comes in, with back-pressure; can be subscribed to once;
 * whoever does has to release the buffers
 * @since 0.1.0
 */
public record StreamedResponse(int status, HttpHeaders headers, Flux<DataBuffer> content) {

}
