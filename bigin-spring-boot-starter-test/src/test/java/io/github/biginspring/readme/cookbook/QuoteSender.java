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
import java.nio.file.Path;
import java.time.LocalDate;

import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.Deal;
import io.github.biginspring.write.WriteResult.Written;

@Service
class QuoteSender {

	private final BiginOperations bigin;

	QuoteSender(BiginOperations bigin) {
		this.bigin = bigin;
	}

	Mono<String> open(String name, BigDecimal amount, Path pdf) {
		Deal deal = new Deal();
		deal.setName(name);
		deal.setSubPipeline("Sales Pipeline Standard");
		deal.setStage("Proposal/Price Quote");
		deal.setAmount(amount);
		deal.setClosingDate(LocalDate.now().plusWeeks(4));
		return this.bigin.create(deal)
			.map(Written::id)
			.flatMap((id) -> this.bigin.attachments(Deal.class, id).add(new FileSystemResource(pdf)).thenReturn(id));
	}

}
