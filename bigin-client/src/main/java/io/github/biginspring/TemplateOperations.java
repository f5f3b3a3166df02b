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

import io.github.biginspring.change.ChangeOperations;
import io.github.biginspring.change.internal.ChangeTemplate;
import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.connection.internal.ConnectionTemplate;
import io.github.biginspring.file.FileOperations;
import io.github.biginspring.file.internal.FileTemplate;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.BoundExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.mail.MailOperations;
import io.github.biginspring.mail.internal.MailTemplate;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.UserOperations;
import io.github.biginspring.metadata.internal.MetadataTemplate;
import io.github.biginspring.metadata.internal.UserTemplate;
import io.github.biginspring.notification.NotificationOperations;
import io.github.biginspring.notification.internal.NotificationTemplate;
import io.github.biginspring.query.BulkReadOperations;
import io.github.biginspring.query.QueryOperations;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.internal.QueryTemplate;
import io.github.biginspring.query.internal.bulk.BulkReadTemplate;
import io.github.biginspring.related.RelationOperations;
import io.github.biginspring.related.TagOperations;
import io.github.biginspring.related.internal.RelationTemplate;
import io.github.biginspring.related.internal.TagTemplate;
import io.github.biginspring.request.internal.RequestTemplate;
import io.github.biginspring.write.OwnerOperations;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.internal.OwnerTemplate;
import io.github.biginspring.write.internal.WriteTemplate;

/**
 * The operations that a {@link BiginTemplate} is made of, each kind by an object of its
 * own. They prepare what reads their responses, which takes longer than all the rest of a
 * template.
 */
final class TemplateOperations {

	private final QueryOperations queries;

	private final WriteOperations writes;

	private final ChangeOperations changes;

	private final BulkReadOperations bulkReads;

	private final MetadataOperations metadata;

	private final ConnectionOperations connections;

	private final NotificationOperations notifications;

	private final FileOperations files;

	private final RelationOperations relations;

	private final TagOperations tags;

	private final OwnerOperations owners;

	private final MailOperations mails;

	private final UserOperations users;

	private final RequestTemplate requests;

	TemplateOperations(CallExchange exchange, OperationObserver observer, TemplateParts parts) {
		RecordMapper mapper = parts.mapper();
		BoundExchange bound = BoundExchange.of(exchange);
		this.queries = new QueryTemplate(exchange, observer, mapper, parts.pageSize(), parts.clock(),
				ReadPlan.automatic());
		this.writes = new WriteTemplate(exchange, observer, mapper);
		this.changes = new ChangeTemplate(
				new QueryTemplate(bound.withPriorityIfNone(CallPriority.BACKGROUND), observer, mapper, parts.pageSize(),
						parts.clock()),
				mapper, parts.changeSettings(), parts.clock(), parts.lifecycle(), bound.isOnOneConnection());
		this.bulkReads = new BulkReadTemplate(exchange, observer, mapper, parts.downloadPaces(), parts.lifecycle(),
				bound.connectionId());
		this.metadata = new MetadataTemplate(exchange, observer, mapper.jsonMapper(), parts.fieldCache(),
				bound::connectionId);
		this.connections = new ConnectionTemplate(exchange, observer, mapper.jsonMapper(), parts.lifecycle());
		this.notifications = new NotificationTemplate(exchange, observer, mapper.jsonMapper(), parts.clock());
		this.files = new FileTemplate(exchange, observer, mapper);
		this.relations = new RelationTemplate(exchange, observer, mapper, parts.pageSize());
		this.tags = new TagTemplate(exchange, observer, mapper);
		this.owners = new OwnerTemplate(exchange, observer, mapper);
		this.mails = new MailTemplate(exchange, observer, mapper);
		this.users = new UserTemplate(exchange, observer, mapper.jsonMapper());
		this.requests = new RequestTemplate(exchange, observer, mapper.jsonMapper());
	}

	QueryOperations queries() {
		return this.queries;
	}

	WriteOperations writes() {
		return this.writes;
	}

	ChangeOperations changes() {
		return this.changes;
	}

	BulkReadOperations bulkReads() {
		return this.bulkReads;
	}

	MetadataOperations metadata() {
		return this.metadata;
	}

	ConnectionOperations connections() {
		return this.connections;
	}

	NotificationOperations notifications() {
		return this.notifications;
	}

	FileOperations files() {
		return this.files;
	}

	RelationOperations relations() {
		return this.relations;
	}

	TagOperations tags() {
		return this.tags;
	}

	OwnerOperations owners() {
		return this.owners;
	}

	MailOperations mails() {
		return this.mails;
	}

	UserOperations users() {
		return this.users;
	}

	RequestTemplate requests() {
		return this.requests;
	}

}
