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

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a part of the configuration is missing or invalid. Neither the message nor
 * the action contains a secret.
 *
 * @since 0.1.0
 */
public class InvalidConfigurationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	// beyond it nanoseconds do not fit a long
	private static final Duration MAX_DURATION = Duration.ofDays(36_500);

	private final String action;

	/**
	 * Create the exception.
	 * @param problem what is wrong
	 * @param action what to do
	 */
	public InvalidConfigurationException(String problem, String action) {
		super(problem);
		this.action = action;
	}

	/**
	 * Check the value of a property, which is shown where it is wrong: not for secrets.
	 * @param possible whether the property can have the value
	 * @param property the name of the property
	 * @param value the value
	 * @param wanted what the property is to be set to
	 * @throws InvalidConfigurationException if it cannot
	 */
	public static void check(boolean possible, String property, @Nullable Object value, String wanted) {
		if (!possible) {
			throw new InvalidConfigurationException("The property '" + property + "' cannot be " + value + ".",
					"Set '" + property + "' to " + wanted + ".");
		}
	}

	/**
	 * Check that no placeholder is left in the place of the value of a property, which
	 * Spring Boot leaves as it is where it stands for nothing.
	 * @param property the name of the property
	 * @param value the value, which may be a secret unless it is a placeholder
	 * @throws InvalidConfigurationException if there is one
	 */
	public static void checkResolved(String property, @Nullable String value) {
		if (value != null && value.startsWith("${") && value.endsWith("}")) {
			throw new InvalidConfigurationException(
					"The property '" + property + "' is " + value + ", and nothing is there by that name.",
					"Set the property or environment variable that it names, or '" + property + "' itself.");
		}
	}

	/**
	 * Check the value of a property that is a time of 1 ms or more.
	 * @param property the name of the property
	 * @param value the value
	 * @param example what it could be
	 * @throws InvalidConfigurationException if it is shorter, or longer than any clock
	 * counts
	 */
	public static void checkPositive(String property, Duration value, String example) {
		check(value.compareTo(Duration.ofMillis(1)) >= 0 && value.compareTo(MAX_DURATION) <= 0, property, value,
				"a duration from 1ms to " + MAX_DURATION.toDays() + "d, such as " + example);
	}

	/**
	 * Check the value of a property that is a time of any length.
	 * @param property the name of the property
	 * @param value the value
	 * @param example what it could be
	 * @throws InvalidConfigurationException if it is negative, or longer than any clock
	 * counts
	 */
	public static void checkNotNegative(String property, Duration value, String example) {
		check(!value.isNegative() && value.compareTo(MAX_DURATION) <= 0, property, value,
				"a duration that is not negative, up to " + MAX_DURATION.toDays() + "d, such as " + example);
	}

	String getAction() {
		return this.action;
	}

}
