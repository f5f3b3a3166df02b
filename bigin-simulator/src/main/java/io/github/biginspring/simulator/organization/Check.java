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

package io.github.biginspring.simulator.organization;

/**
 * A check whose source is weak: it is known only from other clients or from Zoho CRM.
 * Each can be skipped by {@link OrganizationBuilder#lenient}.
 *
 * @since 0.1.0
 */
public enum Check {

	/**
	 * A value that the pick list of a field does not have is refused.
	 */
	PICK_LIST_VALUE,

	/**
	 * A sub-pipeline or a stage of another team pipeline is refused.
	 */
	STAGE_OF_PIPELINE,

	/**
	 * {@code Related_To} of a task, an event or a call is refused without
	 * {@code $related_module}, and where it is an activity or a note itself.
	 */
	RELATED_MODULE,

	/**
	 * A note that is created without a {@code Parent_Id} is refused.
	 */
	NOTE_PARENT,

	/**
	 * A {@code Recurring_Activity} that is no rule of recurrence is refused.
	 */
	RECURRENCE,

	/**
	 * A {@code Remind_At} that is no reminder is refused.
	 */
	REMINDER,

	/**
	 * {@code Participants} of another kind, or that do not exist, are refused.
	 */
	PARTICIPANTS,

	/**
	 * A {@code Call_Duration} that is neither {@code mm:ss} nor a number is refused.
	 */
	CALL_DURATION

}
