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

import org.springframework.boot.context.properties.ConfigurationProperties;

import io.github.biginspring.change.RedisCursorStore;

/**
 * Configuration properties for reading changes of records.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("bigin.sync")
public class SyncProperties {

	/**
	 * Where cursors are stored. By default in the database if the application has one,
	 * otherwise in Redis if available, otherwise in memory.
	 */
	private CursorStoreType store = CursorStoreType.AUTO;

	/**
	 * How long after its timestamp a change is read, so that no change that becomes
	 * visible late is missed.
	 */
	private Duration watermarkDelay = Duration.ofSeconds(5);

	/**
	 * Maximum age of a cursor. With an older one, all records are read again.
	 */
	private Duration maxAge = Duration.ofDays(60);

	private final Redis redis = new Redis();

	public CursorStoreType getStore() {
		return this.store;
	}

	public void setStore(CursorStoreType store) {
		this.store = store;
	}

	public Duration getWatermarkDelay() {
		return this.watermarkDelay;
	}

	public void setWatermarkDelay(Duration watermarkDelay) {
		this.watermarkDelay = watermarkDelay;
	}

	public Duration getMaxAge() {
		return this.maxAge;
	}

	public void setMaxAge(Duration maxAge) {
		this.maxAge = maxAge;
	}

	public Redis getRedis() {
		return this.redis;
	}

	/**
	 * Cursors in Redis.
	 */
	public static class Redis {

		/**
		 * Prefix of the keys of cursors. The keys of their locks contain it too.
		 */
		private String keyPrefix = RedisCursorStore.DEFAULT_KEY_PREFIX;

		public String getKeyPrefix() {
			return this.keyPrefix;
		}

		public void setKeyPrefix(String keyPrefix) {
			this.keyPrefix = keyPrefix;
		}

	}

	/**
	 * Where cursors are kept.
	 */
	public enum CursorStoreType {

		/**
		 * In the database, else in Redis, else in memory.
		 */
		AUTO,

		/**
		 * In memory: lost when the application ends.
		 */
		MEMORY,

		/**
		 * In a table of the database.
		 */
		JDBC,

		/**
		 * In Redis.
		 */
		REDIS

	}

}
