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

package io.github.biginspring.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Canned responses: contacts of 25 fields.
 */
final class Records {

	private static final String TIME = "\"2026-02-06T00:28:53-08:00\"";

	private static final String USER = "{\"name\":\"Ada Lovelace\",\"id\":\"7255024000000590001\","
			+ "\"email\":\"ada@example.com\"}";

	private final byte[] one = ("{\"data\":[" + contact(0) + "]}").getBytes(StandardCharsets.UTF_8);

	private final byte[] page = ("{\"data\":["
			+ IntStream.range(0, 200).mapToObj(Records::contact).collect(Collectors.joining(","))
			+ "],\"info\":{\"per_page\":200,\"count\":200,\"page\":1,\"more_records\":false,\"sort_by\":\"id\","
			+ "\"sort_order\":\"desc\",\"next_page_token\":null}}")
		.getBytes(StandardCharsets.UTF_8);

	private static String contact(int number) {
		return "{\"id\":\"" + (7255024000000596045L + number) + "\",\"First_Name\":\"Grace\",\"Last_Name\":\"Hopper "
				+ number + "\",\"Full_Name\":\"Grace Hopper " + number + "\",\"Email\":\"grace" + number
				+ "@example.com\",\"Phone\":\"+1 555 0100\",\"Mobile\":\"+1 555 0101\",\"Home_Phone\":null,"
				+ "\"Title\":\"Rear admiral\",\"Description\":\"Found the first bug, in a relay\","
				+ "\"Account_Name\":{\"name\":\"Zylker Corp\",\"id\":\"7255024000000591" + (100 + number % 100)
				+ "\"},\"Owner\":" + USER + ",\"Mailing_Street\":\"1 Navy Yard\",\"Mailing_City\":\"Arlington\","
				+ "\"Mailing_State\":\"Virginia\",\"Mailing_Zip\":\"22201\",\"Mailing_Country\":\"USA\","
				+ "\"Email_Opt_Out\":false,\"Record_Image\":null,\"Tag\":[],\"Last_Activity_Time\":" + TIME
				+ ",\"Created_By\":" + USER + ",\"Modified_By\":" + USER + ",\"Created_Time\":" + TIME
				+ ",\"Modified_Time\":" + TIME + "}";
	}

	byte[] one() {
		return this.one;
	}

	byte[] page() {
		return this.page;
	}

}
