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

package io.github.biginspring.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.progress.Progress;
import io.github.biginspring.progress.ProgressOptions;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class ProgressContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final List<Progress> emitted = new CopyOnWriteArrayList<>();

	private final BiginOperations bigin = fixture.bigin()
		.withProgress(this.emitted::add, ProgressOptions.defaults().every(Duration.ZERO).outOf(450));

	@Test
	void tellsOfEachPageOfAStream() {
		for (int i = 0; i < 450; i++) {
			fixture.records("Contacts").add(Map.of("Last_Name", "Watson " + i));
		}
		assertThat(await(this.bigin.query("Contacts").fields("Last_Name").all())).hasSize(450);
		assertThat(this.emitted).extracting(Progress::read).contains(200L, 398L).isSorted().last().isEqualTo(450L);
		assertThat(this.emitted).last().satisfies((progress) -> {
			assertThat(progress.running()).isFalse();
			assertThat(progress.remaining()).isZero();
			assertThat(progress.perSecond()).isPositive();
		});
	}

	@Test
	void tellsOfWhatIsWrittenAndRefused() {
		await(this.bigin.createAll("Contacts",
				List.of(new BiginRecord().set("Last_Name", "Watson"), new BiginRecord().set("Mobile", "555-0100"))));
		await(this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Holmes")));
		assertThat(this.emitted).last().satisfies((progress) -> {
			assertThat(progress.written()).isEqualTo(2);
			assertThat(progress.rejected()).isEqualTo(1);
		});
	}

}
