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

package io.github.biginspring.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;

/**
 * A connection at Maton, which gives the API key access to an organisation in Bigin.
 * <p>
 * The {@code url} carries a session token: anybody who has it can complete the
 * authorisation. It is therefore neither in {@link #toString()} nor among the
 * {@link #attributes()} nor in the JSON of this object. Show it only to the user who
 * opens it, and never log it.
 *
 * @since 0.1.0
 */
public final class MatonConnection extends ServiceInfo {

	private MatonConnection(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes, "url");
	}

	/**
	 * Create the description of a connection.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static MatonConnection of(Map<String, ? extends @Nullable Object> attributes) {
		return new MatonConnection(attributes);
	}

	/**
	 * Return the id.
	 * @return the value, empty where the service gives none
	 */
	public String connectionId() {
		return textOrEmpty("connection_id");
	}

	/**
	 * Return how it stands.
	 * @return the status, with an empty value where Maton gives none
	 */
	public ConnectionStatus status() {
		return ConnectionStatus.of(textOrEmpty("status"));
	}

	/**
	 * Whether calls can be made on it.
	 * @return {@code true} if its status is {@link ConnectionStatus#ACTIVE}
	 */
	public boolean isActive() {
		return ConnectionStatus.ACTIVE.equals(status());
	}

	/**
	 * Return when it was made.
	 * @return the value, or {@code null}
	 */
	public @Nullable OffsetDateTime creationTime() {
		return dateTime("creation_time");
	}

	/**
	 * Return when it last changed.
	 * @return the value, or {@code null}
	 */
	public @Nullable OffsetDateTime lastUpdatedTime() {
		return dateTime("last_updated_time");
	}

	/**
	 * Return where its user finishes the authorisation in a browser.
	 * @return the URL, a secret, or {@code null}
	 */
	public @Nullable URI url() {
		try {
			String url = secret("url");
			return (url != null) ? new URI(url) : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	/**
	 * Return the app that it connects to, {@code zoho-bigin}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String app() {
		return text("app");
	}

	/**
	 * Return how it authorises, such as {@code OAUTH2}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String method() {
		return text("method");
	}

	/**
	 * Return what else Maton keeps of it.
	 * @return the value, unmodifiable, empty where there is none
	 */
	public Map<String, @Nullable Object> metadata() {
		return object("metadata");
	}

	@Override
	public String toString() {
		return describe("connection_id", "status", "app");
	}

}
