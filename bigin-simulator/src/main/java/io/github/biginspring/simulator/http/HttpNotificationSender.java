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

package io.github.biginspring.simulator.http;

import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.notification.Notification;
import io.github.biginspring.simulator.notification.NotificationSender;

/**
 * Posts the messages of channels, those of one channel in order, and each of them once.
 */
final class HttpNotificationSender implements NotificationSender {

	private static final System.Logger logger = System.getLogger(HttpNotificationSender.class.getName());

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final ConcurrentMap<String, CompletableFuture<Void>> latest = new ConcurrentHashMap<>();

	private @Nullable HttpClient client;

	@Override
	public void send(Notification notification) {
		this.latest.compute(notification.channelId(), (id, before) -> (before == null || before.isDone())
				? post(notification) : before.thenCompose((done) -> post(notification)));
	}

	private CompletableFuture<Void> post(Notification notification) {
		HttpRequest request = HttpRequest.newBuilder(notification.url())
			.timeout(TIMEOUT)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(JsonBody.write(notification.body())))
			.build();
		return client().sendAsync(request, BodyHandlers.discarding()).handle((response, failure) -> {
			if (failure != null) {
				logger.log(Level.WARNING, () -> notification + " was not delivered: " + failure.getClass().getName());
			}
			else if (response.statusCode() >= 300) {
				logger.log(Level.WARNING, () -> notification + " returned status " + response.statusCode());
			}
			return null;
		});
	}

	private synchronized HttpClient client() {
		HttpClient present = this.client;
		if (present == null) {
			present = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
			this.client = present;
		}
		return present;
	}

}
