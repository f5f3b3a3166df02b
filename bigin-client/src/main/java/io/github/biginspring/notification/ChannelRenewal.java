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

package io.github.biginspring.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.internal.ListenerFailures;

/**
 * Keeps one channel alive: an attempt, a pause, the next attempt, and so on. One of these
 * at a time, so nothing is shared between threads but in that order.
 */
final class ChannelRenewal {

	private static final Log logger = LogFactory.getLog(WatchRenewal.class);

	private static final Duration DEFAULT_LIFE = Duration.ofHours(2);

	// where the clocks are far apart, a channel must not be renewed all the time
	private static final Duration SHORTEST_REST = Duration.ofMinutes(5);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

	private static final Duration MAX_PAUSE = Duration.ofMinutes(10);

	private final NotificationOperations operations;

	private final WatchRequest channel;

	private final List<WatchRenewalListener> listeners;

	private final Scheduler scheduler;

	// read by whoever asks for it
	private volatile @Nullable Instant expiresAt;

	private int failures;

	private final Sinks.Empty<Void> stop = Sinks.empty();

	private final Sinks.Empty<Void> end = Sinks.empty();

	private volatile boolean stopped;

	ChannelRenewal(NotificationOperations operations, WatchRequest channel, List<WatchRenewalListener> listeners,
			Scheduler scheduler) {
		this.operations = operations;
		this.channel = channel;
		this.listeners = listeners;
		this.scheduler = scheduler;
	}

	void run() {
		Mono.defer(this::attempt)
			.onErrorResume((ex) -> Mono.fromSupplier(() -> failed(ex)))
			.flatMap((pause) -> Mono.delay(pause, this.scheduler).takeUntilOther(this.stop.asMono()))
			.repeat(() -> !this.stopped)
			.doFinally((signal) -> this.end.tryEmitEmpty())
			.subscribe();
	}

	/**
	 * Stop once the attempt that is under way has ended.
	 * @return ends when it has
	 */
	Mono<Void> stop() {
		this.stopped = true;
		this.stop.tryEmitEmpty();
		return this.end.asMono();
	}

	KeptChannel channel() {
		return new KeptChannel(this.channel.channelId(), this.expiresAt);
	}

	private Mono<Duration> attempt() {
		Instant known = this.expiresAt;
		if (known == null) {
			return this.operations.subscribe(this.channel)
				.map((subscription) -> succeeded(subscription, WatchRenewalListener::subscribed));
		}
		Mono<Duration> subscribing = Mono.defer(() -> this.operations.subscribe(this.channel)).map(this::resubscribed);
		if (!now().isBefore(known)) {
			return subscribing;
		}
		return this.operations.renew(this.channel)
			.map((subscription) -> succeeded(subscription, WatchRenewalListener::renewed))
			.onErrorResume(ChannelRenewal::isGone, (ex) -> subscribing);
	}

	// how Bigin responds where there is no such channel any more is not documented
	private static boolean isGone(Throwable failure) {
		return failure instanceof BiginInvalidRequestException || failure instanceof BiginNotFoundException;
	}

	private Duration resubscribed(WatchSubscription subscription) {
		logger.warn("Channel " + this.channel.channelId()
				+ " had expired or was gone, and was subscribed to again: notifications may have been missed");
		return succeeded(subscription, WatchRenewalListener::resubscribed);
	}

	private Duration succeeded(WatchSubscription subscription, News news) {
		this.failures = 0;
		Instant now = now();
		Instant confirmed = subscription.expiresAt();
		Instant expiry = (confirmed != null) ? confirmed : now.plus(requestedLife());
		this.expiresAt = expiry;
		logger.debug("Channel " + this.channel.channelId() + " is subscribed to until " + expiry);
		tell((listener) -> news.tell(listener, this.channel.channelId(), expiry));
		Duration half = Duration.between(now, expiry).dividedBy(2);
		return (half.compareTo(SHORTEST_REST) > 0) ? half : SHORTEST_REST;
	}

	private Duration requestedLife() {
		return (this.channel.timeToLive() != null) ? this.channel.timeToLive() : DEFAULT_LIFE;
	}

	private Duration failed(Throwable failure) {
		Duration pause = pause();
		if (this.stopped) {
			return pause;
		}
		this.failures++;
		logger.warn("Channel " + this.channel.channelId() + " could not be subscribed to or renewed; next attempt in "
				+ pause.toSeconds() + " s: " + failure);
		tell((listener) -> listener.failed(this.channel.channelId(), failure, pause));
		return pause;
	}

	// with jitter: several instances may have failed together
	private Duration pause() {
		Duration longest = FIRST_PAUSE.multipliedBy(1L << Math.min(this.failures, 6));
		long millis = Math.min(longest.toMillis(), MAX_PAUSE.toMillis());
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
	}

	// of the scheduler, which is the one that waits
	private Instant now() {
		return Instant.ofEpochMilli(this.scheduler.now(TimeUnit.MILLISECONDS));
	}

	private void tell(Consumer<WatchRenewalListener> news) {
		for (WatchRenewalListener listener : this.listeners) {
			try {
				news.accept(listener);
			}
			catch (Throwable ex) {
				new ListenerFailures().failed(listener, ex);
			}
		}
	}

	private interface News {

		void tell(WatchRenewalListener listener, String channelId, Instant expiresAt);

	}

}
