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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

import org.springframework.util.Assert;

/**
 * Receives the notifications that arrive at the URL of a channel, checks their token, and
 * publishes them. Independent of a web framework: an endpoint passes it the body as
 * received, and responds with the {@linkplain ReceiveResult#status() status}.
 * <p>
 * The token proves that the sender knows it, not that the notification is new: it comes
 * in the body, unsigned and without a number, so one that was overheard can be sent once
 * more. Have it come over TLS only.
 *
 * <pre class="code">
 * receiver.notifications()
 *     .filter((notification) -&gt; "Contacts".equals(notification.module()))
 *     .subscribe((notification) -&gt; log.info("{} {}", notification.operation(), notification.ids()));
 * </pre>
 *
 * @since 0.1.0
 */
public final class NotificationReceiver {

	private static final Log logger = LogFactory.getLog(NotificationReceiver.class);

	private final NotificationParser parser = new NotificationParser();

	private final NotificationTokens tokens;

	private final int maxBodySize;

	private final int bufferSize;

	private final Scheduler scheduler;

	private final Set<FluxSink<BiginNotification>> subscribers = ConcurrentHashMap.newKeySet();

	private final AtomicLong dropped = new AtomicLong();

	/**
	 * Create a receiver.
	 * @param tokens the tokens that notifications are checked by
	 * @param maxBodySize the maximum number of bytes in a body
	 * @param bufferSize how many notifications are kept for a slow subscriber at most
	 * @param scheduler where subscribers are called; one that may be blocked, such as
	 * {@link reactor.core.scheduler.Schedulers#boundedElastic()}, lets them block
	 */
	public NotificationReceiver(NotificationTokens tokens, int maxBodySize, int bufferSize, Scheduler scheduler) {
		Assert.notNull(tokens, "'tokens' must not be null");
		Assert.notNull(scheduler, "'scheduler' must not be null");
		Assert.isTrue(maxBodySize > 0, "'maxBodySize' must be positive");
		Assert.isTrue(bufferSize > 0, "'bufferSize' must be positive");
		this.tokens = tokens;
		this.maxBodySize = maxBodySize;
		this.bufferSize = bufferSize;
		this.scheduler = scheduler;
	}

	/**
	 * Return how large a body may be, so that an endpoint reads no more.
	 * @return how many bytes
	 */
	public int maxBodySize() {
		return this.maxBodySize;
	}

	/**
	 * Take a body. Returns at once, however slow the subscribers are.
	 * @param body the body as received
	 * @return what became of it
	 */
	public ReceiveResult receive(byte[] body) {
		Assert.notNull(body, "'body' must not be null");
		if (body.length > this.maxBodySize) {
			return ReceiveResult.TOO_LARGE;
		}
		NotificationParser.Parsed parsed = this.parser.parse(body);
		if (parsed == null) {
			return ReceiveResult.UNREADABLE;
		}
		BiginNotification notification = parsed.notification();
		if (!this.tokens.match(notification.channelId(), parsed.token())) {
			return ReceiveResult.REJECTED;
		}
		this.subscribers.forEach((subscriber) -> subscriber.next(notification));
		return ReceiveResult.ACCEPTED;
	}

	/**
	 * The notifications that are received from now on. Every subscriber gets all of them,
	 * on a thread of its own, and has a buffer of its own: when it is full, the oldest
	 * notification in it is dropped, for this subscriber only, and a warning is logged.
	 * So a subscriber that must not miss any change has to look for what was modified
	 * from time to time. What is received while there is no subscriber is kept for
	 * nobody. An exception of a subscriber ends its own stream, as everywhere in Reactor;
	 * what Reactor takes for fatal is logged, and the stream goes on.
	 * @return the notifications, without an end before {@link #complete()}
	 */
	public Flux<BiginNotification> notifications() {
		return Flux.<BiginNotification>create((sink) -> {
			this.subscribers.add(sink);
			sink.onDispose(() -> this.subscribers.remove(sink));
		}, FluxSink.OverflowStrategy.IGNORE)
			.onBackpressureBuffer(this.bufferSize, this::dropped, BufferOverflowStrategy.DROP_OLDEST)
			.publishOn(this.scheduler, 1)
			.transform(Operators.<BiginNotification, BiginNotification>lift(
					(scannable, subscriber) -> new SurvivingSubscriber(subscriber)));
	}

	/**
	 * Return how many notifications were dropped because a subscriber was too slow.
	 * @return how many, for all subscribers together
	 */
	public long droppedCount() {
		return this.dropped.get();
	}

	/**
	 * End the streams that are open. What is in their buffers is still delivered.
	 */
	public void complete() {
		this.subscribers.forEach(FluxSink::complete);
	}

	private void dropped(BiginNotification notification) {
		long count = this.dropped.incrementAndGet();
		// ever more rarely: there can be many
		if (Long.bitCount(count) == 1) {
			logger.warn("A subscriber is too slow for the notifications that arrive: " + count
					+ " dropped so far, the latest one on channel " + notification.channelId());
		}
	}

}
