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

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginCreditLimitException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.limit.CreditLimit;

/**
 * The credits of one connection: what was used, what the service says of it, and whether
 * a call may use more.
 */
final class CreditAccount {

	private static final Log logger = LogFactory.getLog(CreditAccount.class);

	private final String name;

	private final CreditLimit limit;

	private final CreditWindow window;

	private final AtomicLong sent = new AtomicLong();

	private final AtomicLong awaitingResponse = new AtomicLong();

	private final AtomicBoolean warned = new AtomicBoolean();

	private volatile @Nullable Told emitted;

	/**
	 * Create an account.
	 * @param name what the log calls the connection
	 * @param limit the limit
	 * @param clock tells the time in nanoseconds, and never goes back
	 */
	CreditAccount(String name, CreditLimit limit, LongSupplier clock) {
		this.name = name;
		this.limit = limit;
		this.window = new CreditWindow(clock);
	}

	long used() {
		return this.window.used();
	}

	@Nullable Long remaining() {
		if (this.limit.daily() != null) {
			return Math.max(0, this.limit.daily() - used());
		}
		Told last = this.emitted;
		return (last != null) ? Math.max(0, last.remaining() - (this.sent.get() - last.sent())) : null;
	}

	/**
	 * Close the account for good where no credit of the last 24 hours is counted.
	 * @return whether it is closed
	 */
	boolean closeIfIdle() {
		return this.window.closeIfIdle();
	}

	/**
	 * Reserve the credits of a call.
	 * @param call the call
	 * @return {@code false} if the account is closed
	 * @throws BiginCreditLimitException if there are not enough left
	 */
	boolean reserve(BiginCall<?> call) {
		long max = maxFor(call.priority());
		if (!this.window.claim(call.credits(), max)) {
			if (this.window.isClosed()) {
				return false;
			}
			String kept = (this.limit.reserve() > 0 && call.priority() == CallPriority.BACKGROUND)
					? ", of which " + this.limit.reserve() + " are kept for interactive calls (bigin.credits.reserve)"
					: "";
			throw new BiginCreditLimitException(call.notSent()
				.message("the call costs " + call.credits() + " credits, and " + used()
						+ ", besides those of calls under way, were used in the last 24 hours of the "
						+ this.limit.daily() + " of bigin.credits.daily-limit" + kept)
				.build());
		}
		return true;
	}

	private long maxFor(CallPriority priority) {
		Integer daily = this.limit.daily();
		if (daily != null && priority == CallPriority.BACKGROUND && this.limit.reserve() > 0) {
			return daily - this.limit.reserve();
		}
		return (daily != null && this.limit.refuse()) ? daily : Long.MAX_VALUE;
	}

	void notSent(int credits) {
		this.window.release(credits);
	}

	void sent(int credits) {
		this.awaitingResponse.addAndGet(credits);
		this.sent.addAndGet(credits);
		rearm();
		this.window.use(credits);
		warn();
	}

	void ended(int credits) {
		this.awaitingResponse.addAndGet(-credits);
	}

	/**
	 * The service has said how many credits are left. It knows of calls that others have
	 * made, and may or may not yet know of those of ours that are under way.
	 * @param remaining what is left
	 */
	void emitted(long remaining) {
		Integer daily = this.limit.daily();
		if (daily == null) {
			this.emitted = new Told(remaining, this.sent.get());
			return;
		}
		long least = Math.max(0, daily - remaining);
		long most = least + this.awaitingResponse.get();
		long used = used();
		rearm();
		if (used < least) {
			this.window.add((int) (least - used));
		}
		else if (used > most) {
			this.window.freeOldest(used - most);
		}
		warn();
	}

	private void rearm() {
		if (this.warned.get() && !isMuch()) {
			this.warned.set(false);
		}
	}

	private void warn() {
		if (isMuch() && this.warned.compareAndSet(false, true)) {
			logger.warn("Of the " + this.limit.daily() + " credits that Bigin allows for 24 hours, " + used()
					+ " are used on " + this.name + " (bigin.credits.warn-at is " + this.limit.warnAt() + ")");
		}
	}

	private boolean isMuch() {
		return this.limit.daily() != null && used() >= this.limit.daily() * this.limit.warnAt();
	}

	private record Told(long remaining, long sent) {

	}

}
