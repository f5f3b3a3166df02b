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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A deal: a record of {@code Pipelines}. Bigin has no module {@code Deals}.
 * <p>
 * To be created it needs a name, which is unique, whatever the case, a sub-pipeline and a
 * stage (as other clients report). The field of the name is {@code Deal_Name} in the live
 * API and {@code Pipeline_Name} in older descriptions of it. Both are asked for, of which
 * the service leaves out the one that it does not have. Where it wants the older one for
 * a create: {@code deal.set("Pipeline_Name", name)}.
 * <p>
 * Sub-pipelines and stages are picklists that each organisation defines for itself.
 *
 * @since 0.1.0
 */
@BiginModule("Pipelines")
public class Deal extends OwnedRecord {

	/**
	 * Create a deal without fields.
	 */
	public Deal() {
	}

	/**
	 * Return the name: of {@code Deal_Name}, else of {@code Pipeline_Name}.
	 * @return the name, or {@code null}
	 */
	@BiginField("Deal_Name")
	public @Nullable String getName() {
		String name = getText("Deal_Name");
		return (name != null) ? name : getLegacyName();
	}

	/**
	 * Set the name: of {@code Pipeline_Name} in a record that was read with that field
	 * only, else of {@code Deal_Name}.
	 * @param name the name, or {@code null} to clear it
	 */
	public void setName(@Nullable String name) {
		set((getText("Deal_Name") == null && getLegacyName() != null) ? "Pipeline_Name" : "Deal_Name", name);
	}

	/**
	 * Return the name where its field is {@code Pipeline_Name}. It is there to have that
	 * field read; use {@link #getName()}.
	 * @return the name, or {@code null}
	 */
	@BiginField("Pipeline_Name")
	public @Nullable String getLegacyName() {
		return getText("Pipeline_Name");
	}

	/**
	 * Return the sub-pipeline, which is a picklist value.
	 * @return the sub-pipeline, or {@code null}
	 */
	public @Nullable String getSubPipeline() {
		return getText("Sub_Pipeline");
	}

	/**
	 * Set the sub-pipeline, which is a picklist value.
	 * @param subPipeline the sub-pipeline, or {@code null} to clear it
	 */
	public void setSubPipeline(@Nullable String subPipeline) {
		set("Sub_Pipeline", subPipeline);
	}

	/**
	 * Return the stage, which is a picklist value.
	 * @return the stage, or {@code null}
	 */
	public @Nullable String getStage() {
		return getText("Stage");
	}

	/**
	 * Set the stage, which is a picklist value.
	 * @param stage the stage, or {@code null} to clear it
	 */
	public void setStage(@Nullable String stage) {
		set("Stage", stage);
	}

	/**
	 * Return the team pipeline, which is the layout of the record.
	 * @return the team pipeline, or {@code null}
	 */
	public @Nullable Lookup getPipeline() {
		return getLookup("Pipeline");
	}

	/**
	 * Set the team pipeline, which is the layout of the record. An id is enough.
	 * @param pipeline the team pipeline, or {@code null} to clear it
	 */
	public void setPipeline(@Nullable Lookup pipeline) {
		set("Pipeline", pipeline);
	}

	/**
	 * Return the amount.
	 * @return the amount, or {@code null}
	 */
	public @Nullable BigDecimal getAmount() {
		return getNumber("Amount");
	}

	/**
	 * Set the amount.
	 * @param amount the amount, or {@code null} to clear it
	 */
	public void setAmount(@Nullable BigDecimal amount) {
		set("Amount", amount);
	}

	/**
	 * Return the expected closing date.
	 * @return the expected closing date, or {@code null}
	 */
	public @Nullable LocalDate getClosingDate() {
		return getDate("Closing_Date");
	}

	/**
	 * Set the expected closing date.
	 * @param closingDate the expected closing date, or {@code null} to clear it
	 */
	public void setClosingDate(@Nullable LocalDate closingDate) {
		set("Closing_Date", closingDate);
	}

	/**
	 * Return the contact ({@code Contact_Name}).
	 * @return the contact, or {@code null}
	 */
	@BiginField("Contact_Name")
	public @Nullable Lookup getContact() {
		return getLookup("Contact_Name");
	}

	/**
	 * Set the contact. An id is enough.
	 * @param contact the contact, or {@code null} to clear it
	 */
	public void setContact(@Nullable Lookup contact) {
		set("Contact_Name", contact);
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
	 * Return the further contacts, each of them a map with an {@code id}.
	 * @return the further contacts, each of them a map with an {@code id}, or
	 * {@code null}
	 */
	public @Nullable List<?> getSecondaryContacts() {
		return (get("Secondary_Contacts") instanceof List<?> value) ? value : null;
	}

	/**
	 * Set the further contacts, each of them a map with an {@code id}.
	 * @param secondaryContacts the further contacts, each of them a map with an
	 * {@code id}, or {@code null} to clear it
	 */
	public void setSecondaryContacts(@Nullable List<?> secondaryContacts) {
		set("Secondary_Contacts", secondaryContacts);
	}

	/**
	 * Return the products, each of them a map with an {@code id}.
	 * @return the products, each of them a map with an {@code id}, or {@code null}
	 */
	public @Nullable List<?> getAssociatedProducts() {
		return (get("Associated_Products") instanceof List<?> value) ? value : null;
	}

	/**
	 * Set the products, each of them a map with an {@code id}.
	 * @param associatedProducts the products, each of them a map with an {@code id}, or
	 * {@code null} to clear it
	 */
	public void setAssociatedProducts(@Nullable List<?> associatedProducts) {
		set("Associated_Products", associatedProducts);
	}

}
