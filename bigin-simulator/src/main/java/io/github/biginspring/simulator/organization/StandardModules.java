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

package io.github.biginspring.simulator.organization;

import java.util.List;
import java.util.stream.Stream;

import static io.github.biginspring.simulator.organization.FieldDefinition.lookup;
import static io.github.biginspring.simulator.organization.FieldDefinition.lookups;
import static io.github.biginspring.simulator.organization.FieldDefinition.of;
import static io.github.biginspring.simulator.organization.FieldDefinition.pickList;
import static io.github.biginspring.simulator.organization.FieldDefinition.text;

/**
 * The eight modules of every organisation.
 */
final class StandardModules {

	private StandardModules() {
	}

	static List<ModuleDefinition> all() {
		return List.of(contacts(), accounts(), products(), pipelines(), tasks(), events(), calls(), notes());
	}

	static FieldDefinition[] commonFields() {
		return new FieldDefinition[] { of("Tag", DataType.TAGS).notSearchable(), of("Owner", DataType.USER),
				of("Created_By", DataType.USER).readOnly(), of("Modified_By", DataType.USER).readOnly(),
				of("Created_Time", DataType.DATETIME).readOnly(), of("Modified_Time", DataType.DATETIME).readOnly(),
				of("id", DataType.BIGINT).readOnly() };
	}

	private static ModuleDefinition contacts() {
		return ModuleDefinition.standard("Contacts", "Contact", "Contacts", "Full_Name")
			.with(text("First_Name").maximumLength(40), text("Last_Name").maximumLength(80).required(),
					text("Full_Name").readOnly(), of("Email", DataType.EMAIL).unique(), of("Phone", DataType.PHONE),
					of("Mobile", DataType.PHONE), of("Home_Phone", DataType.PHONE), text("Title").maximumLength(100),
					of("Description", DataType.TEXTAREA), lookup("Account_Name", "Accounts"),
					of("Data_Processing_Basis_Details", DataType.OBJECT).notSearchable())
			.with(address("Mailing", "Zip"))
			.with(of("Email_Opt_Out", DataType.BOOLEAN), pickList("Unsubscribed_Mode").readOnly(),
					of("Unsubscribed_Time", DataType.DATETIME).readOnly())
			.with(activityAndImage())
			.with(commonFields());
	}

	private static ModuleDefinition accounts() {
		return ModuleDefinition.standard("Accounts", "Company", "Companies", "Account_Name")
			.with(text("Account_Name").maximumLength(200).required().unique(), of("Phone", DataType.PHONE),
					of("Website", DataType.WEBSITE), of("Description", DataType.TEXTAREA))
			.with(address("Billing", "Code"))
			.with(activityAndImage())
			.with(commonFields());
	}

	private static ModuleDefinition products() {
		return ModuleDefinition.standard("Products", "Product", "Products", "Product_Name")
			.with(text("Product_Name").maximumLength(200).required().unique(), text("Product_Code").maximumLength(50),
					of("Product_Active", DataType.BOOLEAN),
					pickList("Product_Category", "Hardware", "Software", "Services"),
					of("Unit_Price", DataType.CURRENCY), of("Description", DataType.TEXTAREA))
			.with(activityAndImage())
			.with(commonFields());
	}

	private static ModuleDefinition pipelines() {
		return ModuleDefinition.standard("Pipelines", "Deal", "Deals", "Deal_Name")
			.with(text("Deal_Name").maximumLength(120).required().unique(),
					pickList("Sub_Pipeline", "Sales Pipeline Standard", "Renewals").required().notSearchable(),
					pickList("Stage", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review",
							"Closed Won", "Closed Lost")
						.required(),
					of("Pipeline", DataType.PIPELINE), of("Amount", DataType.CURRENCY),
					of("Closing_Date", DataType.DATE), of("Description", DataType.TEXTAREA),
					lookup("Contact_Name", "Contacts"), lookup("Account_Name", "Accounts"),
					lookups("Secondary_Contacts", "Contacts"), lookups("Associated_Products", "Products"))
			.with(commonFields());
	}

	private static ModuleDefinition tasks() {
		return ModuleDefinition.standard("Tasks", "Task", "Tasks", "Subject")
			.with(text("Subject").required(), of("Due_Date", DataType.DATE),
					pickList("Status", "Not Started", "In Progress", "Completed", "Deferred",
							"Waiting on someone else"),
					pickList("Priority", "Highest", "High", "Normal", "Low", "Lowest"),
					of("Description", DataType.TEXTAREA), lookup("Related_To", null),
					of("Remind_At", DataType.ALARM).notSearchable(),
					of("Recurring_Activity", DataType.RECURRENCE).notSearchable())
			.with(commonFields());
	}

	private static ModuleDefinition events() {
		return ModuleDefinition.standard("Events", "Event", "Events", "Event_Title")
			.with(text("Event_Title").required(), of("Start_DateTime", DataType.DATETIME).required(),
					of("End_DateTime", DataType.DATETIME).required(), of("All_day", DataType.BOOLEAN),
					text("Venue").maximumLength(255), of("Participants", DataType.PARTICIPANTS).notSearchable(),
					of("Description", DataType.TEXTAREA), lookup("Related_To", null),
					of("Remind_At", DataType.REMINDERS).notSearchable(),
					of("Recurring_Activity", DataType.RECURRENCE).notSearchable())
			.with(commonFields());
	}

	private static ModuleDefinition calls() {
		return ModuleDefinition.standard("Calls", "Call", "Calls", "Subject")
			.with(text("Subject"), pickList("Call_Type", "Outbound", "Inbound", "Missed").required(),
					of("Call_Start_Time", DataType.DATETIME).required(), of("Call_Duration", DataType.DURATION),
					text("Call_Agenda"), pickList("Call_Purpose"), pickList("Call_Status"),
					of("Dialled_Number", DataType.PHONE), text("Reminder"), of("Description", DataType.TEXTAREA),
					lookup("Related_To", null), lookup("Contact_Name", "Contacts"))
			.with(commonFields());
	}

	private static ModuleDefinition notes() {
		return ModuleDefinition.standard("Notes", "Note", "Notes", "Note_Title")
			.with(text("Note_Title").maximumLength(120), of("Note_Content", DataType.TEXTAREA).required(),
					lookup("Parent_Id", null))
			.with(commonFields());
	}

	private static FieldDefinition[] activityAndImage() {
		return new FieldDefinition[] { text("Record_Image").readOnly().notSearchable(),
				of("Last_Activity_Time", DataType.DATETIME).readOnly() };
	}

	private static FieldDefinition[] address(String prefix, String postalCode) {
		return Stream.of("Street", "City", "State", postalCode, "Country")
			.map((part) -> text(prefix + "_" + part).maximumLength(250))
			.toArray(FieldDefinition[]::new);
	}

}
