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

package io.github.biginspring;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A caller that may give up at any time. Unlike Reactor's own subscribers it lets pass
 * what was on its way to it when it gave up, so that whatever is in the log is the
 * client's.
 */
final class ImpatientCaller implements CoreSubscriber<Object> {

	private @Nullable Subscription subscription;

	private volatile boolean cancelled;

	private volatile boolean ended;

	private volatile @Nullable Throwable failure;

	static ImpatientCaller of(Publisher<?> call) {
		ImpatientCaller caller = new ImpatientCaller();
		caller.call(call);
		return caller;
	}

	void call(Publisher<?> call) {
		Flux.from(call).subscribe(this);
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
		subscription.request(Long.MAX_VALUE);
		if (this.cancelled) {
			subscription.cancel();
		}
	}

	@Override
	public void onNext(Object value) {
		if (value instanceof DataBuffer buffer) {
			DataBufferUtils.release(buffer);
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.failure = failure;
		this.ended = true;
	}

	@Override
	public void onComplete() {
		this.ended = true;
	}

	void cancel() {
		this.cancelled = true;
		if (this.subscription != null) {
			this.subscription.cancel();
		}
	}

	boolean hasEnded() {
		return this.ended;
	}

	@Nullable Throwable failure() {
		return this.failure;
	}

}
