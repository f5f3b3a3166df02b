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

package io.github.biginspring;

/**
 * Customizes the application's {@link BiginTemplate} while it is built. Beans of this
 * type are called in their order, after the properties and other beans have been applied.
 *
 * <pre class="code">
 * &#64;Bean
 * BiginTemplateCustomizer lessWaiting() {
 *     return (builder) -&gt; builder.callTimeout(Duration.ofSeconds(20));
 * }
 * </pre>
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BiginTemplateCustomizer {

	/**
	 * Change the builder.
	 * @param builder the builder
	 */
	void customize(BiginTemplateBuilder builder);

}
