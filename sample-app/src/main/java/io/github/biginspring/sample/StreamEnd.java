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

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends endless streams when the application stops, because the stop waits for their
 * responses.
 */
@Component
public class StreamEnd {

	private final Sinks.Empty<Void> stopped = Sinks.empty();

	/**
	 * Let a stream end with the application.
	 * @param stream what goes on for ever
	 * @param <T> what it consists of
	 * @return the same, until the application stops
	 */
	public <T> Flux<T> limit(Flux<T> stream) {
		return stream.takeUntilOther(this.stopped.asMono());
	}

	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopped.tryEmitEmpty();
	}

}
