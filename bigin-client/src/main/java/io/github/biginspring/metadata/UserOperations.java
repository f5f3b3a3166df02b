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

package io.github.biginspring.metadata;

import reactor.core.publisher.Mono;

/**
 * Adds, changes and deletes users of the organisation; {@link MetadataOperations} reads
 * them. Needs the scopes {@code ZohoBigin.users.CREATE}, {@code ZohoBigin.users.UPDATE}
 * and {@code ZohoBigin.users.DELETE}.
 *
 * <pre class="code">
 * Mono&lt;String&gt; id = bigin.users().create(user);
 * Mono&lt;Void&gt; promoted = bigin.users().update(userId, UserSpec.empty().profile(profileId));
 * </pre>
 *
 * @since 0.1.0
 */
public interface UserOperations {

	/**
	 * Add a user. That is never done again where the response was lost: then
	 * {@link io.github.biginspring.error.BiginException#isOutcomeUnknown()} of the error
	 * says that the user may have been added.
	 * @param user first and last name, email address, role and profile
	 * @return the id of the new user
	 * @throws IllegalArgumentException if one of them is missing
	 */
	Mono<String> create(UserSpec user);

	/**
	 * Change a user. What is not set stays as it is.
	 * @param id the user's id, digits as text
	 * @param changes what changes
	 * @return completes when the user was changed
	 * @throws IllegalArgumentException if nothing changes, or that cannot be a user's id
	 */
	Mono<Void> update(String id, UserSpec changes);

	/**
	 * Delete a user.
	 * @param id the user's id, digits as text
	 * @return completes when the user was deleted
	 * @throws IllegalArgumentException if that cannot be a user's id
	 */
	Mono<Void> delete(String id);

}
