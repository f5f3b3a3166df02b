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
package io.github.biginspring.simulator.standalone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the examples of a topic print and ask for, whatever their language.
 *
 * @param printed what is printed, in this order, without white space and with ' for "
 * @param requests the requests, in which * stands for any text
 */
record ExpectedExample(List<String> printed, List<String> requests) {

	private static final String CREATED = "'message':'recordadded'";

	private static final String UPDATED = "'message':'recordupdated'";

	private static final String DELETED = "'message':'recorddeleted'";

	/**
	 * Return what is expected.
	 * @return the expectations, by the topic that is the name of the file
	 */
	static Map<String, ExpectedExample> byTopic() {
		Map<String, ExpectedExample> topics = new LinkedHashMap<>();
		topics.put("list-contacts", new ExpectedExample(List.of("'First_Name':'Ted'", "'First_Name':'Hugo'"),
				List.of("GET /Contacts?fields=First_Name,Last_Name,Email")));
		topics.put("connections",
				new ExpectedExample(
						List.of("Active:", "zoho-biginACTIVE", "Created:", "zoho-biginPENDING", "Got:",
								"zoho-biginPENDING", "Deleted:"),
						List.of("GET /connections?app=zoho-bigin&status=ACTIVE&limit=100", "POST /connections",
								"GET /connections/*", "DELETE /connections/*")));
		topics.put("named-connection", new ExpectedExample(List.of("Bytheconnection", "'First_Name':'Ted'"), List
			.of("GET /connections?app=zoho-bigin&status=ACTIVE", "GET /Contacts?fields=First_Name,Last_Name,Email")));
		topics.put("contacts", new ExpectedExample(
				List.of("Created:", "'code':'SUCCESS'", CREATED, "Got:", "'Phone':'+1-555-0123'", "Updated:", UPDATED,
						"Thelatest:", "'Phone':'+1-555-9999'", "Deleted:", DELETED),
				List.of("POST /Contacts", "GET /Contacts/*?fields=First_Name,Last_Name,Phone", "PUT /Contacts",
						"GET /Contacts?fields=First_Name,Last_Name,Phone&per_page=1", "DELETE /Contacts?ids=*")));
		topics.put("contacts-with-requests", new ExpectedExample(
				List.of("Listed:", "'First_Name':'Ted'", "Created:", CREATED, "Found:", "'Last_Name':'Watson'",
						"Deleted:", DELETED),
				List.of("GET /Contacts?*", "POST /Contacts", "GET /Contacts/search?*", "DELETE /Contacts?ids=*")));
		topics.put("search", new ExpectedExample(
				List.of("Bycriteria:", "'First_Name':'Ted','Last_Name':'Watson'", "Bytwocriteria:",
						"'First_Name':'Amelia','Last_Name':'Watson'", "Byemail:", "'Email':'support@bigin.com'",
						"Byword:", "'First_Name':'Ted','Last_Name':'Watson'"),
				List.of("GET /Contacts/search?criteria=*", "GET /Contacts/search?criteria=*",
						"GET /Contacts/search?email=support%40bigin.com&*", "GET /Contacts/search?word=Watson&*")));
		topics.put("metadata",
				new ExpectedExample(
						List.of("Module:Contacts", "Module:Accounts", "Module:Pipelines", "Field:Emailemail"),
						List.of("GET /settings/modules", "GET /settings/fields?module=Contacts")));
		topics.put("pipelines",
				new ExpectedExample(
						List.of("Teampipeline:SalesPipeline", "sub-pipelines:SalesPipelineStandard,Renewals",
								"stages:Qualification,", "Teampipeline:Onboarding", "Created:", CREATED, "Thelatest:",
								"'Deal_Name':'Tobaccoforayear'", "'Stage':'Qualification'", "Deleted:", DELETED),
						List.of("GET /settings/layouts?module=Pipelines", "POST /Pipelines",
								"GET /Pipelines?*&pipeline_id=*", "DELETE /Pipelines?ids=*")));
		String page = "GET /Contacts?fields=Last_Name&per_page=10";
		topics.put("pages",
				new ExpectedExample(List.of("Recordsbypage:31", "Recordsbytoken:31"),
						List.of(page + "&page=1", page + "&page=2", page + "&page=3", page + "&page=4", page,
								page + "&page_token=*", page + "&page_token=*", page + "&page_token=*")));
		topics.put("errors",
				new ExpectedExample(
						List.of("Withoutfields:400REQUIRED_PARAM_MISSING", "Moduleinthewrongcase:400INVALID_MODULE",
								"Rejectedrecord:400MANDATORY_NOT_FOUNDLast_Name", "Wrongkey:401", "Companies:200"),
						// the last one is made again after a 429
						List.of("GET /Contacts", "GET /contacts?fields=Last_Name", "POST /Contacts",
								"GET /Contacts?fields=Last_Name", "GET /Accounts?fields=Account_Name&per_page=1",
								"GET /Accounts?fields=Account_Name&per_page=1")));
		return topics;
	}

	/**
	 * Return what matches the requests.
	 * @return a pattern for the requests, one a line
	 */
	Pattern requestPattern() {
		return Pattern
			.compile(String.join("\n", this.requests.stream().map(ExpectedExample::quoteAroundStars).toList()));
	}

	private static String quoteAroundStars(String request) {
		return Pattern.quote(request).replace("*", "\\E.*\\Q");
	}

}
