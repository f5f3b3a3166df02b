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

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

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
 * own. Each is made when it is first asked for: what reads its responses takes longer to
 * prepare than all the rest of a template, and a template that is made for one connection
 * or one call uses one kind.
 */
final class TemplateOperations {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final TemplateParts parts;

	private final RecordMapper mapper;

	private final Part<QueryOperations> queries = new Part<>(this::newQueries);

	private final Part<WriteOperations> writes = new Part<>(this::newWrites);

	private final Part<ChangeOperations> changes = new Part<>(this::newChanges);

	private final Part<BulkReadOperations> bulkReads = new Part<>(this::newBulkReads);

	private final Part<MetadataOperations> metadata = new Part<>(this::newMetadata);

	private final Part<ConnectionOperations> connections = new Part<>(this::newConnections);

	private final Part<NotificationOperations> notifications = new Part<>(this::newNotifications);

	private final Part<FileOperations> files = new Part<>(this::newFiles);

	private final Part<RelationOperations> relations = new Part<>(this::newRelations);

	private final Part<TagOperations> tags = new Part<>(this::newTags);

	private final Part<OwnerOperations> owners = new Part<>(this::newOwners);

	private final Part<MailOperations> mails = new Part<>(this::newMails);

	private final Part<UserOperations> users = new Part<>(this::newUsers);

	private final Part<RequestTemplate> requests = new Part<>(this::newRequests);

	TemplateOperations(CallExchange exchange, OperationObserver observer, TemplateParts parts) {
		this.exchange = exchange;
		this.observer = observer;
		this.parts = parts;
		this.mapper = parts.mapper();
	}

	QueryOperations queries() {
		return this.queries.get();
	}

	WriteOperations writes() {
		return this.writes.get();
	}

	ChangeOperations changes() {
		return this.changes.get();
	}

	BulkReadOperations bulkReads() {
		return this.bulkReads.get();
	}

	MetadataOperations metadata() {
		return this.metadata.get();
	}

	ConnectionOperations connections() {
		return this.connections.get();
	}

	NotificationOperations notifications() {
		return this.notifications.get();
	}

	FileOperations files() {
		return this.files.get();
	}

	RelationOperations relations() {
		return this.relations.get();
	}

	TagOperations tags() {
		return this.tags.get();
	}

	OwnerOperations owners() {
		return this.owners.get();
	}

	MailOperations mails() {
		return this.mails.get();
	}

	UserOperations users() {
		return this.users.get();
	}

	RequestTemplate requests() {
		return this.requests.get();
	}

	private QueryOperations newQueries() {
		return new QueryTemplate(this.exchange, this.observer, this.mapper, this.parts.pageSize(), this.parts.clock(),
				ReadPlan.automatic());
	}

	private WriteOperations newWrites() {
		return new WriteTemplate(this.exchange, this.observer, this.mapper);
	}

	private ChangeOperations newChanges() {
		BoundExchange bound = BoundExchange.of(this.exchange);
		QueryOperations queries = new QueryTemplate(bound.withPriorityIfNone(CallPriority.BACKGROUND), this.observer,
				this.mapper, this.parts.pageSize(), this.parts.clock());
		return new ChangeTemplate(queries, this.mapper, this.parts.changeSettings(), this.parts.clock(),
				this.parts.lifecycle(), bound.isOnOneConnection());
	}

	private BulkReadOperations newBulkReads() {
		return new BulkReadTemplate(this.exchange, this.observer, this.mapper, this.parts.downloadPaces(),
				this.parts.lifecycle(), BoundExchange.of(this.exchange).connectionId());
	}

	private MetadataOperations newMetadata() {
		return new MetadataTemplate(this.exchange, this.observer, this.mapper.jsonMapper(), this.parts.fieldCache(),
				BoundExchange.of(this.exchange)::connectionId);
	}

	private ConnectionOperations newConnections() {
		return new ConnectionTemplate(this.exchange, this.observer, this.mapper.jsonMapper(), this.parts.lifecycle());
	}

	private NotificationOperations newNotifications() {
		return new NotificationTemplate(this.exchange, this.observer, this.mapper.jsonMapper(), this.parts.clock());
	}

	private FileOperations newFiles() {
		return new FileTemplate(this.exchange, this.observer, this.mapper);
	}

	private RelationOperations newRelations() {
		return new RelationTemplate(this.exchange, this.observer, this.mapper, this.parts.pageSize());
	}

	private TagOperations newTags() {
		return new TagTemplate(this.exchange, this.observer, this.mapper);
	}

	private OwnerOperations newOwners() {
		return new OwnerTemplate(this.exchange, this.observer, this.mapper);
	}

	private MailOperations newMails() {
		return new MailTemplate(this.exchange, this.observer, this.mapper);
	}

	private UserOperations newUsers() {
		return new UserTemplate(this.exchange, this.observer, this.mapper.jsonMapper());
	}

	private RequestTemplate newRequests() {
		return new RequestTemplate(this.exchange, this.observer, this.mapper.jsonMapper());
	}

	/**
	 * One kind of operations. Two that are made at once are as good as one, so that
	 * nobody waits for another thread.
	 */
	private static final class Part<T> {

		private final Supplier<T> factory;

		private volatile @Nullable T part;

		Part(Supplier<T> factory) {
			this.factory = factory;
		}

		T get() {
			T known = this.part;
			if (known == null) {
				known = this.factory.get();
				this.part = known;
			}
			return known;
		}

	}

}
