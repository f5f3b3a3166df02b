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

package io.github.biginspring.readme.cookbook;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.Deal;

@RestController
class DealsByStage {

	private final BiginOperations bigin;

	DealsByStage(BiginOperations bigin) {
		this.bigin = bigin;
	}

	@GetMapping("/deals/by-stage")
	Mono<Map<String, BigDecimal>> sums() {
		return this.bigin.query(Deal.class)
			.fields("Stage", "Amount")
			.all()
			.filter((deal) -> deal.getStage() != null && deal.getAmount() != null)
			.collect(TreeMap::new, (sums, deal) -> sums.merge(deal.getStage(), deal.getAmount(), BigDecimal::add));
	}

}
