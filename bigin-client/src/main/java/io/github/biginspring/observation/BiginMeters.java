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

package io.github.biginspring.observation;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.util.Assert;

/**
 * The registry for the counters of records and retries and the gauges of credits.
 * Micrometer's core is optional, so what works without it, such as the builder of a
 * template, names this type in its place: an application without meters never loads more
 * of it than its name.
 *
 * @since 0.1.0
 */
public final class BiginMeters {

	private final MeterRegistry registry;

	private BiginMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Create the meters of a registry.
	 * @param registry takes the meters
	 * @return the meters
	 */
	public static BiginMeters of(MeterRegistry registry) {
		Assert.notNull(registry, "'registry' must not be null");
		return new BiginMeters(registry);
	}

	/**
	 * Return the registry.
	 * @return what takes the meters
	 */
	public MeterRegistry registry() {
		return this.registry;
	}

}
