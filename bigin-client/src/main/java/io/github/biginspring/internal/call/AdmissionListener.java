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
 * Learns when calls wait for their turn within the service's limits. Travels in Reactor's
 * context under its class. Must not block or throw.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AdmissionListener {

	/**
	 * A call, or a repetition of one, begins to wait.
	 * @return what is run when it has got its turn, and is not where it gives up
	 */
	Runnable waiting();

}
