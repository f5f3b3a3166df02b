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

package io.github.biginspring.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * How far reads and writes have come. Counts records and names none.
 *
 * @param read how many records were read from the service
 * @param written how many were written
 * @param rejected how many the service rejected
 * @param unknown how many may have been written or not, because the response was lost or
 * the service failed
 * @param total how many there are, or {@code null} where that was not said
 * @param elapsed the time since the first operation began
 * @param waited how long calls have waited for their turn within the service's limits; of
 * calls that wait side by side all time counts
 * @param running whether an operation is running; {@code false} at the end
 * @since 0.1.0
 */
public record Progress(long read, long written, long rejected, long unknown, @Nullable Long total, Duration elapsed,
		Duration waited, boolean running) {

	private static final double NANOS_PER_SECOND = 1_000_000_000;

	/**
	 * Return how many records are done, be it read, written, rejected or of unknown
	 * outcome.
	 * @return the number
	 */
	public long done() {
		return this.read + this.written + this.rejected + this.unknown;
	}

	/**
	 * Return how many records are done in a second.
	 * @return the number, 0 where no time has passed yet
	 */
	public double perSecond() {
		return this.elapsed.isZero() ? 0 : done() * NANOS_PER_SECOND / this.elapsed.toNanos();
	}

	/**
	 * Return how long the rest takes if it goes on as fast as so far.
	 * @return the time, or {@code null} where the total is not known or nothing done yet
	 */
	public @Nullable Duration remaining() {
		if (this.total == null || done() == 0) {
			return null;
		}
		long left = Math.max(0, this.total - done());
		return Duration.ofMillis(Math.round((double) this.elapsed.toMillis() * left / done()));
	}

	/**
	 * Return one line for a log, such as {@code 1200 of 5000 records, 400.0/s, waited
	 * 1.5 s}.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder().append(done());
		if (this.total != null) {
			text.append(" of ").append(this.total);
		}
		text.append(" records");
		StringJoiner notWritten = new StringJoiner(", ", " (", ")").setEmptyValue("");
		if (this.rejected > 0) {
			notWritten.add(this.rejected + " refused");
		}
		if (this.unknown > 0) {
			notWritten.add(this.unknown + " unknown");
		}
		return text.append(notWritten)
			.append(String.format(Locale.ROOT, ", %.1f/s, waited %.1f s", perSecond(),
					this.waited.toNanos() / NANOS_PER_SECOND))
			.toString();
	}

}
