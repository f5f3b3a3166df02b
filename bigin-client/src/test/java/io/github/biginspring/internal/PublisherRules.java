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

package io.github.biginspring.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.SkipException;
import org.testng.annotations.Test;

/**
 * The rules of Reactive Streams for a publisher, as tests of JUnit.
 *
 * @param <T> the type of an element
 */
public final class PublisherRules<T> extends PublisherVerification<T> {

	private static final long SIGNAL_TIMEOUT = 500;

	private static final long NO_SIGNAL_TIMEOUT = 50;

	private final LongFunction<Publisher<T>> publisher;

	private final long maxElements;

	private PublisherRules(LongFunction<Publisher<T>> publisher, long maxElements) {
		super(new TestEnvironment(SIGNAL_TIMEOUT, NO_SIGNAL_TIMEOUT), 300);
		this.publisher = publisher;
		this.maxElements = maxElements;
	}

	/**
	 * Return a test of each rule.
	 * @param publisher creates a publisher of so many elements
	 * @param maxElements how many elements it can have at most
	 * @param <T> the type of an element
	 * @return the tests
	 */
	public static <T> Stream<DynamicTest> of(LongFunction<Publisher<T>> publisher, long maxElements) {
		return Arrays.stream(PublisherVerification.class.getMethods())
			.filter((method) -> method.isAnnotationPresent(Test.class) && !method.getName().startsWith("untested_"))
			.sorted(Comparator.comparing(Method::getName))
			.map((method) -> DynamicTest.dynamicTest(method.getName(),
					() -> verify(new PublisherRules<>(publisher, maxElements), method)));
	}

	private static void verify(PublisherRules<?> rules, Method method) throws Throwable {
		rules.setUp();
		try {
			method.invoke(rules);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof SkipException skipped) {
				Assumptions.abort(skipped.getMessage());
			}
			throw ex.getCause();
		}
	}

	@Override
	public Publisher<T> createPublisher(long elements) {
		return this.publisher.apply(elements);
	}

	@Override
	public Publisher<T> createFailedPublisher() {
		// a publisher that is asked for nothing calls nothing, and so does not fail
		return null;
	}

	@Override
	public long maxElementsFromPublisher() {
		return this.maxElements;
	}

}
