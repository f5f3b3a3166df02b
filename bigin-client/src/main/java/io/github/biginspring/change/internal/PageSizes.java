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

package io.github.biginspring.change.internal;

import io.github.biginspring.query.PageSpec;

/**
 * How the service cuts its lists into pages.
 *
 * @param page how many elements a page holds at most
 * @param reach how many elements can be reached by page number
 */
public record PageSizes(int page, int reach) {

	public static final PageSizes BIGIN = new PageSizes(PageSpec.MAX_PER_PAGE, 2000);

}
