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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The progress of reads and writes. It counts records and names none. A test creates one
 * by {@link #builder()}.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class Progress {

	private static final double NANOS_PER_SECOND = 1_000_000_000;

	private final long read;

	private final long written;

	private final long rejected;

	private final long unknown;

	private final @Nullable Long total;

	private final Duration elapsed;

	private final Duration waited;

	private final boolean running;

	private Progress(Builder builder) {
		this.read = builder.read;
		this.written = builder.written;
		this.rejected = builder.rejected;
		this.unknown = builder.unknown;
		this.total = builder.total;
		this.elapsed = builder.elapsed;
		this.waited = builder.waited;
		this.running = builder.running;
	}

	/**
	 * Start a progress of no records in no time.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return how many records were read from the service.
	 * @return the number
	 */
	public long read() {
		return this.read;
	}

	/**
	 * Return how many records were written.
	 * @return the number
	 */
	public long written() {
		return this.written;
	}

	/**
	 * Return how many records the service rejected.
	 * @return the number
	 */
	public long rejected() {
		return this.rejected;
	}

	/**
	 * Return how many records may have been written or not, because the response was lost
	 * or the service failed.
	 * @return the number
	 */
	public long unknown() {
		return this.unknown;
	}

	/**
	 * Return how many records there are.
	 * @return the number, or {@code null} where that was not said
	 */
	public @Nullable Long total() {
		return this.total;
	}

	/**
	 * Return the time since the first operation began.
	 * @return the time
	 */
	public Duration elapsed() {
		return this.elapsed;
	}

	/**
	 * Return how long calls have waited for their turn within the service's limits; of
	 * calls that wait side by side all time counts.
	 * @return the time
	 */
	public Duration waited() {
		return this.waited;
	}

	/**
	 * Whether an operation is running.
	 * @return {@code false} at the end
	 */
	public boolean running() {
		return this.running;
	}

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

	private List<@Nullable Object> values() {
		return Arrays.asList(this.read, this.written, this.rejected, this.unknown, this.total, this.elapsed,
				this.waited, this.running);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Progress progress && values().equals(progress.values());
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	/**
	 * Builds a {@link Progress}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private long read;

		private long written;

		private long rejected;

		private long unknown;

		private @Nullable Long total;

		private Duration elapsed = Duration.ZERO;

		private Duration waited = Duration.ZERO;

		private boolean running;

		private Builder() {
		}

		/**
		 * Set how many records were read.
		 * @param read the number
		 * @return this builder
		 */
		public Builder read(long read) {
			this.read = read;
			return this;
		}

		/**
		 * Set how many records were written.
		 * @param written the number
		 * @return this builder
		 */
		public Builder written(long written) {
			this.written = written;
			return this;
		}

		/**
		 * Set how many records the service rejected.
		 * @param rejected the number
		 * @return this builder
		 */
		public Builder rejected(long rejected) {
			this.rejected = rejected;
			return this;
		}

		/**
		 * Set how many records may have been written or not.
		 * @param unknown the number
		 * @return this builder
		 */
		public Builder unknown(long unknown) {
			this.unknown = unknown;
			return this;
		}

		/**
		 * Set how many records there are.
		 * @param total the number, or {@code null}
		 * @return this builder
		 */
		public Builder total(@Nullable Long total) {
			this.total = total;
			return this;
		}

		/**
		 * Set the time since the first operation began.
		 * @param elapsed the time
		 * @return this builder
		 */
		public Builder elapsed(Duration elapsed) {
			Assert.notNull(elapsed, "'elapsed' must not be null");
			this.elapsed = elapsed;
			return this;
		}

		/**
		 * Set how long calls have waited for their turn.
		 * @param waited the time
		 * @return this builder
		 */
		public Builder waited(Duration waited) {
			Assert.notNull(waited, "'waited' must not be null");
			this.waited = waited;
			return this;
		}

		/**
		 * Set whether an operation is running.
		 * @param running {@code false} at the end, which is the default
		 * @return this builder
		 */
		public Builder running(boolean running) {
			this.running = running;
			return this;
		}

		/**
		 * Build the progress.
		 * @return the progress
		 */
		public Progress build() {
			return new Progress(this);
		}

	}

}
