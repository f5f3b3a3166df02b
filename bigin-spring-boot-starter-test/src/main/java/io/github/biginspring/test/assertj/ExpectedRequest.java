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

package io.github.biginspring.test.assertj;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.model.BiginModule;
import io.github.biginspring.simulator.request.ReceivedRequest;
import io.github.biginspring.simulator.request.RequestPattern;

/**
 * A request that a test expects: an operation on a module, and conditions on its content.
 *
 * @since 0.1.0
 * @see BiginSimulatorAssert#received(ExpectedRequest)
 */
public final class ExpectedRequest {

	private final String description;

	private final Predicate<ReceivedRequest> condition;

	private ExpectedRequest(String description, Predicate<ReceivedRequest> condition) {
		this.description = description;
		this.condition = condition;
	}

	/**
	 * Expect a request by method and path.
	 * @param pattern the pattern, such as {@code "POST /Contacts"}; see
	 * {@link RequestPattern}
	 * @return the request
	 * @throws IllegalArgumentException if the text is no pattern
	 */
	public static ExpectedRequest request(String pattern) {
		Assert.notNull(pattern, "'pattern' must not be null");
		return new ExpectedRequest(pattern, RequestPattern.of(pattern));
	}

	/**
	 * Expect records to be created.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the request
	 */
	public static ExpectedRequest create(String module) {
		return of("create in ", module, "POST /%s");
	}

	/**
	 * Expect records to be created.
	 * @param type a type with {@link BiginModule}
	 * @return the request
	 */
	public static ExpectedRequest create(Class<?> type) {
		return create(moduleOf(type));
	}

	/**
	 * Expect records to be updated, one or several by one request.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the request
	 */
	public static ExpectedRequest update(String module) {
		return of("update in ", module, "PUT /%s", "PUT /%s/*");
	}

	/**
	 * Expect records to be updated, one or several by one request.
	 * @param type a type with {@link BiginModule}
	 * @return the request
	 */
	public static ExpectedRequest update(Class<?> type) {
		return update(moduleOf(type));
	}

	/**
	 * Expect records to be updated or else created.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the request
	 */
	public static ExpectedRequest upsert(String module) {
		return of("upsert in ", module, "POST /%s/upsert");
	}

	/**
	 * Expect records to be updated or else created.
	 * @param type a type with {@link BiginModule}
	 * @return the request
	 */
	public static ExpectedRequest upsert(Class<?> type) {
		return upsert(moduleOf(type));
	}

	/**
	 * Expect records to be deleted, one or several by one request.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the request
	 */
	public static ExpectedRequest delete(String module) {
		return of("delete in ", module, "DELETE /%s", "DELETE /%s/*");
	}

	/**
	 * Expect records to be deleted, one or several by one request.
	 * @param type a type with {@link BiginModule}
	 * @return the request
	 */
	public static ExpectedRequest delete(Class<?> type) {
		return delete(moduleOf(type));
	}

	/**
	 * Expect a page of a list to be read.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the request
	 */
	public static ExpectedRequest list(String module) {
		return of("list of ", module, "GET /%s");
	}

	/**
	 * Expect a page of a list to be read.
	 * @param type a type with {@link BiginModule}
	 * @return the request
	 */
	public static ExpectedRequest list(Class<?> type) {
		return list(moduleOf(type));
	}

	/**
	 * Expect a page of a search to be read.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the request
	 */
	public static ExpectedRequest search(String module) {
		return of("search in ", module, "GET /%s/search");
	}

	/**
	 * Expect a page of a search to be read.
	 * @param type a type with {@link BiginModule}
	 * @return the request
	 */
	public static ExpectedRequest search(Class<?> type) {
		return search(moduleOf(type));
	}

	/**
	 * Expect a record to be read by its id.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the request
	 */
	public static ExpectedRequest find(String module, String id) {
		Assert.hasText(id, "'id' must not be empty");
		return of("read of " + id + " in ", module, "GET /%s/" + id);
	}

	/**
	 * Expect a record to be read by its id.
	 * @param type a type with {@link BiginModule}
	 * @param id the record id, digits as text
	 * @return the request
	 */
	public static ExpectedRequest find(Class<?> type, String id) {
		return find(moduleOf(type), id);
	}

	/**
	 * Expect a record with a value among those that the request sends.
	 * @param name the API name of the field, which is case-sensitive
	 * @param value the value: as JSON has it, or whose text JSON has, such as a date
	 * @return the request with that condition
	 */
	public ExpectedRequest withField(String name, @Nullable Object value) {
		Assert.hasText(name, "'name' must not be empty");
		return with(name + " = " + value, (request) -> RequestBody.records(request)
			.anyMatch((record) -> RequestBody.hasValue(record, name, value)));
	}

	/**
	 * Expect a record with an id among those that the request names, in its path, in the
	 * parameter {@code ids} or in its body.
	 * @param id the record id, digits as text
	 * @return the request with that condition
	 */
	public ExpectedRequest withId(String id) {
		Assert.hasText(id, "'id' must not be empty");
		return with("id = " + id,
				(request) -> request.segments().contains(id) || RequestBody.namesId(request.parameter("ids"), id)
						|| RequestBody.records(request).anyMatch((record) -> id.equals(record.path("id").asString())));
	}

	/**
	 * Expect so many records by one request.
	 * @param count the number
	 * @return the request with that condition
	 */
	public ExpectedRequest withRecords(int count) {
		return with(count + " records", (request) -> RequestBody.records(request).count() == count);
	}

	/**
	 * Expect a query parameter.
	 * @param name the name
	 * @param value the value, not encoded
	 * @return the request with that condition
	 */
	public ExpectedRequest withParameter(String name, String value) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(value, "'value' must not be null");
		return with("parameter " + name + " = " + value, (request) -> value.equals(request.parameter(name)));
	}

	/**
	 * Expect a connection to be named.
	 * @param connectionId the id that Maton gave to the connection, or {@code null} for
	 * none
	 * @return the request with that condition
	 */
	public ExpectedRequest onConnection(@Nullable String connectionId) {
		return with((connectionId != null) ? "connection " + connectionId : "no connection",
				(request) -> Objects.equals(request.header("Maton-Connection"), connectionId));
	}

	/**
	 * Expect something else of the request.
	 * @param description what is expected, for the message of a failed test
	 * @param condition whether a request is as expected
	 * @return the request with that condition
	 */
	public ExpectedRequest with(String description, Predicate<? super ReceivedRequest> condition) {
		Assert.hasText(description, "'description' must not be empty");
		Assert.notNull(condition, "'condition' must not be null");
		return new ExpectedRequest(this.description + " with " + description, this.condition.and(condition));
	}

	boolean matches(ReceivedRequest request) {
		return this.condition.test(request);
	}

	@Override
	public String toString() {
		return this.description;
	}

	private static ExpectedRequest of(String operation, String module, String... patterns) {
		Assert.hasText(module, "'module' must not be empty");
		Predicate<ReceivedRequest> condition = Arrays.stream(patterns)
			.map((pattern) -> (Predicate<ReceivedRequest>) RequestPattern.of(pattern.formatted(module)))
			.reduce(Predicate::or)
			.orElseThrow();
		return new ExpectedRequest(operation + module, condition);
	}

	private static String moduleOf(Class<?> type) {
		Assert.notNull(type, "'type' must not be null");
		return SimulatedRecords.MAPPER.forType(type).module();
	}

}
