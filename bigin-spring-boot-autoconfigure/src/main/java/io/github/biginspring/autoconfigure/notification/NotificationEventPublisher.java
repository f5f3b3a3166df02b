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

package io.github.biginspring.autoconfigure.notification;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

import io.github.biginspring.notification.BiginNotification;
import io.github.biginspring.notification.NotificationReceiver;

/**
 * Publishes notifications as events of the application, one after another, away from the
 * endpoint's threads: a listener may take its time. It starts before the web server and
 * stops after it, when all that was received has been published.
 */
final class NotificationEventPublisher implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(NotificationEventPublisher.class);

	// the web server's is 2048 below the default
	private static final int PHASE = DEFAULT_PHASE - 3072;

	private final NotificationReceiver receiver;

	private final ApplicationEventPublisher publisher;

	private volatile @Nullable Mono<Void> published;

	NotificationEventPublisher(NotificationReceiver receiver, ApplicationEventPublisher publisher) {
		this.receiver = receiver;
		this.publisher = publisher;
	}

	@Override
	public void start() {
		@Nullable Flux<BiginNotification> notifications = this.receiver.notifications();
		if (notifications == null) {
			// a mock stands in for the receiver
			return;
		}
		Sinks.Empty<Void> end = Sinks.empty();
		this.published = end.asMono();
		notifications.doFinally((signal) -> end.tryEmitEmpty()).subscribe(this::publish);
	}

	private void publish(BiginNotification notification) {
		try {
			this.publisher.publishEvent(notification);
		}
		// an error too: it must not end the events for ever
		catch (Throwable ex) {
			logger.error("A listener has failed on a notification of channel " + notification.channelId(), ex);
		}
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		Mono<Void> running = this.published;
		this.published = null;
		if (running == null) {
			callback.run();
			return;
		}
		running.doFinally((signal) -> callback.run()).subscribe();
		this.receiver.complete();
	}

	@Override
	public boolean isRunning() {
		return this.published != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
