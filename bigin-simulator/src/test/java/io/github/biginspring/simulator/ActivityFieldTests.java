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

package io.github.biginspring.simulator;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Check;
import io.github.biginspring.simulator.organization.Organization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the fields of activities and deals that hold more than a plain value: what is
 * accepted is given back, and what is not of their form is refused.
 */
class ActivityFieldTests {

	private static final Map<String, String> REQUIRED = Map.of("Contacts", "\"Last_Name\":\"A\"", "Pipelines",
			"\"Deal_Name\":\"Deal %s\",\"Sub_Pipeline\":\"Renewals\",\"Stage\":\"Qualification\"", "Tasks",
			"\"Subject\":\"A\"", "Events",
			"\"Event_Title\":\"A\",\"Start_DateTime\":\"2026-12-01T10:00:00Z\","
					+ "\"End_DateTime\":\"2026-12-01T11:00:00Z\"",
			"Calls", "\"Call_Type\":\"Inbound\",\"Call_Start_Time\":\"2026-12-01T10:00:00Z\"");

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	@RegisterExtension
	static final SimulatorFixture lenient = new SimulatorFixture((builder) -> builder.empty().lenient(Check.values()));

	private final Caller caller = fixture.caller();

	private String contact;

	private String product;

	private String user;

	@BeforeEach
	void prepare() {
		Organization organization = fixture.simulator().organization();
		this.user = organization.currentUser().id();
		this.contact = organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
		this.product = organization.records("Products").add(Map.of("Product_Name", "Lamp"));
	}

	private static Reply create(Caller caller, String module, String field, String value) {
		String required = REQUIRED.get(module).formatted(value.hashCode());
		return caller.post("/" + module, "{\"data\":[{" + required + ",\"" + field + "\":" + value + "}]}");
	}

	private String filledIn(String value) {
		return value.replace("USER", this.user).replace("CONTACT", this.contact).replace("PRODUCT", this.product);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					Tasks     | Recurring_Activity | {"RRULE":"FREQ=DAILY;INTERVAL=99;COUNT=1"}
					Tasks     | Recurring_Activity | {"RRULE":"FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=31;UNTIL=2027-01-01"}
					Events    | Recurring_Activity | {"RRULE":"FREQ=WEEKLY;INTERVAL=2;COUNT=99;BYDAY=MO,FR"}
					Events    | Recurring_Activity | {"RRULE":"FREQ=MONTHLY;INTERVAL=1;BYDAY=TU;BYSETPOS=-1;UNTIL=2027-01-01"}
					Tasks     | Remind_At          | {"ALARM":"ACTION=EMAIL;TRIGGER=DATE-TIME:2026-12-01T10:00:00+01:00"}
					Tasks     | Remind_At          | {"ALARM":"FREQ=NONE;ACTION=EMAILANDPOPUP;TRIGGER=DATE-TIME:2026-12-01T10:00:00Z"}
					Events    | Remind_At          | [{"unit":15,"period":"minutes"},{"unit":"1","period":"days"}]
					Events    | Participants       | [{"type":"user","participant":"USER"},{"type":"contact","participant":"CONTACT"},{"type":"email","participant":"jo@zylker.com"}]
					Calls     | Call_Duration      | "12:30"
					Calls     | Call_Duration      | 750
					Calls     | Call_Agenda        | "Prices"
					Calls     | Call_Purpose       | "Demo"
					Calls     | Call_Status        | "Scheduled"
					Calls     | Dialled_Number     | "+1 503 555 0100"
					Calls     | Reminder           | "15 minutes before"
					Contacts  | Data_Processing_Basis_Details | {"Data_Processing_Basis":"Consent","more":[1]}
					""")
	void givesBackWhatIsAccepted(String module, String field, String value) {
		Reply reply = create(this.caller, module, field, filledIn(value));
		assertThat(reply.status()).as(reply.text()).isEqualTo(201);
		String id = reply.first().get("details").get("id").asString();
		JsonNode read = this.caller.get("/" + module + "/" + id, "fields", field).first().get(field);
		assertThat(read).isEqualTo(new JsonMapper().readTree(filledIn(value)));
		String cleared = "{\"data\":[{\"" + field + "\":null}]}";
		assertThat(this.caller.put("/" + module + "/" + id, cleared).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			Tasks     | Recurring_Activity | {"RRULE":"FREQ=HOURLY"}
			Tasks     | Recurring_Activity | {"RRULE":"INTERVAL=1"}
			Tasks     | Recurring_Activity | {"RRULE":"FREQ=DAILY;INTERVAL=100"}
			Tasks     | Recurring_Activity | {"RRULE":"FREQ=DAILY;COUNT=0"}
			Events    | Recurring_Activity | {"RRULE":"FREQ=WEEKLY;BYDAY=XX"}
			Events    | Recurring_Activity | {"RRULE":"FREQ=WEEKLY;WHEN=NOW"}
			Events    | Recurring_Activity | {"RRULE":"FREQ=DAILY;FREQ=DAILY"}
			Events    | Recurring_Activity | {"RRULE":"FREQ=DAILY;UNTIL=soon"}
			Events    | Recurring_Activity | {}
			Tasks     | Remind_At          | {"ALARM":"ACTION=SHOUT;TRIGGER=DATE-TIME:2026-12-01T10:00:00Z"}
			Tasks     | Remind_At          | {"ALARM":"ACTION=EMAIL"}
			Tasks     | Remind_At          | {"ALARM":"ACTION=EMAIL;TRIGGER=2026-12-01T10:00:00Z"}
			Events    | Remind_At          | [{"unit":15}]
			Events    | Remind_At          | [{"unit":-1,"period":"minutes"}]
			Events    | Remind_At          | [{"unit":1,"period":"years"}]
			Events    | Participants       | [{"type":"robot","participant":"USER"}]
			Events    | Participants       | [{"type":"user","participant":"CONTACT"}]
			Events    | Participants       | [{"type":"contact","participant":"1"}]
			Events    | Participants       | [{"type":"email","participant":"jo"}]
			Events    | Participants       | [{"type":"email"}]
			Calls     | Call_Duration      | "12 minutes"
			Calls     | Call_Duration      | "1:2"
			Calls     | Call_Duration      | "12:60"
			Calls     | Call_Duration      | -1
			""")
	void refusesWhatIsOfAnotherForm(String module, String field, String value) {
		Reply reply = create(this.caller, module, field, filledIn(value));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.values("code")).containsExactly("INVALID_DATA");
		assertThat(reply.first().get("details").get("api_name").asString()).isEqualTo(field);
		assertThat(create(lenient.caller(), module, field, value).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			Tasks     | Recurring_Activity  | "FREQ=DAILY"
			Tasks     | Remind_At           | "tomorrow"
			Events    | Remind_At           | {"unit":15,"period":"minutes"}
			Events    | Participants        | "jo@zylker.com"
			Calls     | Call_Duration       | true
			Calls     | Call_Agenda         | 7
			Calls     | Call_Purpose        | 7
			Calls     | Call_Status         | 7
			Calls     | Dialled_Number      | 15035550100
			Calls     | Reminder            | 7
			Calls     | Contact_Name        | {"id":"1"}
			Contacts  | Data_Processing_Basis_Details | "Consent"
			Pipelines | Secondary_Contacts  | {"id":"1"}
			Pipelines | Secondary_Contacts  | [{"id":"1"}]
			Pipelines | Associated_Products | [{"name":"Lamp"}]
			Pipelines | Associated_Products | [7]
			""")
	void refusesWhatIsOfAnotherTypeHoweverLenient(String module, String field, String value) {
		Reply reply = create(lenient.caller(), module, field, value);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.values("code")).containsExactly("INVALID_DATA");
		assertThat(reply.first().get("details").get("api_name").asString()).isEqualTo(field);
	}

	@Test
	void givesBackTheContactsAndProductsOfADeal() {
		String deal = create(this.caller, "Pipelines", "Secondary_Contacts", filledIn("[{\"id\":\"CONTACT\"}]")).first()
			.get("details")
			.get("id")
			.asString();
		this.caller.put("/Pipelines/" + deal,
				filledIn("{\"data\":[{\"Associated_Products\":[{\"id\":PRODUCT,\"name\":\"Lamp\"}]}]}"));
		JsonNode read = this.caller.get("/Pipelines/" + deal, "fields", "Secondary_Contacts,Associated_Products")
			.first();
		assertThat(read.get("Secondary_Contacts").toString())
			.isEqualTo("[{\"name\":\"Watson\",\"id\":\"" + this.contact + "\"}]");
		assertThat(read.get("Associated_Products").toString())
			.isEqualTo("[{\"name\":\"Lamp\",\"id\":\"" + this.product + "\"}]");
	}

	@Test
	void givesBackTheContactOfACall() {
		String call = create(this.caller, "Calls", "Contact_Name", "{\"id\":\"" + this.contact + "\"}").first()
			.get("details")
			.get("id")
			.asString();
		assertThat(this.caller.get("/Calls/" + call, "fields", "Contact_Name")
			.first()
			.get("Contact_Name")
			.get("name")
			.asString()).isEqualTo("Watson");
	}

}
