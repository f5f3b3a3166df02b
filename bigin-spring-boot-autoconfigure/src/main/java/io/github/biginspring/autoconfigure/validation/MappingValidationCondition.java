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

package io.github.biginspring.autoconfigure.validation;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

import io.github.biginspring.autoconfigure.MappingValidation;

/**
 * Matches where {@code bigin.validate-mapping} asks for a check, however it is spelled.
 */
class MappingValidationCondition extends SpringBootCondition {

	private static final String PROPERTY = "bigin.validate-mapping";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		MappingValidation mode = Binder.get(context.getEnvironment())
			.bind(PROPERTY, MappingValidation.class)
			.orElse(MappingValidation.NONE);
		return new ConditionOutcome(mode != MappingValidation.NONE,
				ConditionMessage.forCondition("Mapping Validation").because("'" + PROPERTY + "' is " + mode));
	}

}
