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

import org.junit.jupiter.api.Test;

import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.LeaseProvider.Lease;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link LeaseProviderConfiguration} gives, in several instances of an application.
 */
abstract class AbstractLeaseProviderTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration LONG = Duration.ofMinutes(10);

	private static final String NAME = "bigin-cursor:" + "n".repeat(50);

	/**
	 * Return what an instance of an application has.
	 */
	abstract LeaseProvider instance();

	/**
	 * Let the time of all leases be over.
	 */
	abstract void expire();

	@Test
	void oneAtATimeHasALease() {
		Lease lease = acquire(instance(), NAME);
		assertThat(lease).isNotNull();
		LeaseProvider other = instance();
		assertThat(acquire(other, NAME)).isNull();
		assertThat(acquire(other, "another name")).isNotNull();
		lease.release().block(PATIENCE);
		assertThat(acquire(other, NAME)).isNotNull();
	}

	@Test
	void isExtendedAsOftenAsWanted() {
		Lease lease = acquire(instance(), NAME);
		for (int i = 0; i < 3; i++) {
			assertThat(lease.extend(LONG).block(PATIENCE)).isTrue();
			assertThat(acquire(instance(), NAME)).isNull();
		}
		lease.release().block(PATIENCE);
		assertThat(acquire(instance(), NAME)).isNotNull();
	}

	@Test
	void oneThatIsOverIsNotExtended() {
		Lease over = acquire(instance(), NAME);
		expire();
		Lease next = acquire(instance(), NAME);
		assertThat(over.extend(LONG).block(PATIENCE)).isFalse();
		assertThat(next.extend(LONG).block(PATIENCE)).isTrue();
	}

	@Test
	void oneThatIsOverIsNotReleasedForAnother() {
		Lease over = acquire(instance(), NAME);
		expire();
		assertThat(acquire(instance(), NAME)).isNotNull();
		over.release().block(PATIENCE);
		assertThat(acquire(instance(), NAME)).isNull();
	}

	private static Lease acquire(LeaseProvider instance, String name) {
		return instance.tryAcquire(name, LONG).block(PATIENCE);
	}

}
