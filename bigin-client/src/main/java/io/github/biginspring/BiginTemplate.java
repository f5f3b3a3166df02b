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

import java.util.Collection;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.change.ChangeQuery;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.file.AttachmentOperations;
import io.github.biginspring.file.OrganizationPhotoOperations;
import io.github.biginspring.file.PhotoOperations;
import io.github.biginspring.file.UploadOperations;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.BoundExchange;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.mail.MailOperations;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.UserOperations;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.notification.NotificationOperations;
import io.github.biginspring.progress.ProgressListener;
import io.github.biginspring.progress.ProgressOptions;
import io.github.biginspring.progress.internal.ProgressObserver;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.query.CalendarRead;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.CoqlQuery;
import io.github.biginspring.query.DeletedQuery;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.related.NoteOperations;
import io.github.biginspring.related.RelatedOperations;
import io.github.biginspring.related.TagOperations;
import io.github.biginspring.request.BiginRequest;
import io.github.biginspring.validation.MappingValidator;
import io.github.biginspring.validation.internal.DefaultMappingValidator;
import io.github.biginspring.write.OwnerOperations;
import io.github.biginspring.write.RecordWriter;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

/**
 * Implementation of {@link BiginOperations} that calls Bigin through the Maton gateway.
 * Thread-safe; one instance is enough for an application.
 *
 * <pre class="code">
 * BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(System.getenv("MATON_API_KEY"))).build();
 * </pre>
 *
 * @since 0.1.0
 */
public class BiginTemplate implements BiginOperations {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final TemplateParts parts;

	private volatile @Nullable TemplateOperations operations;

	BiginTemplate(CallExchange exchange, OperationObserver observer, TemplateParts parts) {
		this.exchange = exchange;
		this.observer = observer;
		this.parts = parts;
	}

	/**
	 * Start to build a template.
	 * @param apiKey the API key of Maton
	 * @return a builder
	 */
	public static BiginTemplateBuilder builder(ApiKey apiKey) {
		return new BiginTemplateBuilder(apiKey);
	}

	/**
	 * Start making calls again after {@code stop}. A template that was just built makes
	 * calls without this. Templates derived from it, for another connection, priority or
	 * progress, start and stop together with it.
	 */
	public void start() {
		this.parts.lifecycle().start();
	}

	/**
	 * Stop making calls. Those that wait for their turn or for their next attempt fail
	 * with a {@link BiginShutdownException}, as does every further one; nothing of them
	 * was sent. Calls in flight finish. Readers that follow changes complete without an
	 * error, and the cursor of what was handled is stored. Returns at once.
	 * @param whenStopped called when no call is in flight any more, nor a change being
	 * handled
	 */
	public void stop(Runnable whenStopped) {
		Assert.notNull(whenStopped, "'whenStopped' must not be null");
		this.parts.lifecycle().stop(whenStopped);
	}

	/**
	 * Whether calls are made.
	 * @return {@code false} if they were stopped
	 */
	public boolean isRunning() {
		return !this.parts.lifecycle().isStopped();
	}

	/**
	 * Return the rate limiter of the calls, which templates with the same API key may
	 * share, for instance to read its {@linkplain BiginRateLimiter#status() status}.
	 * @return the rate limiter
	 */
	public BiginRateLimiter rateLimiter() {
		return this.parts.rateLimiter();
	}

	/**
	 * Return the ledger that counts the credits of calls, which templates with the same
	 * API key may share.
	 * @return the ledger, or {@code null} where credits are not counted
	 */
	public @Nullable BiginCreditLedger creditLedger() {
		return this.parts.creditLedger();
	}

	@Override
	public MetadataOperations metadata() {
		return operations().metadata();
	}

	@Override
	public ConnectionOperations connections() {
		return operations().connections();
	}

	@Override
	public NotificationOperations notifications() {
		return operations().notifications();
	}

	@Override
	public TagOperations tags() {
		return operations().tags();
	}

	@Override
	public OwnerOperations owners() {
		return operations().owners();
	}

	@Override
	public MailOperations mails() {
		return operations().mails();
	}

	@Override
	public UserOperations users() {
		return operations().users();
	}

	@Override
	public MappingValidator mappingValidator() {
		return new DefaultMappingValidator(operations().metadata(), this.parts.mapper());
	}

	@Override
	public BiginRequest request(HttpMethod method, String path, Object... variables) {
		return operations().requests().request(method, path, variables);
	}

	@Override
	public AttachmentOperations attachments(Class<?> type, String id) {
		return operations().files().attachments(type, id);
	}

	@Override
	public AttachmentOperations attachments(String module, String id) {
		return operations().files().attachments(module, id);
	}

	@Override
	public PhotoOperations photo(Class<?> type, String id) {
		return operations().files().photo(type, id);
	}

	@Override
	public PhotoOperations photo(String module, String id) {
		return operations().files().photo(module, id);
	}

	@Override
	public UploadOperations uploads() {
		return operations().files().uploads();
	}

	@Override
	public OrganizationPhotoOperations organizationPhoto() {
		return operations().files().organizationPhoto();
	}

	@Override
	public RelatedOperations related(Class<?> type, String id) {
		return operations().relations().related(type, id);
	}

	@Override
	public RelatedOperations related(String module, String id) {
		return operations().relations().related(module, id);
	}

	@Override
	public NoteOperations notes(Class<?> type, String id) {
		return operations().relations().notes(type, id);
	}

	@Override
	public NoteOperations notes(String module, String id) {
		return operations().relations().notes(module, id);
	}

	@Override
	public BiginOperations withConnection(String connectionId) {
		BoundExchange bound = BoundExchange.of(this.exchange).onConnection(connectionId);
		return copy(bound, Objects.equals(bound.connectionId(), connectionId()) ? this.observer
				: this.observer.onOtherConnection());
	}

	@Override
	public @Nullable String connectionId() {
		return BoundExchange.of(this.exchange).connectionId();
	}

	@Override
	public BiginOperations withPriority(CallPriority priority) {
		return copy(BoundExchange.of(this.exchange).withPriority(priority), this.observer);
	}

	@Override
	public BiginOperations withProgress(ProgressListener listener, ProgressOptions options) {
		return copy(this.exchange, new ProgressObserver(this.observer, listener, options, System::nanoTime));
	}

	private BiginTemplate copy(CallExchange exchange, OperationObserver observer) {
		return new BiginTemplate(exchange, observer, this.parts);
	}

	// an application may start long before its first call; two that are made at once are
	// as
	// good as one
	private TemplateOperations operations() {
		TemplateOperations known = this.operations;
		if (known == null) {
			known = new TemplateOperations(this.exchange, this.observer, this.parts);
			this.operations = known;
		}
		return known;
	}

	@Override
	public WriteOperations withOptions(WriteOptions options) {
		return operations().writes().withOptions(options);
	}

	@Override
	public <T> RecordWriter<T> batch(Class<T> type) {
		return operations().writes().batch(type);
	}

	@Override
	public RecordWriter<BiginRecord> batch(String module) {
		return operations().writes().batch(module);
	}

	@Override
	public <T> RecordQuery<T> query(Class<T> type) {
		return operations().queries().query(type);
	}

	@Override
	public RecordQuery<BiginRecord> query(String module) {
		return operations().queries().query(module);
	}

	@Override
	public <T> Mono<T> findById(Class<T> type, String id) {
		return operations().queries().findById(type, id);
	}

	@Override
	public Mono<BiginRecord> findById(String module, String id, String... fields) {
		return operations().queries().findById(module, id, fields);
	}

	@Override
	public <T> Flux<T> findAllById(Class<T> type, Collection<String> ids) {
		return operations().queries().findAllById(type, ids);
	}

	@Override
	public Flux<BiginRecord> findAllById(String module, Collection<String> ids, String... fields) {
		return operations().queries().findAllById(module, ids, fields);
	}

	@Override
	public <T> CoqlQuery<T> coql(Class<T> type) {
		return operations().queries().coql(type);
	}

	@Override
	public <T> CoqlQuery<T> coql(Class<T> type, Coql query) {
		return operations().queries().coql(type, query);
	}

	@Override
	public CoqlQuery<BiginRecord> coql(Coql query) {
		return operations().queries().coql(query);
	}

	@Override
	public DeletedQuery deleted(Class<?> type) {
		return operations().queries().deleted(type);
	}

	@Override
	public DeletedQuery deleted(String module) {
		return operations().queries().deleted(module);
	}

	@Override
	public <T> Mono<Written<T>> create(T record) {
		return operations().writes().create(record);
	}

	@Override
	public Mono<Written<BiginRecord>> create(String module, BiginRecord record) {
		return operations().writes().create(module, record);
	}

	@Override
	public <T> Mono<WriteResults<T>> createAll(Collection<T> records) {
		return operations().writes().createAll(records);
	}

	@Override
	public Mono<WriteResults<BiginRecord>> createAll(String module, Collection<BiginRecord> records) {
		return operations().writes().createAll(module, records);
	}

	@Override
	public <T> Mono<Written<T>> update(T record) {
		return operations().writes().update(record);
	}

	@Override
	public Mono<Written<BiginRecord>> update(String module, BiginRecord record) {
		return operations().writes().update(module, record);
	}

	@Override
	public <T> Mono<WriteResults<T>> updateAll(Collection<T> records) {
		return operations().writes().updateAll(records);
	}

	@Override
	public Mono<WriteResults<BiginRecord>> updateAll(String module, Collection<BiginRecord> records) {
		return operations().writes().updateAll(module, records);
	}

	@Override
	public <T> Mono<Written<T>> upsert(T record, String... checkFields) {
		return operations().writes().upsert(record, checkFields);
	}

	@Override
	public Mono<Written<BiginRecord>> upsert(String module, BiginRecord record, String... checkFields) {
		return operations().writes().upsert(module, record, checkFields);
	}

	@Override
	public <T> Mono<WriteResults<T>> upsertAll(Collection<T> records, String... checkFields) {
		return operations().writes().upsertAll(records, checkFields);
	}

	@Override
	public Mono<WriteResults<BiginRecord>> upsertAll(String module, Collection<BiginRecord> records,
			String... checkFields) {
		return operations().writes().upsertAll(module, records, checkFields);
	}

	@Override
	public Mono<Written<String>> delete(Class<?> type, String id) {
		return operations().writes().delete(type, id);
	}

	@Override
	public Mono<Written<String>> delete(String module, String id) {
		return operations().writes().delete(module, id);
	}

	@Override
	public Mono<WriteResults<String>> deleteAll(Class<?> type, Collection<String> ids) {
		return operations().writes().deleteAll(type, ids);
	}

	@Override
	public Mono<WriteResults<String>> deleteAll(String module, Collection<String> ids) {
		return operations().writes().deleteAll(module, ids);
	}

	@Override
	public <T> ChangeQuery<T> changes(Class<T> type) {
		return operations().changes().changes(type);
	}

	@Override
	public ChangeQuery<BiginRecord> changes(String module) {
		return operations().changes().changes(module);
	}

	@Override
	public <T> BulkRead<T> bulkRead(Class<T> type) {
		return operations().bulkReads().bulkRead(type);
	}

	@Override
	public BulkRead<BiginRecord> bulkRead(String module) {
		return operations().bulkReads().bulkRead(module);
	}

	@Override
	public CalendarRead calendarRead() {
		return operations().bulkReads().calendarRead();
	}

}
