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

package io.github.biginspring.readme.cookbook;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.Contact;
import io.github.biginspring.notification.BiginNotification;

@Component
class WebhookListener {

	private final BiginOperations bigin;

	private final ContactIndex index;

	WebhookListener(BiginOperations bigin, ContactIndex index) {
		this.bigin = bigin;
		this.index = index;
	}

	// called one at a time and not on the endpoint's threads, so it may block
	@EventListener
	void on(BiginNotification notification) {
		if ("Contacts".equals(notification.module())) {
			Flux.fromIterable(notification.ids())
				.concatMap((id) -> this.bigin.findById(Contact.class, id))
				.doOnNext(this.index::put)
				.blockLast();
		}
	}

}
