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
package io.github.biginspring.testcontainers;

import org.testcontainers.containers.Container;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;

import io.github.biginspring.autoconfigure.MatonConnectionDetails;

/**
 * {@link ContainerConnectionDetailsFactory} to create {@link MatonConnectionDetails} from
 * any container annotated with {@link ServiceConnection} whose image, or the name of the
 * annotation, is {@code bigin-simulator}.
 */
class BiginSimulatorImageConnectionDetailsFactory
		extends AbstractSimulatorContainerConnectionDetailsFactory<Container<?>> {

	BiginSimulatorImageConnectionDetailsFactory() {
		super("bigin-simulator");
	}

	@Override
	protected boolean sourceAccepts(ContainerConnectionSource<Container<?>> source, Class<?> requiredContainerType,
			Class<?> requiredConnectionDetailsType) {
		// that one has a factory of its own, whatever name it is given
		return super.sourceAccepts(source, requiredContainerType, requiredConnectionDetailsType)
				&& !source.accepts(ANY_CONNECTION_NAME, BiginSimulatorContainer.class, requiredConnectionDetailsType);
	}

}
