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

import org.springframework.context.SmartLifecycle;

import io.github.biginspring.notification.WatchRenewal;

/**
 * Runs a {@link WatchRenewal} for as long as the application. It starts last, when the
 * endpoint is there already, and stops first: a renewal under way is let go to its end.
 */
final class WatchRenewalLifecycle implements SmartLifecycle {

	private final WatchRenewal renewal;

	WatchRenewalLifecycle(WatchRenewal renewal) {
		this.renewal = renewal;
	}

	@Override
	public void start() {
		this.renewal.start();
	}

	@Override
	public void stop() {
		this.renewal.stop();
	}

	@Override
	public void stop(Runnable callback) {
		this.renewal.stop(callback);
	}

	@Override
	public boolean isRunning() {
		return this.renewal.isRunning();
	}

}
