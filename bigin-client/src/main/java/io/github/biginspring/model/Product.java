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
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A product: a record of {@code Products}.
 * <p>
 * To be created it needs a name, which is unique, whatever the case. The fields are those
 * recorded from the live API.
 *
 * @since 0.1.0
 */
@BiginModule("Products")
public class Product extends OwnedRecord {

	/**
	 * Create a product without fields.
	 */
	public Product() {
	}

	/**
	 * Return the name ({@code Product_Name}).
	 * @return the name, or {@code null}
	 */
	@BiginField("Product_Name")
	public @Nullable String getName() {
		return getText("Product_Name");
	}

	/**
	 * Set the name.
	 * @param name the name, or {@code null} to clear it
	 */
	public void setName(@Nullable String name) {
		set("Product_Name", name);
	}

	/**
	 * Return the product code.
	 * @return the product code, or {@code null}
	 */
	public @Nullable String getProductCode() {
		return getText("Product_Code");
	}

	/**
	 * Set the product code.
	 * @param productCode the product code, or {@code null} to clear it
	 */
	public void setProductCode(@Nullable String productCode) {
		set("Product_Code", productCode);
	}

	/**
	 * Return whether the product is active.
	 * @return whether the product is active, or {@code null}
	 */
	public @Nullable Boolean getProductActive() {
		return getBoolean("Product_Active");
	}

	/**
	 * Set whether the product is active.
	 * @param productActive whether the product is active, or {@code null} to clear it
	 */
	public void setProductActive(@Nullable Boolean productActive) {
		set("Product_Active", productActive);
	}

	/**
	 * Return the category, which is a picklist value.
	 * @return the category, or {@code null}
	 */
	public @Nullable String getProductCategory() {
		return getText("Product_Category");
	}

	/**
	 * Set the category, which is a picklist value.
	 * @param productCategory the category, or {@code null} to clear it
	 */
	public void setProductCategory(@Nullable String productCategory) {
		set("Product_Category", productCategory);
	}

	/**
	 * Return the unit price.
	 * @return the unit price, or {@code null}
	 */
	public @Nullable BigDecimal getUnitPrice() {
		return getNumber("Unit_Price");
	}

	/**
	 * Set the unit price.
	 * @param unitPrice the unit price, or {@code null} to clear it
	 */
	public void setUnitPrice(@Nullable BigDecimal unitPrice) {
		set("Unit_Price", unitPrice);
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
	 * Return the reference to the photo.
	 * @return the reference to the photo, or {@code null}
	 */
	public @Nullable String getRecordImage() {
		return getText("Record_Image");
	}

	/**
	 * Return when something last happened to the product.
	 * @return when something last happened to the product, or {@code null}
	 */
	public @Nullable OffsetDateTime getLastActivityTime() {
		return getDateTime("Last_Activity_Time");
	}

}
