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

package io.github.biginspring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Annotation for a test class that focuses on the use of Bigin: a test slice with the
 * client, a simulator, and those components of the application that are included.
 * <pre class="code">
 * &#64;BiginTest(includeFilters = &#64;Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CustomerImport.class))
 * class CustomerImportTests {
 *
 *     &#64;Autowired
 *     BiginSimulator simulator;
 *
 *     &#64;Autowired
 *     CustomerImport customers;
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 * @see AutoConfigureBiginSimulator
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(BiginTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(BiginTypeExcludeFilter.class)
@AutoConfigureBiginSimulator
@ImportAutoConfiguration
public @interface BiginTest {

	/**
	 * Return properties that are added to the environment before the test runs.
	 * @return the properties, in the form {@code key=value}
	 */
	String[] properties() default {};

	/**
	 * Whether what Spring Boot's own filters include is included here as well.
	 * @return {@code true} by default, which includes no component of the application
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Return what else is included of the components that are found by scanning.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Return what is excluded of the components that are found by scanning.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Return auto-configurations that are excluded.
	 * @return their classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
