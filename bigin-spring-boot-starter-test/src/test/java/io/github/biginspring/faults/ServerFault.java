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

package io.github.biginspring.faults;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.faults.ScriptedServer.Reaction;

/**
 * The rows of the matrix: what can become of a request that has arrived, and what the
 * caller is told where it is not made good.
 */
enum ServerFault {

	RESET(Repetition.IF_REPEATABLE, BiginTransportException.class, true, Reaction.reset()),

	RESET_WITHIN_THE_REQUEST(Repetition.IF_REPEATABLE, BiginTransportException.class, true, Reaction.resetUnread()),

	RESET_WITHIN_THE_BODY(Repetition.IF_REPEATABLE, BiginTransportException.class, true,
			Reaction.partOf("{\"data\":[").and(Reaction.reset())),

	CLOSED(Repetition.IF_REPEATABLE, BiginTransportException.class, true, Reaction.close()),

	TRUNCATED(Repetition.IF_REPEATABLE, BiginTransportException.class, true,
			Reaction.partOf("{\"data\":[]}").and(Reaction.close())),

	NO_RESPONSE(Repetition.IF_REPEATABLE, BiginTransportException.class, true, Reaction.silence()),

	STATUS_500(Repetition.IF_REPEATABLE, BiginServerException.class, true, status(500)),

	STATUS_500_WITHOUT_BODY(Repetition.IF_REPEATABLE, BiginServerException.class, true, bare(500)),

	STATUS_502(Repetition.IF_REPEATABLE, BiginServerException.class, true, status(502)),

	STATUS_502_WITHOUT_BODY(Repetition.IF_REPEATABLE, BiginServerException.class, true, bare(502)),

	STATUS_503(Repetition.IF_REPEATABLE, BiginServerException.class, true, status(503)),

	STATUS_503_WITHOUT_BODY(Repetition.IF_REPEATABLE, BiginServerException.class, true, bare(503)),

	STATUS_504(Repetition.IF_REPEATABLE, BiginServerException.class, true, status(504)),

	STATUS_504_WITHOUT_BODY(Repetition.IF_REPEATABLE, BiginServerException.class, true, bare(504)),

	STATUS_429(Repetition.ALWAYS, BiginRateLimitException.class, false, status(429)),

	STATUS_429_WITH_RETRY_AFTER(Repetition.ALWAYS, BiginRateLimitException.class, false,
			Reaction.response(429, "Retry-After: 1\r\n", "")),

	OVERSIZED(Repetition.IN_SMALLER_PAGES, BiginUnreadableResponseException.class, true,
			Reaction.json(200, "{\"data\":[]" + " ".repeat(FaultClient.MAX_RESPONSE_SIZE) + "}")),

	HTML(Repetition.NEVER, BiginUnreadableResponseException.class, true,
			Reaction.response(200, "Content-Type: text/html\r\n", "<html>Sign in</html>")),

	INVALID_JSON(Repetition.NEVER, BiginUnreadableResponseException.class, true, Reaction.json(200, "{\"data\":[{"));

	private final Repetition repetition;

	private final Class<? extends BiginException> failure;

	private final boolean outcomeUnknown;

	private final Reaction reaction;

	ServerFault(Repetition repetition, Class<? extends BiginException> failure, boolean outcomeUnknown,
			Reaction reaction) {
		this.repetition = repetition;
		this.failure = failure;
		this.outcomeUnknown = outcomeUnknown;
		this.reaction = reaction;
	}

	boolean isRepeated(OperationKind operation) {
		return requests(operation) > 1;
	}

	/**
	 * How often an operation is asked for while the fault lasts.
	 */
	int requests(OperationKind operation) {
		return switch (this.repetition) {
			case NEVER -> 1;
			case IF_REPEATABLE -> operation.isRepeatable() ? FaultClient.MAX_ATTEMPTS : 1;
			case ALWAYS -> FaultClient.MAX_ATTEMPTS;
			// of 200, 100, 50, 25, 12, 6, 3 records and 1
			case IN_SMALLER_PAGES -> operation.isPaged() ? 8 : 1;
		};
	}

	Class<? extends BiginException> failure() {
		return this.failure;
	}

	boolean isOutcomeUnknown() {
		return this.outcomeUnknown;
	}

	Reaction reaction() {
		return this.reaction;
	}

	private static Reaction status(int status) {
		return Reaction.json(status, "{\"code\":\"X\",\"message\":\"no\",\"status\":\"error\"}");
	}

	private static Reaction bare(int status) {
		return Reaction.response(status, "", "");
	}

	private enum Repetition {

		NEVER, IF_REPEATABLE, ALWAYS, IN_SMALLER_PAGES

	}

}
