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

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A task: a record of {@code Tasks}.
 * <p>
 * To be created it needs a subject. The fields are those recorded from the live API. The
 * module needs an OAuth scope of its own.
 *
 * @since 0.1.0
 */
@BiginModule("Tasks")
public class Task extends ActivityRecord {

	/**
	 * Create a task without fields.
	 */
	public Task() {
	}

	/**
	 * Return the subject.
	 * @return the subject, or {@code null}
	 */
	public @Nullable String getSubject() {
		return getText("Subject");
	}

	/**
	 * Set the subject.
	 * @param subject the subject, or {@code null} to clear it
	 */
	public void setSubject(@Nullable String subject) {
		set("Subject", subject);
	}

	/**
	 * Return the due date.
	 * @return the due date, or {@code null}
	 */
	public @Nullable LocalDate getDueDate() {
		return getDate("Due_Date");
	}

	/**
	 * Set the due date.
	 * @param dueDate the due date, or {@code null} to clear it
	 */
	public void setDueDate(@Nullable LocalDate dueDate) {
		set("Due_Date", dueDate);
	}

	/**
	 * Return the status, which is a picklist value.
	 * @return the status, or {@code null}
	 */
	public @Nullable String getStatus() {
		return getText("Status");
	}

	/**
	 * Set the status, which is a picklist value.
	 * @param status the status, or {@code null} to clear it
	 */
	public void setStatus(@Nullable String status) {
		set("Status", status);
	}

	/**
	 * Return the priority, which is a picklist value.
	 * @return the priority, or {@code null}
	 */
	public @Nullable String getPriority() {
		return getText("Priority");
	}

	/**
	 * Set the priority, which is a picklist value.
	 * @param priority the priority, or {@code null} to clear it
	 */
	public void setPriority(@Nullable String priority) {
		set("Priority", priority);
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
	 * Return the reminder, a map with an {@code ALARM}.
	 * @return the reminder, a map with an {@code ALARM}, or {@code null}
	 */
	public @Nullable Map<?, ?> getRemindAt() {
		return (get("Remind_At") instanceof Map<?, ?> value) ? value : null;
	}

	/**
	 * Set the reminder, a map with an {@code ALARM}.
	 * @param remindAt the reminder, a map with an {@code ALARM}, or {@code null} to clear
	 * it
	 */
	public void setRemindAt(@Nullable Map<?, ?> remindAt) {
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
