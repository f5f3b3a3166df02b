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

package io.github.biginspring.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event: a record of {@code Events}.
 * <p>
 * To be created it needs a title, a start and an end. The fields are those recorded from
 * the live API. The module needs an OAuth scope of its own.
 *
 * @since 0.1.0
 */
@BiginModule("Events")
public class Event extends ActivityRecord {

	/**
	 * Create an event without fields.
	 */
	public Event() {
	}

	/**
	 * Return the title.
	 * @return the title, or {@code null}
	 */
	public @Nullable String getEventTitle() {
		return getText("Event_Title");
	}

	/**
	 * Set the title.
	 * @param eventTitle the title, or {@code null} to clear it
	 */
	public void setEventTitle(@Nullable String eventTitle) {
		set("Event_Title", eventTitle);
	}

	/**
	 * Return the start ({@code Start_DateTime}).
	 * @return the start, or {@code null}
	 */
	@BiginField("Start_DateTime")
	public @Nullable OffsetDateTime getStartDateTime() {
		return getDateTime("Start_DateTime");
	}

	/**
	 * Set the start.
	 * @param startDateTime the start, or {@code null} to clear it
	 */
	public void setStartDateTime(@Nullable OffsetDateTime startDateTime) {
		set("Start_DateTime", startDateTime);
	}

	/**
	 * Return the end ({@code End_DateTime}).
	 * @return the end, or {@code null}
	 */
	@BiginField("End_DateTime")
	public @Nullable OffsetDateTime getEndDateTime() {
		return getDateTime("End_DateTime");
	}

	/**
	 * Set the end.
	 * @param endDateTime the end, or {@code null} to clear it
	 */
	public void setEndDateTime(@Nullable OffsetDateTime endDateTime) {
		set("End_DateTime", endDateTime);
	}

	/**
	 * Return whether the event takes all day ({@code All_day}).
	 * @return whether the event takes all day, or {@code null}
	 */
	@BiginField("All_day")
	public @Nullable Boolean getAllDay() {
		return getBoolean("All_day");
	}

	/**
	 * Set whether the event takes all day.
	 * @param allDay whether the event takes all day, or {@code null} to clear it
	 */
	public void setAllDay(@Nullable Boolean allDay) {
		set("All_day", allDay);
	}

	/**
	 * Return the venue.
	 * @return the venue, or {@code null}
	 */
	public @Nullable String getVenue() {
		return getText("Venue");
	}

	/**
	 * Set the venue.
	 * @param venue the venue, or {@code null} to clear it
	 */
	public void setVenue(@Nullable String venue) {
		set("Venue", venue);
	}

	/**
	 * Return the participants as they stand on the wire, each of them a map.
	 * @return the participants, or {@code null}
	 */
	public @Nullable List<?> getParticipants() {
		return (List<?>) get("Participants");
	}

	/**
	 * Set the participants.
	 * @param participants a map for each, or {@code null} to clear the field
	 */
	public void setParticipants(@Nullable List<?> participants) {
		set("Participants", participants);
	}

	/**
	 * Return the description.
	 * @return the description, or {@code null}
	 */
	public @Nullable String getDescription() {
		return getText("Description");
	}

	/**
	 * Set the description.
	 * @param description the description, or {@code null} to clear it
	 */
	public void setDescription(@Nullable String description) {
		set("Description", description);
	}

	/**
	 * Return the reminders, a map with {@code unit} and {@code period} for each.
	 * @return the reminders, a map with {@code unit} and {@code period} for each, or
	 * {@code null}
	 */
	public @Nullable List<?> getRemindAt() {
		return (get("Remind_At") instanceof List<?> value) ? value : null;
	}

	/**
	 * Set the reminders, a map with {@code unit} and {@code period} for each.
	 * @param remindAt the reminders, a map with {@code unit} and {@code period} for each,
	 * or {@code null} to clear it
	 */
	public void setRemindAt(@Nullable List<?> remindAt) {
		set("Remind_At", remindAt);
	}

	/**
	 * Return how it recurs, a map with an {@code RRULE}.
	 * @return how it recurs, a map with an {@code RRULE}, or {@code null}
	 */
	public @Nullable Map<?, ?> getRecurringActivity() {
		return (get("Recurring_Activity") instanceof Map<?, ?> value) ? value : null;
	}

	/**
	 * Set how it recurs, a map with an {@code RRULE}.
	 * @param recurringActivity how it recurs, a map with an {@code RRULE}, or
	 * {@code null} to clear it
	 */
	public void setRecurringActivity(@Nullable Map<?, ?> recurringActivity) {
		set("Recurring_Activity", recurringActivity);
	}

}
