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

package io.github.biginspring.sample;

import java.net.URI;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.connection.MatonConnection;

/**
 * A connection that was just made, with the URL that whoever made it has to open in a
 * browser. The URL is a secret, which a {@link MatonConnection} by itself never shows.
 *
 * @param connection the connection
 * @param url where its user agrees
 */
record NewConnection(@JsonUnwrapped MatonConnection connection, @Nullable URI url) {

	static NewConnection of(MatonConnection connection) {
		return new NewConnection(connection, connection.url());
	}

	// without the URL: response bodies are logged at debug level
	@Override
	public String toString() {
		return "NewConnection[connection=" + this.connection + "]";
	}

}
