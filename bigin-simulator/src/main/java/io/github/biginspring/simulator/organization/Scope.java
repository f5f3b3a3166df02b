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
 * The kinds of call that need an OAuth scope of their own, beside that of the module.
 *
 * @since 0.1.0
 */
public enum Scope {

	/**
	 * To list, get and write records.
	 */
	RECORDS,

	/**
	 * To read and write what is attached to records.
	 */
	ATTACHMENTS,

	/**
	 * To search records.
	 */
	SEARCH,

	/**
	 * To query records by COQL.
	 */
	COQL,

	/**
	 * To read records in bulk.
	 */
	BULK,

	/**
	 * To watch records.
	 */
	NOTIFICATIONS,

	/**
	 * To give records to another owner.
	 */
	CHANGE_OWNER,

	/**
	 * To send mails.
	 */
	SEND_MAIL,

	/**
	 * To upload and download files that belong to no record.
	 */
	FILES,

	/**
	 * To read modules, fields and tags.
	 */
	SETTINGS,

	/**
	 * To read the organisation, and to set its photo.
	 */
	ORGANIZATION,

	/**
	 * To read and write users.
	 */
	USERS

}
