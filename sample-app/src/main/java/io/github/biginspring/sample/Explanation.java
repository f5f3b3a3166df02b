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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.error.BiginCreditLimitException;
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.BiginPermissionException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnavailableException;

/**
 * A failed call in words for those who use this application. The message of the exception
 * is for those who run it: it names methods, paths and properties.
 *
 * @param title what happened
 * @param advice what to do about it
 */
public record Explanation(String title, String advice) {

	private static final String CHECK_WRITE = "It may have been carried out or not: look before you do it again.";

	private static final Map<String, String> OPERATIONS = Map.of("create", "writing", "update", "writing", "upsert",
			"writing", "delete", "deleting", "list", "reading", "get", "reading", "search", "searching");

	private static final Map<String, String> MODULES = Map.of("Accounts", "companies", "Pipelines", "deals", "Contacts",
			"contacts", "Products", "products");

	private static final Map<String, String> TYPES = Map.of("email", "an email address", "boolean", "yes or no",
			"double", "a number", "currency", "a number", "integer", "a whole number", "bigint", "a whole number",
			"date", "a date such as 2026-03-31", "website", "an address such as https://example.com");

	/**
	 * Explain a failure.
	 * @param failure what a call failed with
	 * @return what happened and what to do
	 */
	public static Explanation of(BiginException failure) {
		if (failure instanceof BiginDuplicateException) {
			return new Explanation("There is such a record already",
					"Open the one that is there, or use another value for " + field(failure) + ".");
		}
		if (failure instanceof BiginInvalidRequestException) {
			return new Explanation("Bigin refused the request", whatIsWrong(failure));
		}
		if (failure instanceof BiginNotFoundException) {
			return new Explanation("Bigin has no such thing", "It may have been deleted: look at the list again.");
		}
		if (failure instanceof BiginPermissionException) {
			return new Explanation("The user behind the connection may not do this in Bigin",
					"Ask an administrator of Bigin for the permission, or connect as another user.");
		}
		return ofService(failure);
	}

	// nothing is wrong with what was asked for
	private static Explanation ofService(BiginException failure) {
		if (failure instanceof BiginRateLimitException) {
			return new Explanation("Bigin takes no more requests for now", "Wait a moment, then try again.");
		}
		if (failure instanceof BiginOverloadException) {
			return new Explanation("Too many requests wait for Bigin already",
					"Wait until some of them are done, then try again.");
		}
		if (failure instanceof BiginCreditLimitException) {
			return new Explanation("The credits for today are used up",
					"They come back one by one, 24 hours after each was used: try again later.");
		}
		if (failure instanceof BiginUnavailableException) {
			return new Explanation("Bigin failed too often, so nothing is sent for a while",
					"Try again when the pause is over.");
		}
		if (failure instanceof BiginShutdownException) {
			return new Explanation("The application is about to stop", "Try again when it has started anew.");
		}
		return ofConnection(failure);
	}

	private static Explanation ofConnection(BiginException failure) {
		if (failure instanceof BiginNoConnectionException) {
			return new Explanation("There is no connection to Bigin",
					"Make one on the screen Status, open its address and agree.");
		}
		if (failure instanceof BiginAuthenticationException) {
			return new Explanation("The API key or the connection is no longer good",
					"Check the API key, or make a new connection on the screen Status.");
		}
		if (failure instanceof BiginScopeException) {
			return new Explanation("The connection lacks an OAuth scope for this",
					"Make a new connection on the screen Status, and agree to all that it asks for.");
		}
		boolean unsure = failure.isOutcomeUnknown() && isWrite(failure);
		if (failure instanceof BiginTimeoutException) {
			return new Explanation("Bigin took too long", unsure ? CHECK_WRITE : "Try again in a moment.");
		}
		if (failure instanceof BiginTransportException) {
			return new Explanation("No response came from Bigin", unsure ? CHECK_WRITE : "Try again in a moment.");
		}
		return new Explanation("Bigin failed", unsure ? CHECK_WRITE
				: "Try again in a moment. If it goes on, the connection may have expired: make a new one on the screen Status.");
	}

	/**
	 * Say what a failed call was about.
	 * @param failure what it failed with
	 * @return such as {@code writing contacts}
	 */
	public static String subject(BiginException failure) {
		String module = failure.getModule();
		if (module == null) {
			return "calling Bigin";
		}
		// that of a stream of writes is upsert.stream
		String operation = String.valueOf(failure.getOperation()).split("\\.")[0];
		return OPERATIONS.getOrDefault(operation, "working on") + " " + MODULES.getOrDefault(module, module);
	}

	static boolean isWrite(BiginException failure) {
		return !"GET".equals(failure.getMethod().name());
	}

	private static String whatIsWrong(BiginException failure) {
		return switch (String.valueOf(failure.getCode())) {
			case "MANDATORY_NOT_FOUND" -> "Fill in " + field(failure) + ".";
			case "INVALID_DATA" -> whatIsExpected(failure);
			case "MAPPING_MISMATCH" -> "In this sub-pipeline deals cannot have that stage: choose another one.";
			case "INVALID_QUERY" -> "Search for something else.";
			default -> said(failure.getErrorDetails().message());
		};
	}

	private static String whatIsExpected(BiginException failure) {
		if (failure.getDetails().get("maximum_length") instanceof Number length) {
			return "%s has at most %d characters: shorten it.".formatted(field(failure), length.longValue());
		}
		String expected = TYPES.get(String.valueOf(failure.getDetails().get("expected_data_type")));
		return (expected != null) ? "%s has to be %s.".formatted(field(failure), expected)
				: "Bigin does not take this value for " + field(failure) + ": choose another one.";
	}

	private static String said(@Nullable String message) {
		return (message != null) ? "Bigin says: " + message + "." : "Check what you entered.";
	}

	private static String field(BiginException failure) {
		return (failure.getDetails().get("api_name") instanceof String name) ? "“" + name.replace('_', ' ') + "”"
				: "one of the fields";
	}

}
