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
package io.github.biginspring.internal.exchange;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.UriVariable;

import static org.assertj.core.api.Assertions.assertThat;

class CallUriTests {

	private final CallUri uris = new CallUri(MatonEndpoint.of(URI.create("https://gateway.example.com")));

	@Test
	void writesOfAModuleShareAUri() {
		URI first = this.uris.of(write("Contacts").discardResponse());
		assertThat(this.uris.of(write("Contacts").discardResponse())).isSameAs(first);
	}

	@Test
	void whatDiffersHasAUriOfItsOwn() {
		List<BiginCall<Void>> calls = List.of(write("Contacts").discardResponse(), write("Tasks").discardResponse(),
				write("Tasks").query("wf_trigger", false).discardResponse(), write("Contacts").discardResponse(),
				BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}", UriVariable.module("Tasks"))
					.discardResponse());
		assertThat(calls.stream().map(this.uris::of)).extracting(URI::toString)
			.containsExactly("https://gateway.example.com/zoho-bigin/bigin/v2/Contacts",
					"https://gateway.example.com/zoho-bigin/bigin/v2/Tasks",
					"https://gateway.example.com/zoho-bigin/bigin/v2/Tasks?wf_trigger=false",
					"https://gateway.example.com/zoho-bigin/bigin/v2/Contacts",
					"https://gateway.example.com/zoho-bigin/bigin/v2/Tasks");
	}

	private static BiginCallBuilder write(String module) {
		return BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/{module}", UriVariable.module(module))
			.body(new byte[] { '{', '}' });
	}

}
