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
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A contact: a record of {@code Contacts}.
 * <p>
 * To be created it needs {@code Last_Name}. Its email is unique, whatever the case. The
 * fields are those recorded from the live API; that some of them are only read is by
 * analogy with Zoho CRM. An application that has custom fields adds accessors for them:
 *
 * <pre class="code">
 * public class Member extends Contact {
 *
 *     public &#64;Nullable String getLoyaltyTier() {
 *         return getText("Loyalty_Tier");
 *     }
 *
 *     public void setLoyaltyTier(&#64;Nullable String loyaltyTier) {
 *         set("Loyalty_Tier", loyaltyTier);
 *     }
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 */
@BiginModule("Contacts")
public class Contact extends OwnedRecord {

	/**
	 * Create a contact without fields.
	 */
	public Contact() {
	}

	/**
	 * Return the first name.
	 * @return the first name, or {@code null}
	 */
	public @Nullable String getFirstName() {
		return getText("First_Name");
	}

	/**
	 * Set the first name.
	 * @param firstName the first name, or {@code null} to clear it
	 */
	public void setFirstName(@Nullable String firstName) {
		set("First_Name", firstName);
	}

	/**
	 * Return the last name.
	 * @return the last name, or {@code null}
	 */
	public @Nullable String getLastName() {
		return getText("Last_Name");
	}

	/**
	 * Set the last name.
	 * @param lastName the last name, or {@code null} to clear it
	 */
	public void setLastName(@Nullable String lastName) {
		set("Last_Name", lastName);
	}

	/**
	 * Return the first and the last name, which the service puts together.
	 * @return the full name, or {@code null}
	 */
	public @Nullable String getFullName() {
		return getText("Full_Name");
	}

	/**
	 * Return the email address.
	 * @return the email address, or {@code null}
	 */
	public @Nullable String getEmail() {
		return getText("Email");
	}

	/**
	 * Set the email address.
	 * @param email the email address, or {@code null} to clear it
	 */
	public void setEmail(@Nullable String email) {
		set("Email", email);
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
	 * Return the mobile number.
	 * @return the mobile number, or {@code null}
	 */
	public @Nullable String getMobile() {
		return getText("Mobile");
	}

	/**
	 * Set the mobile number.
	 * @param mobile the mobile number, or {@code null} to clear it
	 */
	public void setMobile(@Nullable String mobile) {
		set("Mobile", mobile);
	}

	/**
	 * Return the phone number at home.
	 * @return the phone number at home, or {@code null}
	 */
	public @Nullable String getHomePhone() {
		return getText("Home_Phone");
	}

	/**
	 * Set the phone number at home.
	 * @param homePhone the phone number at home, or {@code null} to clear it
	 */
	public void setHomePhone(@Nullable String homePhone) {
		set("Home_Phone", homePhone);
	}

	/**
	 * Return the title.
	 * @return the title, or {@code null}
	 */
	public @Nullable String getTitle() {
		return getText("Title");
	}

	/**
	 * Set the title.
	 * @param title the title, or {@code null} to clear it
	 */
	public void setTitle(@Nullable String title) {
		set("Title", title);
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
	 * Return the company ({@code Account_Name}).
	 * @return the company, or {@code null}
	 */
	@BiginField("Account_Name")
	public @Nullable Lookup getCompany() {
		return getLookup("Account_Name");
	}

	/**
	 * Set the company. An id is enough.
	 * @param company the company, or {@code null} to clear it
	 */
	public void setCompany(@Nullable Lookup company) {
		set("Account_Name", company);
	}

	/**
	 * Return the street of the mailing address.
	 * @return the street of the mailing address, or {@code null}
	 */
	public @Nullable String getMailingStreet() {
		return getText("Mailing_Street");
	}

	/**
	 * Set the street of the mailing address.
	 * @param mailingStreet the street of the mailing address, or {@code null} to clear it
	 */
	public void setMailingStreet(@Nullable String mailingStreet) {
		set("Mailing_Street", mailingStreet);
	}

	/**
	 * Return the city of the mailing address.
	 * @return the city of the mailing address, or {@code null}
	 */
	public @Nullable String getMailingCity() {
		return getText("Mailing_City");
	}

	/**
	 * Set the city of the mailing address.
	 * @param mailingCity the city of the mailing address, or {@code null} to clear it
	 */
	public void setMailingCity(@Nullable String mailingCity) {
		set("Mailing_City", mailingCity);
	}

	/**
	 * Return the state of the mailing address.
	 * @return the state of the mailing address, or {@code null}
	 */
	public @Nullable String getMailingState() {
		return getText("Mailing_State");
	}

	/**
	 * Set the state of the mailing address.
	 * @param mailingState the state of the mailing address, or {@code null} to clear it
	 */
	public void setMailingState(@Nullable String mailingState) {
		set("Mailing_State", mailingState);
	}

	/**
	 * Return the postal code of the mailing address.
	 * @return the postal code of the mailing address, or {@code null}
	 */
	public @Nullable String getMailingZip() {
		return getText("Mailing_Zip");
	}

	/**
	 * Set the postal code of the mailing address.
	 * @param mailingZip the postal code of the mailing address, or {@code null} to clear
	 * it
	 */
	public void setMailingZip(@Nullable String mailingZip) {
		set("Mailing_Zip", mailingZip);
	}

	/**
	 * Return the country of the mailing address.
	 * @return the country of the mailing address, or {@code null}
	 */
	public @Nullable String getMailingCountry() {
		return getText("Mailing_Country");
	}

	/**
	 * Set the country of the mailing address.
	 * @param mailingCountry the country of the mailing address, or {@code null} to clear
	 * it
	 */
	public void setMailingCountry(@Nullable String mailingCountry) {
		set("Mailing_Country", mailingCountry);
	}

	/**
	 * Return whether the contact wants no email.
	 * @return whether the contact wants no email, or {@code null}
	 */
	public @Nullable Boolean getEmailOptOut() {
		return getBoolean("Email_Opt_Out");
	}

	/**
	 * Set whether the contact wants no email.
	 * @param emailOptOut whether the contact wants no email, or {@code null} to clear it
	 */
	public void setEmailOptOut(@Nullable Boolean emailOptOut) {
		set("Email_Opt_Out", emailOptOut);
	}

	/**
	 * Return how the contact unsubscribed from email.
	 * @return how the contact unsubscribed from email, or {@code null}
	 */
	public @Nullable String getUnsubscribedMode() {
		return getText("Unsubscribed_Mode");
	}

	/**
	 * Return when the contact unsubscribed from email.
	 * @return when the contact unsubscribed from email, or {@code null}
	 */
	public @Nullable OffsetDateTime getUnsubscribedTime() {
		return getDateTime("Unsubscribed_Time");
	}

	/**
	 * Return the reference to the photo.
	 * @return the reference to the photo, or {@code null}
	 */
	public @Nullable String getRecordImage() {
		return getText("Record_Image");
	}

	/**
	 * Return when something last happened to the contact.
	 * @return when something last happened to the contact, or {@code null}
	 */
	public @Nullable OffsetDateTime getLastActivityTime() {
		return getDateTime("Last_Activity_Time");
	}

	/**
	 * Return the details of the basis for data processing, as they stand on the wire.
	 * @return the details of the basis for data processing, as they stand on the wire, or
	 * {@code null}
	 */
	public @Nullable Map<?, ?> getDataProcessingBasisDetails() {
		return (get("Data_Processing_Basis_Details") instanceof Map<?, ?> value) ? value : null;
	}

	/**
	 * Set the details of the basis for data processing, as they stand on the wire.
	 * @param dataProcessingBasisDetails the details of the basis for data processing, as
	 * they stand on the wire, or {@code null} to clear it
	 */
	public void setDataProcessingBasisDetails(@Nullable Map<?, ?> dataProcessingBasisDetails) {
		set("Data_Processing_Basis_Details", dataProcessingBasisDetails);
	}

}
