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
 * What the board shows of a deal.
 *
 * @param id the record id
 * @param name the name of the deal
 * @param pipeline the id of its team pipeline
 * @param subPipeline its sub-pipeline
 * @param stage its stage
 * @param amount the amount
 * @param closingDate when it is expected to be closed
 * @param company the name of the company
 * @param contact the name of the contact
 */
record DealCard(@Nullable String id, @Nullable String name, @Nullable String pipeline, @Nullable String subPipeline,
		@Nullable String stage, @Nullable BigDecimal amount, @Nullable LocalDate closingDate, @Nullable String company,
		@Nullable String contact) {

	static DealCard of(Deal deal) {
		Lookup pipeline = deal.getPipeline();
		return new DealCard(deal.getId(), deal.getName(), (pipeline != null) ? pipeline.id() : null,
				deal.getSubPipeline(), deal.getStage(), deal.getAmount(), deal.getClosingDate(),
				name(deal.getCompany()), name(deal.getContact()));
	}

	private static @Nullable String name(@Nullable Lookup lookup) {
		return (lookup != null) ? lookup.name() : null;
	}

}
