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

package io.github.biginspring.write.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.write.WriteResults;

/**
 * One way to write the records of one module: what is sent of a record, and the call that
 * sends several.
 *
 * @param results reads the responses
 * @param name the name of the operation
 * @param module the API name of the module
 * @param effect tells what a call does by what it sends
 * @param method the HTTP method of a call
 * @param path the path of a call
 * @param content gives what is sent of a record; an {@link IllegalArgumentException} says
 * why it cannot be sent
 * @param id gives the id in what is sent, or {@code null} for a new record
 * @param request completes a call by what is sent
 * @param <T> the type of what is given
 * @param <C> the type of what is sent
 */
record WriteVerb<T, C>(ObjectReader results, String name, String module, Function<List<C>, CallEffect> effect,
		HttpMethod method, String path, Function<T, C> content, Function<C, @Nullable String> id,
		BiFunction<BiginCallBuilder, List<C>, BiginCallBuilder> request) {

	Entry<T, C> entry(T input) {
		return new Entry<>(input, this.content.apply(input));
	}

	/**
	 * Return the call for several records.
	 * @param entries the records, no more than a call takes
	 * @return the call
	 */
	BiginCall<WriteResults<T>> call(List<Entry<T, C>> entries) {
		List<C> contents = entries.stream().map(Entry::content).toList();
		BiginCallBuilder call = BiginCall.gateway(this.effect.apply(contents), this.method, this.path,
				UriVariable.module(this.module));
		return this.request.apply(call, contents)
			.perRecordStatus()
			.read(new WriteResponseReader<>(this.results, this.method, this.path,
					entries.stream().map(Entry::input).toList(), ids(entries)));
	}

	private List<@Nullable String> ids(List<Entry<T, C>> entries) {
		List<@Nullable String> ids = new ArrayList<>(entries.size());
		entries.forEach((entry) -> ids.add(this.id.apply(entry.content())));
		return ids;
	}

	/**
	 * A record on its way.
	 *
	 * @param input what was given
	 * @param content what is sent of it
	 * @param <T> the type of what was given
	 * @param <C> the type of what is sent
	 */
	record Entry<T, C>(T input, C content) {

	}

}
