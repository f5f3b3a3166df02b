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

package io.github.biginspring.sample.transfer;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.ErrorResponse;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.progress.Progress;
import io.github.biginspring.sample.csv.UnreadableLineException;

/**
 * What is told of an import or export while it runs. In JSON, {@code event} says which of
 * these it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({ @Type(name = "progress", value = TransferEvent.Progressed.class),
		@Type(name = "updated", value = TransferEvent.Updated.class),
		@Type(name = "rejected", value = TransferEvent.Rejected.class),
		@Type(name = "unknown", value = TransferEvent.Unknown.class),
		@Type(name = "error", value = TransferEvent.Failed.class),
		@Type(name = "imported", value = TransferEvent.Imported.class),
		@Type(name = "exported", value = TransferEvent.Exported.class) })
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface TransferEvent {

	/**
	 * Some contacts more are done.
	 *
	 * @param done how many are done, whatever became of them
	 * @param total how many there are, or {@code null} where nobody said
	 * @param rejected how many were not written
	 * @param unknown how many may have been written or not
	 * @param perSecond how many are done in a second
	 * @param elapsed the seconds since the beginning
	 * @param waited the seconds that calls have waited for their turn within the limits
	 * @param remaining the seconds that the rest takes, or {@code null} where that cannot
	 * be told
	 */
	record Progressed(long done, @Nullable Long total, long rejected, long unknown, double perSecond, double elapsed,
			double waited, @Nullable Double remaining) implements TransferEvent {

		static final Progressed NOTHING_YET = new Progressed(0, null, 0, 0, 0, 0, 0, null);

		static Progressed of(Progress progress) {
			Duration remaining = progress.remaining();
			return new Progressed(progress.done(), progress.total(), progress.rejected(), progress.unknown(),
					rounded(progress.perSecond()), seconds(progress.elapsed()), seconds(progress.waited()),
					(remaining != null) ? seconds(remaining) : null);
		}

		private static double seconds(Duration duration) {
			return rounded(duration.toMillis() / 1000.0);
		}

		private static double rounded(double value) {
			return Math.round(value * 10) / 10.0;
		}

	}

	/**
	 * There was such a contact already, which was updated.
	 *
	 * @param line where the contact stands in what was imported, from 1
	 * @param id its record id
	 */
	record Updated(long line, String id) implements TransferEvent {

	}

	/**
	 * A contact was not written, and can be imported again once it is put right.
	 *
	 * @param line where it stands in what was imported, from 1
	 * @param detail why
	 * @param code Bigin's code, or {@code null} where Bigin was not asked
	 * @param field the field that is wrong, or {@code null}
	 */
	record Rejected(long line, @Nullable String detail, @Nullable String code,
			@Nullable String field) implements TransferEvent {

		static Rejected of(ImportedContact contact, BiginException error) {
			RowProblem problem = contact.problem();
			if (problem != null) {
				return new Rejected(contact.line(), problem.reason(), null, problem.field());
			}
			String field = (error instanceof BiginInvalidRequestException refusal) ? refusal.getField() : null;
			String message = error.getErrorDetails().message();
			return new Rejected(contact.line(), (message != null) ? message : error.getMessage(), error.getCode(),
					field);
		}

	}

	/**
	 * Whether a contact was written is unknown.
	 *
	 * @param line where it stands in what was imported, from 1
	 * @param detail why it is not known
	 */
	record Unknown(long line, @Nullable String detail) implements TransferEvent {

	}

	/**
	 * It went no further.
	 *
	 * @param detail why
	 */
	record Failed(String detail) implements TransferEvent {

		private static final Logger logger = LoggerFactory.getLogger(Failed.class);

		/**
		 * Tell of an error what whoever asked for the transfer may know.
		 * @param error the error
		 * @return the event
		 */
		static Failed of(Throwable error) {
			String detail = null;
			if (error instanceof ErrorResponse response) {
				detail = response.getBody().getDetail();
			}
			else if (error instanceof BiginException || error instanceof UnreadableLineException) {
				detail = error.getMessage();
			}
			if (detail == null) {
				logger.warn("An import or export has failed", error);
				detail = "The application failed";
			}
			return new Failed(detail);
		}

	}

	/**
	 * The import has ended.
	 *
	 * @param complete whether it went through to the end of what was sent
	 * @param created how many contacts are new
	 * @param updated how many were there already
	 * @param rejected how many were not written
	 * @param unknown how many may have been written or not
	 */
	record Imported(boolean complete, long created, long updated, long rejected,
			long unknown) implements TransferEvent {

	}

	/**
	 * The export has ended.
	 *
	 * @param complete whether it has all contacts
	 * @param read how many were read
	 */
	record Exported(boolean complete, long read) implements TransferEvent {

	}

}
