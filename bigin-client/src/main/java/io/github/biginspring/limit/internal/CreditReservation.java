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

package io.github.biginspring.limit.internal;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import io.github.biginspring.internal.call.CallListener;

/**
 * The credits of one attempt at a call: reserved until it is sent, used from then on,
 * given back where it never is.
 *
 * @since 0.1.0
 */
public final class CreditReservation implements CallListener {

	private static final String REMAINING_HEADER = "X-API-CREDITS-REMAINING";

	private static final int MAX_DIGITS = 9;

	private enum State {

		RESERVED, SENT, ENDED

	}

	private final CreditAccount account;

	private final int credits;

	private final AtomicReference<State> state = new AtomicReference<>(State.RESERVED);

	CreditReservation(CreditAccount account, int credits) {
		this.account = account;
		this.credits = credits;
	}

	// the HTTP client may tell it twice, where it finds a kept connection closed
	@Override
	public void sent() {
		if (this.state.compareAndSet(State.RESERVED, State.SENT)) {
			this.account.sent(this.credits);
		}
	}

	@Override
	public void responded(int status, HttpHeaders headers) {
		end();
		Long remaining = parse(headers.getFirst(REMAINING_HEADER));
		if (remaining != null) {
			this.account.emitted(remaining);
		}
	}

	/**
	 * The attempt is over, sent or not.
	 */
	public void end() {
		switch (this.state.getAndSet(State.ENDED)) {
			case RESERVED -> this.account.notSent(this.credits);
			case SENT -> this.account.ended(this.credits);
			case ENDED -> {
			}
		}
	}

	private static @Nullable Long parse(@Nullable String value) {
		String text = (value != null) ? value.trim() : "";
		boolean number = !text.isEmpty() && text.length() <= MAX_DIGITS
				&& text.chars().allMatch((c) -> c >= '0' && c <= '9');
		return number ? Long.valueOf(text) : null;
	}

}
