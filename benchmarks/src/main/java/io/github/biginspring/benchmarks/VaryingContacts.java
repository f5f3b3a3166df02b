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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Canned responses whose values vary from record to record: contacts of 25 fields, pages
 * of 200 of them, and the results of their creation.
 */
final class VaryingContacts {

	/**
	 * How many different records, and results, there are.
	 */
	static final int RECORDS = 1000;

	/**
	 * How many different pages there are.
	 */
	static final int PAGES = 10;

	private static final long FIRST_ID = 7_255_024_000_000_596_045L;

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

	private static final int PAGE_SIZE = 200;

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	private final Random random = new Random(7);

	private final List<byte[]> records;

	private final List<byte[]> pages = new ArrayList<>();

	private final List<byte[]> results;

	VaryingContacts() {
		List<String> contacts = IntStream.range(0, RECORDS).mapToObj(this::contact).toList();
		this.records = contacts.stream().map((contact) -> bytes("{\"data\":[" + contact + "]}")).toList();
		for (int page = 0; page < PAGES; page++) {
			int number = page;
			this.pages.add(bytes(IntStream.range(0, PAGE_SIZE)
				.mapToObj((i) -> contacts.get((number * 83 + i * 7) % RECORDS))
				.collect(Collectors.joining(",", "{\"data\":[",
						"],\"info\":{\"per_page\":200,\"count\":200,\"page\":1,\"more_records\":false,"
								+ "\"sort_by\":\"id\",\"sort_order\":\"desc\",\"next_page_token\":null}}"))));
		}
		this.results = IntStream.range(0, RECORDS).mapToObj((number) -> bytes(result(number))).toList();
	}

	/**
	 * Return the id of a record.
	 * @param number the number of the record, 0 or more
	 * @return the id
	 */
	static String id(int number) {
		return Long.toString(FIRST_ID + number % RECORDS);
	}

	/**
	 * Return the response to a get.
	 * @param id the id of the record
	 * @return the body
	 */
	byte[] record(String id) {
		return this.records.get((int) (Long.parseLong(id) - FIRST_ID));
	}

	/**
	 * Return the response to a list.
	 * @param number the number of the page, 0 or more
	 * @return the body
	 */
	byte[] page(int number) {
		return this.pages.get(number % PAGES);
	}

	/**
	 * Return the response to the creation of a record.
	 * @param number the number of the call, 0 or more
	 * @return the body
	 */
	byte[] result(long number) {
		return this.results.get((int) (number % RECORDS));
	}

	private static byte[] bytes(String json) {
		return json.getBytes(StandardCharsets.UTF_8);
	}

	private String contact(int number) {
		String first = word(3, 9);
		String last = word(4, 12);
		return "{\"id\":\"" + id(number) + "\",\"First_Name\":\"" + first + "\",\"Last_Name\":\"" + last
				+ "\",\"Full_Name\":\"" + first + " " + last + "\",\"Email\":\"" + first + "." + last
				+ "@example.com\",\"Phone\":" + phone() + ",\"Mobile\":" + phone() + ",\"Home_Phone\":"
				+ ((number % 3 == 0) ? phone() : "null") + ",\"Title\":\"" + word(5, 14) + "\",\"Description\":\""
				+ words(3, 12) + "\",\"Account_Name\":{\"name\":\"" + words(1, 3) + "\",\"id\":\"" + number(1_000)
				+ "\"},\"Owner\":" + user() + ",\"Mailing_Street\":\"" + words(1, 4) + "\",\"Mailing_City\":\""
				+ word(4, 12) + "\",\"Mailing_State\":\"" + word(4, 12) + "\",\"Mailing_Zip\":\""
				+ (10_000 + this.random.nextInt(90_000)) + "\",\"Mailing_Country\":\"" + word(4, 10)
				+ "\",\"Email_Opt_Out\":" + this.random.nextBoolean() + ",\"Record_Image\":null,\"Tag\":"
				+ ((number % 4 == 0)
						? "[{\"name\":\"" + word(3, 9) + "\",\"id\":\"" + number(50) + "\",\"color_code\":\"#57B1FD\"}]"
						: "[]")
				+ ",\"Last_Activity_Time\":" + time() + ",\"Created_By\":" + user() + ",\"Modified_By\":" + user()
				+ ",\"Created_Time\":" + time() + ",\"Modified_Time\":" + time() + "}";
	}

	private String result(int number) {
		String time = time();
		String user = "{\"name\":\"" + word(4, 9) + "\",\"id\":\"" + number(20) + "\"}";
		return "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"Modified_Time\":" + time + ",\"Modified_By\":" + user
				+ ",\"Created_Time\":" + time + ",\"id\":\"" + id(number) + "\",\"Created_By\":" + user
				+ "},\"message\":\"record added\",\"status\":\"success\"}]}";
	}

	private String user() {
		String name = word(4, 9);
		return "{\"name\":\"" + name + "\",\"id\":\"" + number(20) + "\",\"email\":\"" + name + "@example.com\"}";
	}

	private String number(int many) {
		return Long.toString(FIRST_ID + 100_000 + this.random.nextInt(many));
	}

	private String phone() {
		return "\"+1 555 " + (1_000 + this.random.nextInt(9_000)) + "\"";
	}

	private String time() {
		OffsetDateTime time = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(-8));
		return "\"" + FORMAT.format(time.plusSeconds(this.random.nextInt(20_000_000))) + "\"";
	}

	private String words(int least, int most) {
		return IntStream.range(0, least + this.random.nextInt(most - least + 1))
			.mapToObj((i) -> word(3, 10))
			.collect(Collectors.joining(" "));
	}

	private String word(int least, int most) {
		int length = least + this.random.nextInt(most - least + 1);
		StringBuilder word = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			char letter = LETTERS.charAt(this.random.nextInt(LETTERS.length()));
			word.append((i == 0) ? Character.toUpperCase(letter) : letter);
		}
		return word.toString();
	}

}
