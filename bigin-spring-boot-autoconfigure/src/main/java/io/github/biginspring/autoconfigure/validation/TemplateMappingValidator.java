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

import java.util.Collection;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactory;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.DefaultOperations;
import io.github.biginspring.validation.MappingReport;
import io.github.biginspring.validation.MappingValidator;

/**
 * Has types checked by the template, which is looked for when they are: a mock may stand
 * in for it. No lambda, of which a test could make no spy.
 */
class TemplateMappingValidator implements MappingValidator {

	private static final Log logger = LogFactory.getLog(TemplateMappingValidator.class);

	private final BeanFactory beanFactory;

	TemplateMappingValidator(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Mono<MappingReport> validate(Collection<? extends Class<?>> types) {
		return Mono.defer(() -> validate(types, DefaultOperations.of(this.beanFactory)));
	}

	private static Mono<MappingReport> validate(Collection<? extends Class<?>> types, BiginOperations operations) {
		BiginTemplate template = DefaultOperations.template(operations);
		MappingValidator validator = (template != null) ? template.mappingValidator() : null;
		if (validator == null) {
			logger.warn("Mapped types are not checked, which a BiginTemplate does, and the bean is "
					+ operations.getClass().getName());
			return Mono.just(new MappingReport(List.of()));
		}
		return validator.validate(types);
	}

}
