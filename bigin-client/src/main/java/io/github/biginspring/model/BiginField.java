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

package io.github.biginspring.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a property to a field whose name the {@link FieldNaming} would not find, or marks
 * it as never written. On a record's component, a bean's field, getter or setter.
 *
 * @since 0.1.0
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface BiginField {

	/**
	 * The API name of the field, such as {@code All_day}. Where it is empty, the naming
	 * strategy gives it.
	 * @return the API name
	 */
	String value() default "";

	/**
	 * Whether the field is only read: left out of what is created and updated, also where
	 * it has a value. A Java record or bean does not know what was read and what was set,
	 * so whatever else it holds is sent, a {@code Created_Time} too.
	 * @return {@code true} if it is never written
	 */
	boolean readOnly() default false;

}
