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

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.BiginProperties;
import io.github.biginspring.validation.MappingValidator;

/**
 * Auto-configuration of a {@link MappingValidator}, and of the check after the start if
 * {@code bigin.validate-mapping} is set.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginAutoConfiguration.class)
@ConditionalOnBean(BiginTemplate.class)
public final class MappingValidationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MappingValidator biginMappingValidator(BeanFactory beanFactory) {
		return new TemplateMappingValidator(beanFactory);
	}

	@Bean
	@Conditional(MappingValidationCondition.class)
	MappingValidationRunner biginMappingValidationRunner(MappingValidator validator, BiginProperties properties,
			ApplicationContext context) {
		return new MappingValidationRunner(validator, new MappedTypes(context, properties.getValidateMappingTypes()),
				properties.getValidateMapping());
	}

}
