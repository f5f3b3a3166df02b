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

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Lookup;

/**
 * A deal that is to be created. What is missing, Bigin refuses.
 *
 * @param name the name of the deal
 * @param subPipeline its sub-pipeline
 * @param stage its stage
 * @param amount the amount
 * @param closingDate when it is expected to be closed
 */
record NewDeal(@Nullable String name, @Nullable String subPipeline, @Nullable String stage, @Nullable BigDecimal amount,
		@Nullable LocalDate closingDate) {

	Deal in(String pipeline) {
		Deal deal = new Deal();
		deal.setName(this.name);
		deal.setPipeline(Lookup.of(pipeline));
		deal.setSubPipeline(this.subPipeline);
		deal.setStage(this.stage);
		deal.setAmount(this.amount);
		deal.setClosingDate(this.closingDate);
		return deal;
	}

}
