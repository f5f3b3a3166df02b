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

package io.github.biginspring;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

import io.github.biginspring.change.ChangeOperations;
import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.file.FileOperations;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.mail.MailOperations;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.UserOperations;
import io.github.biginspring.notification.NotificationOperations;
import io.github.biginspring.progress.ProgressListener;
import io.github.biginspring.progress.ProgressOptions;
import io.github.biginspring.query.BulkReadOperations;
import io.github.biginspring.query.QueryOperations;
import io.github.biginspring.related.RelationOperations;
import io.github.biginspring.related.TagOperations;
import io.github.biginspring.request.BiginRequest;
import io.github.biginspring.validation.MappingValidator;
import io.github.biginspring.write.OwnerOperations;
import io.github.biginspring.write.WriteOperations;

/**
 * The operations of Bigin. No call is made before a result is subscribed to, and each
 * subscription makes its own calls. Failed calls emit a
 * {@link io.github.biginspring.error.BiginException}; an invalid argument causes an
 * {@link IllegalArgumentException} at once.
 *
 * <pre class="code">
 * Flux&lt;Contact&gt; watsons = bigin.query(Contact.class)
 *     .matching(where("Last_Name").is("Watson"))
 *     .all();
 * </pre>
 *
 * @since 0.1.0
 * @see BiginTemplate
 */
public interface BiginOperations extends QueryOperations, WriteOperations, ChangeOperations, BulkReadOperations,
		FileOperations, RelationOperations {

	/**
	 * Return the operations that read metadata: modules, fields, layouts, users.
	 * @return the operations
	 */
	MetadataOperations metadata();

	/**
	 * Return the operations for the connections of the API key at Maton.
	 * @return the operations
	 */
	ConnectionOperations connections();

	/**
	 * Return the operations for notifications of changes: channels and their
	 * subscriptions.
	 * @return the operations
	 */
	NotificationOperations notifications();

	/**
	 * Return the operations for tags of modules and records.
	 * @return the operations
	 */
	TagOperations tags();

	/**
	 * Return the operations that change the owner of records.
	 * @return the operations
	 */
	OwnerOperations owners();

	/**
	 * Return the operations that send mails.
	 * @return the operations
	 */
	MailOperations mails();

	/**
	 * Return the operations that add, change and delete users of the organisation.
	 * @return the operations
	 */
	UserOperations users();

	/**
	 * Return the validator that checks mapped types against the organisation.
	 * @return the validator
	 */
	MappingValidator mappingValidator();

	/**
	 * Start a request to any path of the API, for calls without an operation of their
	 * own.
	 * @param method the HTTP method
	 * @param path the path from {@code /bigin/} on, with its variables in braces; it is a
	 * tag of metrics, so parts that differ from request to request have to be variables
	 * @param variables the values of the variables, in order, not encoded
	 * @return the request
	 * @throws IllegalArgumentException if the path could lead elsewhere, or the variables
	 * do not fit it
	 */
	BiginRequest request(HttpMethod method, String path, Object... variables);

	/**
	 * Use another connection, and so the data of another organisation or user.
	 * @param connectionId the id of the connection
	 * @return operations whose calls to Bigin all go on that connection; these ones are
	 * not changed
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	BiginOperations withConnection(String connectionId);

	/**
	 * The connection that the calls to Bigin go on, which health checks look at.
	 * Operations that delegate to others have to return that of these.
	 * @return the id of the connection, or {@code null} where Maton chooses it
	 */
	default @Nullable String connectionId() {
		return null;
	}

	/**
	 * Make calls with another priority. An import or export that uses
	 * {@link CallPriority#BACKGROUND} lets calls that a user waits for go first.
	 * @param priority the priority of the calls when they wait for the service's limits
	 * @return operations whose calls all have that priority; these ones are not changed
	 */
	BiginOperations withPriority(CallPriority priority);

	/**
	 * Report the progress of long reads and writes, as
	 * {@link #withProgress(ProgressListener, ProgressOptions)} does, about once a second.
	 * @param listener the listener to notify
	 * @return operations that tell the listener; these ones are not changed
	 */
	default BiginOperations withProgress(ProgressListener listener) {
		return withProgress(listener, ProgressOptions.defaults());
	}

	/**
	 * Report the progress of long reads and writes. The work of the returned operations
	 * is counted together, so call this for each job.
	 *
	 * <pre class="code">
	 * Flux&lt;Contact&gt; contacts = bigin.withProgress((progress) -&gt; log.info("{}", progress))
	 *     .query(Contact.class)
	 *     .all();
	 * </pre>
	 * @param listener the listener to notify
	 * @param options how often it is notified, and how many records are expected
	 * @return operations that tell the listener; these ones are not changed
	 */
	BiginOperations withProgress(ProgressListener listener, ProgressOptions options);

}
