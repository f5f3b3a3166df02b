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

package io.github.biginspring.internal.call;

/**
 * A health check whose calls go ahead of all that wait for their turn within the
 * service's limits. Travels in Reactor's context under its class, and learns whether
 * those limits are what it waits for.
 *
 * @since 0.1.0
 */
public final class HealthProbe {

	private volatile boolean waiting;

	/**
	 * A call of the check begins to wait, or was told by a 429 to wait.
	 */
	public void waits() {
		this.waiting = true;
	}

	/**
	 * The call has got its turn.
	 */
	public void goes() {
		this.waiting = false;
	}

	/**
	 * Whether the last call of the check has waited for the limits up to now, or up to
	 * when it was given up.
	 * @return {@code true} if so
	 */
	public boolean isWaiting() {
		return this.waiting;
	}

}
