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

package io.github.biginspring.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.BoundedValues;
import io.github.biginspring.observation.BiginObservationDocumentation.LowCardinalityKeyNames;

/**
 * The default {@link BiginObservationConvention}: {@code bigin.operation}, with
 * operation, connection, module, outcome and Bigin's error code. Only the first hundred
 * modules and known error codes are distinguished; all others are {@code other}.
 *
 * @since 0.1.0
 */
public class DefaultBiginObservationConvention implements BiginObservationConvention {

	private static final KeyValue NO_MODULE = LowCardinalityKeyNames.MODULE.withValue(KeyValue.NONE_VALUE);

	private static final KeyValue NO_CODE = LowCardinalityKeyNames.ERROR_CODE.withValue(KeyValue.NONE_VALUE);

	private final BoundedValues modules = new BoundedValues(100);

	@Override
	public String getName() {
		return "bigin.operation";
	}

	@Override
	public String getContextualName(BiginObservationContext context) {
		Assert.notNull(context, "'context' must not be null");
		Operation operation = context.getOperation();
		return "bigin " + operation.name()
				+ ((operation.module() != null) ? " " + this.modules.name(operation.module()) : "");
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(BiginObservationContext context) {
		Assert.notNull(context, "'context' must not be null");
		Operation operation = context.getOperation();
		return KeyValues.of(LowCardinalityKeyNames.OPERATION.withValue(operation.name()),
				LowCardinalityKeyNames.CONNECTION.withValue(context.getConnection()), module(operation),
				outcome(context), code(context));
	}

	private KeyValue module(Operation operation) {
		return (operation.module() != null)
				? LowCardinalityKeyNames.MODULE.withValue(this.modules.name(operation.module())) : NO_MODULE;
	}

	private static KeyValue outcome(BiginObservationContext context) {
		return LowCardinalityKeyNames.OUTCOME.withValue(outcomeOf(context));
	}

	private static String outcomeOf(BiginObservationContext context) {
		if (!context.isEnded()) {
			return KeyValue.NONE_VALUE;
		}
		if (context.getError() != null) {
			return "error";
		}
		return context.isCancelled() ? "cancelled" : "success";
	}

	private static KeyValue code(BiginObservationContext context) {
		return (context.getError() instanceof BiginException failure && failure.getCode() != null)
				? LowCardinalityKeyNames.ERROR_CODE.withValue(ErrorCodes.name(failure.getCode())) : NO_CODE;
	}

}
