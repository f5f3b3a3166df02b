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

package io.github.biginspring.simulator;

import java.util.List;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

/**
 * No stubs but those of the simulator, and those that are added while it runs. WireMock's
 * own source reads and writes {@code src/test/resources/mappings} of the project whose
 * tests run, which may hold stubs of other services.
 */
final class UnsavedMappings implements MappingsSource {

	@Override
	public void loadMappingsInto(StubMappings stubMappings) {
	}

	@Override
	public void save(List<StubMapping> stubMappings) {
		throw refused();
	}

	@Override
	public void save(StubMapping stubMapping) {
		throw refused();
	}

	@Override
	@SuppressWarnings("removal") // but still abstract
	public void remove(StubMapping stubMapping) {
	}

	@Override
	public void removeAll() {
	}

	private static InvalidInputException refused() {
		return new InvalidInputException(Errors.single(10, "The simulator writes no stubs to files: leave out"
				+ " 'persistent', and add the stub again after each start"));
	}

}
