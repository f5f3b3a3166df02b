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

package io.github.biginspring.sample.pipeline;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the board is kept up to date.
 *
 * @param pollInterval how often it looks for changes while somebody looks at it, which
 * costs two calls each time
 * @param watermarkDelay how long after its second a change is read
 */
@ConfigurationProperties("sample.pipeline")
record PipelineProperties(@DefaultValue("30s") Duration pollInterval, @DefaultValue("5s") Duration watermarkDelay) {

}
