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

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;

/**
 * The organisation whose data a connection leads to. What is named here is by analogy
 * with Zoho CRM.
 *
 * @since 0.1.0
 */
public final class OrganizationInfo extends ServiceInfo {

	private OrganizationInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of an organisation.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static OrganizationInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new OrganizationInfo(attributes);
	}

	/**
	 * Return the organisation's id, digits as text.
	 * @return the value, empty where the service gives none
	 */
	public String id() {
		return textOrEmpty("id");
	}

	/**
	 * Return its name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String companyName() {
		return text("company_name");
	}

	/**
	 * Return the address of the one who owns it.
	 * @return the value, or {@code null}
	 */
	public @Nullable String primaryEmail() {
		return text("primary_email");
	}

	/**
	 * Return where it is.
	 * @return the value, or {@code null}
	 */
	public @Nullable String country() {
		return text("country");
	}

	/**
	 * Return the time zone's name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String timeZone() {
		return text("time_zone");
	}

	/**
	 * Return the currency's name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String currency() {
		return text("currency");
	}

	/**
	 * Return the currency's code, such as {@code EUR}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String isoCode() {
		return text("iso_code");
	}

	/**
	 * Return the organisation's id at Zoho, digits as text.
	 * @return the value, or {@code null}
	 */
	public @Nullable String zgid() {
		return text("zgid");
	}

	/**
	 * Return what is paid for, by the service's names, such as {@code
	 * users_license_purchased}.
	 * @return the value, unmodifiable, empty where there is none
	 */
	public Map<String, @Nullable Object> licenseDetails() {
		return object("license_details");
	}

}
