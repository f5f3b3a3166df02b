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

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

import io.github.biginspring.simulator.BiginSimulator;

/**
 * Annotation for a test class whose application uses a {@link BiginSimulator} in the same
 * process instead of Maton and Bigin. No property is needed: the API key and the URLs of
 * the application are not used. <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureBiginSimulator
 * class CustomerImportTests {
 *
 *     &#64;Autowired
 *     BiginSimulator simulator;
 *
 *     &#64;Test
 *     void tooManyRequestsDelayTheImport(&#64;Autowired CustomerImport customers) {
 *         this.simulator.faults().next(2, Fault.rateLimited());
 *         ...
 *     }
 *
 * }
 * </pre>
 * <p>
 * It adds the client as well, even in a test of a slice such as {@code @WebFluxTest}.
 * {@link BiginTest} is the slice of the client alone.
 * <p>
 * The simulator holds sample data. A bean of type {@code BiginSimulator} of one's own,
 * say in a {@code @TestConfiguration}, takes its place: <pre class="code">
 * &#64;Bean
 * BiginSimulator biginSimulator() {
 *     return BiginSimulator.builder().empty().start();
 * }
 * </pre>
 * <p>
 * It lives as long as the application context, and is {@linkplain BiginSimulator#reset()
 * reset} before each test method, before what is annotated with {@code @BeforeEach}. What
 * the application wrote to it when it started is forgotten by then. Tests that share a
 * context share the simulator: they cannot run at the same time.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureBiginSimulator {

}
