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

package io.github.biginspring.autoconfigure;

import java.time.Duration;

/**
 * Configuration properties for reading metadata.
 *
 * @since 0.1.0
 */
public class MetadataProperties {

	private final Cache cache = new Cache();

	public Cache getCache() {
		return this.cache;
	}

	/**
	 * Cache of the fields of modules.
	 */
	public static class Cache {

		/**
		 * Whether the fields of modules are cached.
		 */
		private boolean enabled = true;

		/**
		 * How long the fields of a module are kept.
		 */
		private Duration timeToLive = Duration.ofMinutes(10);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Duration getTimeToLive() {
			return this.timeToLive;
		}

		public void setTimeToLive(Duration timeToLive) {
			this.timeToLive = timeToLive;
		}

	}

}
