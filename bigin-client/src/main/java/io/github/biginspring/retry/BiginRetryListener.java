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
package io.github.biginspring.retry;

import org.springframework.retry.RetryListener;

/**
 * A {@link RetryListener} for calls to Bigin. In a Spring Boot application every bean of
 * this type is notified of them, in order, and listeners of other retries are not. What
 * it throws is logged and changes nothing; it must not block.
 *
 * <pre class="code">
 * &#64;Component
 * class RetryLog implements BiginRetryListener {
 *
 *     &#64;Override
 *     public &lt;T, E extends Throwable&gt; void onError(RetryContext context, RetryCallback&lt;T, E&gt; callback, Throwable failure) {
 *         log.info("{} has failed", callback.getLabel(), failure);
 *     }
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public interface BiginRetryListener extends RetryListener {

}
