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

package io.github.biginspring.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * The constructor by which Jackson makes a Java record, called by a handle that is
 * prepared once. Jackson's own call prepares one each time.
 */
final class JavaRecordConstructor {

	private final Class<?> type;

	private final MethodHandle handle;

	private final int size;

	private JavaRecordConstructor(Class<?> type, MethodHandle handle, int size) {
		this.type = type;
		this.handle = handle;
		this.size = size;
	}

	/**
	 * Find the constructor.
	 * @param instantiator what makes the record
	 * @return the constructor, or {@code null} where the record is made otherwise
	 */
	static @Nullable JavaRecordConstructor of(ValueInstantiator instantiator) {
		if (instantiator.getClass() != StdValueInstantiator.class
				|| !(instantiator.getWithArgsCreator() instanceof AnnotatedConstructor annotated)) {
			return null;
		}
		Constructor<?> constructor = annotated.getAnnotated();
		int size = constructor.getParameterCount();
		try {
			// Jackson has made it accessible
			MethodHandle handle = MethodHandles.lookup()
				.unreflectConstructor(constructor)
				.asFixedArity()
				.asSpreader(Object[].class, size)
				.asType(MethodType.methodType(Object.class, Object[].class));
			return new JavaRecordConstructor(constructor.getDeclaringClass(), handle, size);
		}
		catch (IllegalAccessException ex) {
			return null;
		}
	}

	int size() {
		return this.size;
	}

	/**
	 * Make a record.
	 * @param context takes a failure, as it does where Jackson makes the record
	 * @param arguments the arguments
	 * @return the record
	 */
	@Nullable Object call(DeserializationContext context, @Nullable Object[] arguments) {
		try {
			return (Object) this.handle.invokeExact(arguments);
		}
		catch (Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			return context.handleInstantiationProblem(this.type, arguments,
					(ex instanceof DatabindException) ? ex : context.instantiationException(this.type, ex));
		}
	}

}
