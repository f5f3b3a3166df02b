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

import org.springframework.beans.factory.ObjectProvider;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.BiginTemplateBuilder;
import io.github.biginspring.autoconfigure.NamedConnectionProperties.Named;

/**
 * Makes the templates of named connections, with all that the default one has.
 */
final class NamedConnections {

	private final NamedConnectionProperties properties;

	private final ObjectProvider<BiginTemplateBuilder> builders;

	NamedConnections(NamedConnectionProperties properties, ObjectProvider<BiginTemplateBuilder> builders) {
		this.properties = properties;
		this.builders = builders;
	}

	/**
	 * Make a template. Found by its name, as what makes the bean of a connection.
	 * @param name the name of the connection
	 * @return a template
	 */
	BiginTemplate template(String name) {
		Named connection = this.properties.get(name);
		return this.builders.getObject()
			.connectionName(name)
			.apiKey(connection.key())
			.connectionId(connection.connectionId())
			// a name says already which it is
			.connectionResolver(null)
			.build();
	}

}
