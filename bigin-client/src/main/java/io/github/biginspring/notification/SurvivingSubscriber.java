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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

import io.github.biginspring.internal.ForwardingSubscriber;

/**
 * Goes on after what a subscriber throws. Reactor lets errors such as a
 * {@link LinkageError} pass by every subscriber, up to the thread that delivers, which
 * would never deliver anything again, and nobody would be told.
 */
final class SurvivingSubscriber extends ForwardingSubscriber<BiginNotification> {

	private static final Log logger = LogFactory.getLog(NotificationReceiver.class);

	SurvivingSubscriber(CoreSubscriber<? super BiginNotification> actual) {
		super(actual);
	}

	@Override
	public void onNext(BiginNotification notification) {
		try {
			actual().onNext(notification);
		}
		catch (Throwable ex) {
			logger.error("A subscriber has failed on a notification of channel " + notification.channelId(), ex);
			Subscription source = source();
			// in place of the one that it will not have asked for
			if (source != null) {
				source.request(1);
			}
		}
	}

}
