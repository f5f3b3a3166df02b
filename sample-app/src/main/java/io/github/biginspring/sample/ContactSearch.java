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

package io.github.biginspring.sample;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import io.github.biginspring.model.Contact;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.RecordSearch;

import static io.github.biginspring.criteria.Criteria.where;

/**
 * What contacts are searched by, which is one of these.
 *
 * @param email an email address
 * @param phone a phone number, in whichever phone field it stands
 * @param word a word, in whichever field it stands
 * @param lastName what the last name begins with
 */
record ContactSearch(@Nullable String email, @Nullable String phone, @Nullable String word, @Nullable String lastName) {

	RecordSearch<Contact> on(RecordQuery<Contact> contacts) {
		Assert.isTrue(
				Stream.of(this.email, this.phone, this.word, this.lastName).filter(StringUtils::hasText).count() == 1,
				"Search by exactly one of the parameters email, phone, word and lastName");
		if (StringUtils.hasText(this.email)) {
			return contacts.matchingEmail(this.email);
		}
		if (StringUtils.hasText(this.phone)) {
			return contacts.matchingPhone(this.phone);
		}
		if (StringUtils.hasText(this.word)) {
			return contacts.matchingWord(this.word);
		}
		return contacts.matching(where("Last_Name").startsWith(String.valueOf(this.lastName)));
	}

}
