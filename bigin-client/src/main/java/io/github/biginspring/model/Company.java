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

package io.github.biginspring.model;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A company: a record of {@code Accounts}.
 * <p>
 * To be created it needs a name, which is unique, whatever the case. Deleting a company
 * deletes its contacts too (as other clients report). The fields are those recorded from
 * the live API.
 *
 * @since 0.1.0
 */
@BiginModule("Accounts")
public class Company extends OwnedRecord {

	/**
	 * Create a company without fields.
	 */
	public Company() {
	}

	/**
	 * Return the name ({@code Account_Name}).
	 * @return the name, or {@code null}
	 */
	@BiginField("Account_Name")
	public @Nullable String getName() {
		return getText("Account_Name");
	}

	/**
	 * Set the name.
	 * @param name the name, or {@code null} to clear it
	 */
	public void setName(@Nullable String name) {
		set("Account_Name", name);
	}

	/**
	 * Return the phone number.
	 * @return the phone number, or {@code null}
	 */
	public @Nullable String getPhone() {
		return getText("Phone");
	}

	/**
	 * Set the phone number.
	 * @param phone the phone number, or {@code null} to clear it
	 */
	public void setPhone(@Nullable String phone) {
		set("Phone", phone);
	}

	/**
	 * Return the website.
	 * @return the website, or {@code null}
	 */
	public @Nullable String getWebsite() {
		return getText("Website");
	}

	/**
	 * Set the website.
	 * @param website the website, or {@code null} to clear it
	 */
	public void setWebsite(@Nullable String website) {
		set("Website", website);
	}

	/**
	 * Return the description.
	 * @return the description, or {@code null}
	 */
	public @Nullable String getDescription() {
		return getText("Description");
	}

	/**
	 * Set the description.
	 * @param description the description, or {@code null} to clear it
	 */
	public void setDescription(@Nullable String description) {
		set("Description", description);
	}

	/**
	 * Return the street of the billing address.
	 * @return the street of the billing address, or {@code null}
	 */
	public @Nullable String getBillingStreet() {
		return getText("Billing_Street");
	}

	/**
	 * Set the street of the billing address.
	 * @param billingStreet the street of the billing address, or {@code null} to clear it
	 */
	public void setBillingStreet(@Nullable String billingStreet) {
		set("Billing_Street", billingStreet);
	}

	/**
	 * Return the city of the billing address.
	 * @return the city of the billing address, or {@code null}
	 */
	public @Nullable String getBillingCity() {
		return getText("Billing_City");
	}

	/**
	 * Set the city of the billing address.
	 * @param billingCity the city of the billing address, or {@code null} to clear it
	 */
	public void setBillingCity(@Nullable String billingCity) {
		set("Billing_City", billingCity);
	}

	/**
	 * Return the state of the billing address.
	 * @return the state of the billing address, or {@code null}
	 */
	public @Nullable String getBillingState() {
		return getText("Billing_State");
	}

	/**
	 * Set the state of the billing address.
	 * @param billingState the state of the billing address, or {@code null} to clear it
	 */
	public void setBillingState(@Nullable String billingState) {
		set("Billing_State", billingState);
	}

	/**
	 * Return the postal code of the billing address.
	 * @return the postal code of the billing address, or {@code null}
	 */
	public @Nullable String getBillingCode() {
		return getText("Billing_Code");
	}

	/**
	 * Set the postal code of the billing address.
	 * @param billingCode the postal code of the billing address, or {@code null} to clear
	 * it
	 */
	public void setBillingCode(@Nullable String billingCode) {
		set("Billing_Code", billingCode);
	}

	/**
	 * Return the country of the billing address.
	 * @return the country of the billing address, or {@code null}
	 */
	public @Nullable String getBillingCountry() {
		return getText("Billing_Country");
	}

	/**
	 * Set the country of the billing address.
	 * @param billingCountry the country of the billing address, or {@code null} to clear
	 * it
	 */
	public void setBillingCountry(@Nullable String billingCountry) {
		set("Billing_Country", billingCountry);
	}

	/**
	 * Return the reference to the photo.
	 * @return the reference to the photo, or {@code null}
	 */
	public @Nullable String getRecordImage() {
		return getText("Record_Image");
	}

	/**
	 * Return when something last happened to the company.
	 * @return when something last happened to the company, or {@code null}
	 */
	public @Nullable OffsetDateTime getLastActivityTime() {
		return getDateTime("Last_Activity_Time");
	}

}
