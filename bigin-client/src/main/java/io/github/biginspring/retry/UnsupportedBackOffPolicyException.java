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

package io.github.biginspring.retry;

import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.util.Assert;

/**
 * Thrown for a {@link BackOffPolicy} that can only sleep, which would block an event
 * loop.
 *
 * @since 0.1.0
 */
public class UnsupportedBackOffPolicyException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/**
	 * @serial the type of the policy
	 */
	private final Class<? extends BackOffPolicy> policyType;

	/**
	 * Create the exception.
	 * @param policyType the type of the policy
	 */
	public UnsupportedBackOffPolicyException(Class<? extends BackOffPolicy> policyType) {
		super("Back-off policy " + name(policyType) + " would block a thread: use a"
				+ " SleepingBackOffPolicy, such as ExponentialRandomBackOffPolicy, or a NoBackOffPolicy");
		this.policyType = policyType;
	}

	private static String name(Class<?> policyType) {
		Assert.notNull(policyType, "'policyType' must not be null");
		return policyType.getName();
	}

	/**
	 * Return the type of the policy.
	 * @return the type
	 */
	public Class<? extends BackOffPolicy> getPolicyType() {
		return this.policyType;
	}

}
