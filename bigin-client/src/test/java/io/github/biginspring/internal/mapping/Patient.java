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

package io.github.biginspring.internal.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.UserLookup;

/**
 * A Java record with a component of every kind, as an application has it.
 */
@BiginModule("Contacts")
record Patient(@Nullable String id, @Nullable String lastName, @BiginField("Account_Name") @Nullable Lookup clinic,
		@Nullable UserLookup owner, @BiginField("Tag") @Nullable List<Tag> tags, boolean emailOptOut, int visits,
		@Nullable BigDecimal balance, @BiginField("Date_of_Birth") @Nullable LocalDate born,
		@BiginField(value = "Risk_Score", readOnly = true) @Nullable Integer riskScore,
		@BiginField(readOnly = true) @Nullable String insuranceState, @Nullable OffsetDateTime admittedAt,
		@Nullable OffsetDateTime createdTime) {

	Patient {
		tags = (tags != null) ? List.copyOf(tags) : List.of();
	}

	static Patient named(String lastName) {
		return new Patient(null, lastName, null, null, null, false, 0, null, null, null, null, null, null);
	}

}
