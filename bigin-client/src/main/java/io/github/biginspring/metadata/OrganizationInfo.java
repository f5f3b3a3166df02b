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

package io.github.biginspring.metadata;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The organisation whose data a connection leads to. What is named here is by analogy
 * with Zoho CRM.
 *
 * @param id the organisation's id, digits as text
 * @param companyName its name
 * @param primaryEmail the address of the one who owns it
 * @param country where it is
 * @param timeZone the time zone's name
 * @param currency the currency's name
 * @param isoCode the currency's code, such as {@code EUR}
 * @param zgid the organisation's id at Zoho, digits as text
 * @param licenseDetails what is paid for, by the service's names, such as
 * {@code users_license_purchased}
 * @param attributes what else the service says, by its names
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record OrganizationInfo(String id, @Nullable String companyName, @Nullable String primaryEmail,
		@Nullable String country, @Nullable String timeZone, @Nullable String currency, @Nullable String isoCode,
		@Nullable String zgid, Map<String, @Nullable Object> licenseDetails,
		@JsonAnySetter Map<String, @Nullable Object> attributes) {

	/**
	 * Create the description, with empty maps for what is missing.
	 * @param id the organisation's id, digits as text
	 * @param companyName its name
	 * @param primaryEmail the address of the one who owns it
	 * @param country where it is
	 * @param timeZone the time zone's name
	 * @param currency the currency's name
	 * @param isoCode the currency's code, such as {@code EUR}
	 * @param zgid the organisation's id at Zoho, digits as text
	 * @param licenseDetails what is paid for, by the service's names, such as
	 * {@code users_license_purchased}
	 * @param attributes what else the service says, by its names
	 */
	public OrganizationInfo {
		licenseDetails = ReadValues.map(licenseDetails);
		attributes = ReadValues.map(attributes);
	}

	@Override
	public String toString() {
		return "OrganizationInfo[id=" + this.id + "]";
	}

}
