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

package io.github.biginspring.readme;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.github.biginspring.notification.BiginNotification;

/**
 * The listener of the example.
 */
@Component
class ContactNotifications {

	final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

	@EventListener
	void on(BiginNotification notification) {
		if ("Contacts".equals(notification.module())) {
			notification.ids().forEach(this::refresh);
		}
	}

	private void refresh(String id) {
		this.seen.add(id);
	}

}
