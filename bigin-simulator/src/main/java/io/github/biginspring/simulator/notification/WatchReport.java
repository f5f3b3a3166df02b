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

package io.github.biginspring.simulator.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.RefusedException;

/**
 * The results for the channels of a call, in the order in which they were sent.
 *
 * @since 0.1.0
 */
public final class WatchReport {

	private final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

	private int unknown;

	private int refused;

	WatchReport() {
	}

	void accept(Map<String, @Nullable Object> details, String message) {
		this.entries.add(Map.of("code", "SUCCESS", "details", details, "message", message, "status", "success"));
	}

	void refuse(RefusedException ex) {
		this.refused++;
		this.entries.add(ex.toMap());
	}

	void notSubscribed() {
		this.unknown++;
		this.entries.add(
				RefusedException.of("NOT_SUBSCRIBED", "not subscribed for actions-watch of the given channel").toMap());
	}

	/**
	 * The entries of the response.
	 * @return an entry for each channel
	 */
	public List<Map<String, @Nullable Object>> entries() {
		return List.copyOf(this.entries);
	}

	/**
	 * The status of the response.
	 * @param success the status where all went well
	 * @return that status, 202 where there was no such channel, 207 where some of several
	 * were refused and 400 where all were
	 */
	public int status(int success) {
		if (this.refused > 0) {
			return (this.refused == this.entries.size()) ? 400 : 207;
		}
		return (this.unknown > 0) ? 202 : success;
	}

}
