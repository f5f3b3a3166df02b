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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The sample data, a small realistic organisation: 12 companies, 30 contacts, 15 deals,
 * 10 products, and a few tasks, events, calls and notes of 4 users. It is the same each
 * time, except for its date-times, which are in the days before; another seed combines
 * names and places differently.
 *
 * @since 0.1.0
 */
public final class SampleData implements Consumer<Organization> {

	private static final List<String> COMPANIES = List.of("Zylker Corp", "Acme Supplies", "Bluebird Bakery",
			"Cedar & Stone Architects", "Delta Marine", "Evergreen Gardens", "Fjord Outdoor", "Granite Logistics",
			"Harbor Dental", "Ironwood Furniture", "Juniper Software", "Kestrel Cycles");

	private static final List<String> CITIES = List.of("Portland", "Austin", "Madison", "Boulder");

	private static final List<String> STATES = List.of("Oregon", "Texas", "Wisconsin", "Colorado");

	private static final List<String> FIRST_NAMES = List.of("Amelia", "Ben", "Chloe", "Daniel", "Elena", "Felix",
			"Grace", "Hugo", "Isla", "José");

	private static final List<String> LAST_NAMES = List.of("Watson", "Müller", "O'Neill", "Park", "Silva", "Novak",
			"Brown", "Ito", "Garcia");

	private static final List<String> TITLES = List.of("CEO", "Head of Purchasing", "Office Manager");

	private static final List<String> STAGES = List.of("Qualification", "Needs Analysis", "Proposal/Price Quote",
			"Negotiation/Review", "Closed Won");

	private static final List<String> PRODUCTS = List.of("Desk Lamp", "Standing Desk", "Office Chair", "Monitor Arm",
			"Whiteboard", "Headset", "Docking Station", "Filing Cabinet", "Conference Phone", "Onboarding Package");

	private final long number;

	/**
	 * The usual sample data.
	 */
	public SampleData() {
		this(0);
	}

	/**
	 * Sample data of one's own.
	 * @param number tells how names and places are mixed: the same number, the same data;
	 * 0 for the usual ones
	 */
	public SampleData(long number) {
		this.number = number;
	}

	@Override
	public void accept(Organization organization) {
		organization.addUser("Samuel", "Reyes", "samuel.reyes@zylker.com");
		organization.addUser("Mina", "Kaplan", "mina.kaplan@zylker.com");
		organization.addUser(new User(organization.ids().nextText(), "Theo", "Lindqvist", "theo.lindqvist@zylker.com",
				false, false));
		Sowing sowing = new Sowing(organization, this.number);
		List<String> accounts = sowing.accounts();
		List<String> contacts = sowing.contacts(accounts);
		List<String> deals = sowing.deals(accounts, contacts);
		sowing.products();
		sowing.activities(contacts, deals);
	}

	/**
	 * Sows the records one after the other, some hours between them.
	 */
	private static final class Sowing {

		private static final Duration STEP = Duration.ofHours(7);

		private final Organization organization;

		private final LocalDate today;

		private Instant time;

		private final List<String> companies;

		private final List<String> cities;

		private final List<String> firstNames;

		private final List<String> lastNames;

		private int sown;

		Sowing(Organization organization, long number) {
			Random random = new Random(number);
			this.companies = mixed(COMPANIES, number, random);
			this.cities = mixed(CITIES, number, random);
			this.firstNames = mixed(FIRST_NAMES, number, random);
			this.lastNames = mixed(LAST_NAMES, number, random);
			this.organization = organization;
			this.today = organization.now().atOffset(ZoneOffset.UTC).toLocalDate();
			this.time = organization.now().minus(STEP.multipliedBy(100));
		}

		List<String> accounts() {
			List<String> ids = new ArrayList<>();
			for (String company : this.companies) {
				int number = ids.size();
				String site = domain(company);
				ids.add(sow("Accounts", Map.of("Account_Name", company, "Phone", phone(100 + number), "Website",
						"https://www." + site, "Billing_Street", (number + 1) * 11 + " Main Street", "Billing_City",
						this.cities.get(number % this.cities.size()), "Billing_State",
						STATES.get(number % STATES.size()), "Billing_Code", Integer.toString(10001 + number * 37),
						"Billing_Country", "United States", "Tag", tags(number % 4 == 0, "Key account"))));
			}
			return ids;
		}

		List<String> contacts(List<String> accounts) {
			List<String> ids = new ArrayList<>();
			for (int i = 0; i < 30; i++) {
				String first = this.firstNames.get(i % this.firstNames.size());
				String last = this.lastNames.get(i % this.lastNames.size());
				int account = i % accounts.size();
				Map<String, Object> contact = new LinkedHashMap<>();
				contact.put("First_Name", first);
				contact.put("Last_Name", last);
				contact.put("Email", address(first, last) + "@" + domain(this.companies.get(account)));
				contact.put("Phone", phone(200 + i));
				contact.put("Mobile", phone(300 + i));
				contact.put("Title", TITLES.get(i % TITLES.size()));
				contact.put("Mailing_City", this.cities.get(account % this.cities.size()));
				contact.put("Mailing_Country", "United States");
				contact.put("Tag", tags(i % 5 == 0, "Newsletter"));
				if (i < 27) {
					contact.put("Account_Name", reference(accounts.get(account)));
				}
				ids.add(sow("Contacts", contact));
			}
			return ids;
		}

		List<String> deals(List<String> accounts, List<String> contacts) {
			List<String> ids = new ArrayList<>();
			for (int i = 0; i < 15; i++) {
				ids.add(sow("Pipelines", Map.of("Deal_Name",
						this.companies.get(i % this.companies.size())
								+ ((i < this.companies.size()) ? " refit" : " renewal"),
						"Sub_Pipeline", "Sales Pipeline Standard", "Stage", STAGES.get(i % STAGES.size()), "Amount",
						1250.5 * (i + 1), "Closing_Date", this.today.plusDays(i * 9L - 20).toString(), "Account_Name",
						reference(accounts.get(i % accounts.size())), "Contact_Name", reference(contacts.get(i)))));
			}
			return ids;
		}

		void products() {
			for (int i = 0; i < PRODUCTS.size(); i++) {
				sow("Products",
						Map.of("Product_Name", PRODUCTS.get(i), "Product_Code", "P-" + (100 + i), "Product_Active",
								i != 4, "Product_Category", (i < 9) ? "Hardware" : "Services", "Unit_Price",
								49.9 * (i + 1)));
			}
		}

		void activities(List<String> contacts, List<String> deals) {
			for (int i = 0; i < 6; i++) {
				sow("Tasks",
						Map.of("Subject", "Follow up " + (i + 1), "Due_Date", this.today.plusDays(i).toString(),
								"Status", (i < 4) ? "Not Started" : "Completed", "Priority",
								(i == 0) ? "High" : "Normal", "Related_To", reference(deals.get(i))));
			}
			for (int i = 0; i < 4; i++) {
				Instant start = this.organization.now().plus(Duration.ofDays(i + 1L));
				sow("Events",
						Map.of("Event_Title", "Demo " + (i + 1), "Start_DateTime", start.toString(), "End_DateTime",
								start.plus(Duration.ofHours(1)).toString(), "Venue", "Video call", "Related_To",
								reference(contacts.get(i))));
				sow("Calls",
						Map.of("Subject", "Call " + (i + 1), "Call_Type", (i % 2 == 0) ? "Outbound" : "Inbound",
								"Call_Start_Time", this.organization.now().minus(Duration.ofDays(i + 1L)).toString(),
								"Call_Duration", "0" + (i + 2) + ":30", "Related_To", reference(contacts.get(i + 4))));
				sow("Notes", Map.of("Note_Title", "Note " + (i + 1), "Note_Content",
						"Prefers to be called in the morning.", "Parent_Id", reference(contacts.get(i))));
			}
		}

		private static List<String> mixed(List<String> values, long number, Random random) {
			List<String> mixed = new ArrayList<>(values);
			if (number != 0) {
				Collections.shuffle(mixed, random);
			}
			return mixed;
		}

		private String sow(String module, Map<String, ?> record) {
			Map<String, Object> owned = new LinkedHashMap<>(record);
			List<User> users = this.organization.users();
			owned.put("Owner", reference(users.get(this.sown++ % 3).id()));
			this.time = this.time.plus(STEP);
			return this.organization.records(module).add(owned, this.time);
		}

		private static Map<String, String> reference(String id) {
			return Map.of("id", id);
		}

		private static List<Map<String, String>> tags(boolean tagged, String name) {
			return tagged ? List.of(Map.of("name", name)) : List.of();
		}

		private static String phone(int number) {
			return "+1 503 555 0" + number;
		}

		private static String domain(String company) {
			return company.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example.com";
		}

		private static String address(String first, String last) {
			return (first + "." + last).toLowerCase(Locale.ROOT).replace("ü", "ue").replace("é", "e").replace("'", "");
		}

	}

}
