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

package io.github.biginspring.query.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.NonUniqueResultException;
import io.github.biginspring.query.TerminatingQuery;
import io.github.biginspring.related.internal.RelationTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The verbs that end a query mean the same everywhere.
 */
class TerminatingQueryTests {

	private final Service service = new Service();

	private final QueryTemplate bigin = new QueryTemplate(this.service, OperationObserver.NONE, RecordMapper.create(),
			200, InstantSource.system());

	private Stream<TerminatingQuery<?>> queries() {
		return Stream.of(this.bigin.query("Contacts").fields("Email"),
				this.bigin.query("Contacts").matchingWord("Watson"),
				this.bigin.query("Contacts").matching(Criteria.where("Email").is("a@example.com")),
				this.bigin.coql(Coql.of("select Email from Contacts where Email = 'a@example.com'")),
				this.bigin.deleted("Contacts"),
				new RelationTemplate(this.service, OperationObserver.NONE, RecordMapper.create(), 200)
					.related("Contacts", "5")
					.list("Products", "Product_Name"));
	}

	@ParameterizedTest
	@CsvSource({ "0, false", "1, true", "2, true" })
	void countsAndTellsWhetherThereIsOne(int size, boolean exists) {
		this.service.size = size;
		queries().forEach((query) -> {
			StepVerifier.create(query.count()).expectNext((long) size).verifyComplete();
			this.service.calls().clear();
			StepVerifier.create(query.exists()).expectNext(exists).verifyComplete();
			assertThat(this.service.calls()).hasSize(1);
		});
	}

	@Test
	void givesTheOnlyRecordForOneCall() {
		for (int size : List.of(0, 1)) {
			this.service.size = size;
			queries().forEach((query) -> {
				this.service.calls().clear();
				StepVerifier.create(query.one()).expectNextCount(this.service.size).verifyComplete();
				assertThat(this.service.calls()).hasSize(1);
			});
		}
	}

	@Test
	void isAnErrorWhereThereAreMore() {
		this.service.size = 2;
		queries().forEach((query) -> StepVerifier.create(query.one()).verifyError(NonUniqueResultException.class));
	}

	@Test
	void findsAllByIdInTheirOrderAndEachOnce() {
		this.service.size = 7;
		StepVerifier
			.create(this.bigin.findAllById("Contacts", List.of("6", "99", "1", "6", "3"), "Email")
				.map(BiginRecord::getId))
			.expectNext("6", "1", "3")
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(4);
		StepVerifier.create(this.bigin.findAllById("Contacts", List.of(), "Email")).verifyComplete();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.findAllById("Contacts", List.of("1", "no id"), "Email"));
	}

	private static final class Service extends PagedService {

		private int size;

		@Override
		String response(BiginCall<?> call) {
			if (call.pathTemplate().equals("/bigin/v2/{module}/{id}")) {
				int id = Integer.parseInt(call.pathVariables().get(1).value());
				return page((id <= this.size) ? List.of(record(id)) : List.of(), false, null);
			}
			int wanted = call.pathTemplate().endsWith("/coql")
					? Integer.parseInt(statement(call).replaceAll(".* limit (\\d+) .*", "$1"))
					: number(call, "per_page");
			return page(
					Stream.iterate(1, (id) -> id + 1).limit(Math.min(wanted, this.size)).map(Service::record).toList(),
					wanted < this.size, null);
		}

		private static String record(int id) {
			return "{\"id\":\"" + id + "\",\"Email\":\"a@example.com\"}";
		}

	}

}
