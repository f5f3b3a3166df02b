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

import org.jspecify.annotations.Nullable;

/**
 * A call: a record of {@code Calls}, which is a telephone call.
 * <p>
 * To be created it needs a type and a start. The fields are those recorded from the live
 * API. The module needs an OAuth scope of its own.
 *
 * @since 0.1.0
 */
@BiginModule("Calls")
public class Call extends ActivityRecord {

	/**
	 * Create a call without fields.
	 */
	public Call() {
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
	 * Return the type, which is a picklist value.
	 * @return the type, or {@code null}
	 */
	public @Nullable String getCallType() {
		return getText("Call_Type");
	}

	/**
	 * Set the type, which is a picklist value.
	 * @param callType the type, or {@code null} to clear it
	 */
	public void setCallType(@Nullable String callType) {
		set("Call_Type", callType);
	}

	/**
	 * Return the start.
	 * @return the start, or {@code null}
	 */
	public @Nullable OffsetDateTime getCallStartTime() {
		return getDateTime("Call_Start_Time");
	}

	/**
	 * Set the start.
	 * @param callStartTime the start, or {@code null} to clear it
	 */
	public void setCallStartTime(@Nullable OffsetDateTime callStartTime) {
		set("Call_Start_Time", callStartTime);
	}

	/**
	 * Return the duration as the service writes it.
	 * @return the duration, or {@code null}
	 */
	public @Nullable String getCallDuration() {
		return getText("Call_Duration");
	}

	/**
	 * Set the duration as the service writes it.
	 * @param callDuration the duration, or {@code null} to clear it
	 */
	public void setCallDuration(@Nullable String callDuration) {
		set("Call_Duration", callDuration);
	}

	/**
	 * Return the agenda.
	 * @return the agenda, or {@code null}
	 */
	public @Nullable String getCallAgenda() {
		return getText("Call_Agenda");
	}

	/**
	 * Set the agenda.
	 * @param callAgenda the agenda, or {@code null} to clear it
	 */
	public void setCallAgenda(@Nullable String callAgenda) {
		set("Call_Agenda", callAgenda);
	}

	/**
	 * Return the purpose, which is a picklist value.
	 * @return the purpose, which is a picklist value, or {@code null}
	 */
	public @Nullable String getCallPurpose() {
		return getText("Call_Purpose");
	}

	/**
	 * Set the purpose, which is a picklist value.
	 * @param callPurpose the purpose, which is a picklist value, or {@code null} to clear
	 * it
	 */
	public void setCallPurpose(@Nullable String callPurpose) {
		set("Call_Purpose", callPurpose);
	}

	/**
	 * Return the status, which is a picklist value.
	 * @return the status, which is a picklist value, or {@code null}
	 */
	public @Nullable String getCallStatus() {
		return getText("Call_Status");
	}

	/**
	 * Set the status, which is a picklist value.
	 * @param callStatus the status, which is a picklist value, or {@code null} to clear
	 * it
	 */
	public void setCallStatus(@Nullable String callStatus) {
		set("Call_Status", callStatus);
	}

	/**
	 * Return the number that was dialled.
	 * @return the number that was dialled, or {@code null}
	 */
	public @Nullable String getDialledNumber() {
		return getText("Dialled_Number");
	}

	/**
	 * Set the number that was dialled.
	 * @param dialledNumber the number that was dialled, or {@code null} to clear it
	 */
	public void setDialledNumber(@Nullable String dialledNumber) {
		set("Dialled_Number", dialledNumber);
	}

	/**
	 * Return the reminder.
	 * @return the reminder, or {@code null}
	 */
	public @Nullable String getReminder() {
		return getText("Reminder");
	}

	/**
	 * Set the reminder.
	 * @param reminder the reminder, or {@code null} to clear it
	 */
	public void setReminder(@Nullable String reminder) {
		set("Reminder", reminder);
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
	 * Return the contact ({@code Contact_Name}).
	 * @return the contact, or {@code null}
	 */
	@BiginField("Contact_Name")
	public @Nullable Lookup getContact() {
		return getLookup("Contact_Name");
	}

	/**
	 * Set the contact.
	 * @param contact the contact, or {@code null} to clear it
	 */
	public void setContact(@Nullable Lookup contact) {
		set("Contact_Name", contact);
	}

}
