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
 * The effect of a call at the service, which determines whether it may be repeated.
 *
 * @since 0.1.0
 */
public enum CallEffect {

	/**
	 * Changes nothing, whatever its method: may be repeated, and no attempt of it leaves
	 * anything open.
	 */
	READ,

	/**
	 * Changes something, and making it twice comes to the same as making it once: may be
	 * made again also where its outcome is unknown.
	 */
	IDEMPOTENT,

	/**
	 * Changes something, and would do so again: may be made again only where it was
	 * certainly not carried out.
	 */
	ONCE

}
