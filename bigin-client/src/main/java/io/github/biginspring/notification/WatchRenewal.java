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

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.util.Assert;

/**
 * Keeps channels alive. Each is subscribed to when this is started, which also renews a
 * channel of an earlier run, and renewed after half of its lifetime, so that the other
 * half remains for an outage. A failure is retried after 10 seconds and then at growing
 * intervals of up to 10 minutes, until it succeeds; a channel that has expired by then is
 * subscribed to again, and the listeners are notified. No thread waits.
 * <p>
 * When this is stopped, the channels live on until they expire, so that a quick restart
 * of the application misses nothing.
 * {@link NotificationOperations#unsubscribe(String...)} ends them.
 *
 * <pre class="code">
 * WatchRenewal renewal = new WatchRenewal(bigin::notifications, List.of(request), List.of(),
 *     Schedulers.parallel());
 * renewal.start();
 * </pre>
 *
 * @since 0.1.0
 */
public final class WatchRenewal {

	private final Supplier<NotificationOperations> operations;

	private final List<WatchRequest> channels;

	private final List<WatchRenewalListener> listeners;

	private final Scheduler scheduler;

	private final Object lifecycle = new Object();

	private @Nullable List<ChannelRenewal> running;

	/**
	 * Create a renewal. Nothing is called before it is started.
	 * @param operations returns what subscribes and renews, when this is started
	 * @param channels what is subscribed to
	 * @param listeners notified of what happens to the channels
	 * @param scheduler waits, and tells the time
	 * @throws IllegalArgumentException if two requests have one channel
	 */
	public WatchRenewal(Supplier<NotificationOperations> operations, Collection<WatchRequest> channels,
			Collection<? extends WatchRenewalListener> listeners, Scheduler scheduler) {
		Assert.notNull(operations, "'operations' must not be null");
		Assert.notNull(channels, "'channels' must not be null");
		Assert.noNullElements(channels, "'channels' must not contain null elements");
		Assert.notNull(listeners, "'listeners' must not be null");
		Assert.noNullElements(listeners, "'listeners' must not contain null elements");
		Assert.notNull(scheduler, "'scheduler' must not be null");
		this.operations = operations;
		this.channels = List.copyOf(channels);
		this.listeners = List.copyOf(listeners);
		this.scheduler = scheduler;
		Set<String> ids = new HashSet<>();
		for (WatchRequest channel : this.channels) {
			Assert.isTrue(ids.add(channel.channelId()), () -> "Channel " + channel.channelId() + " is there twice");
		}
	}

	/**
	 * Start. Where it runs already, nothing happens.
	 */
	public void start() {
		synchronized (this.lifecycle) {
			if (this.running == null) {
				NotificationOperations notifications = this.operations.get();
				List<ChannelRenewal> renewals = new ArrayList<>();
				for (WatchRequest channel : this.channels) {
					renewals.add(new ChannelRenewal(notifications, channel, this.listeners, this.scheduler));
				}
				this.running = renewals;
				renewals.forEach(ChannelRenewal::run);
			}
		}
	}

	/**
	 * Stop. A call in flight goes on to its end.
	 */
	public void stop() {
		stop(() -> {
		});
	}

	/**
	 * Stop. A call in flight goes on to its end. Returns at once.
	 * @param whenStopped called when no call is in flight any more
	 */
	public void stop(Runnable whenStopped) {
		Assert.notNull(whenStopped, "'whenStopped' must not be null");
		List<ChannelRenewal> renewals;
		synchronized (this.lifecycle) {
			renewals = (this.running != null) ? this.running : List.of();
			this.running = null;
		}
		Mono.when(renewals.stream().map(ChannelRenewal::stop).toList()).subscribe(null, null, whenStopped);
	}

	/**
	 * Whether it was started and not stopped.
	 * @return {@code true} if it runs
	 */
	public boolean isRunning() {
		synchronized (this.lifecycle) {
			return this.running != null;
		}
	}

	/**
	 * Return the channels, and when they expire. Calls nothing.
	 * @return the channels, in the order of their requests; without times where this does
	 * not run
	 */
	public List<KeptChannel> channels() {
		List<ChannelRenewal> renewals;
		synchronized (this.lifecycle) {
			renewals = this.running;
		}
		return (renewals != null) ? renewals.stream().map(ChannelRenewal::channel).toList()
				: this.channels.stream().map((channel) -> new KeptChannel(channel.channelId(), null)).toList();
	}

}
