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

package io.github.biginspring.blocking;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.progress.ProgressListener;
import io.github.biginspring.progress.ProgressOptions;
import io.github.biginspring.query.Coql;

/**
 * {@link BiginClient} by the reactive operations.
 */
final class DefaultBiginClient extends DefaultBlockingWriteOperations implements BiginClient {

	private final BiginOperations operations;

	DefaultBiginClient(BiginOperations operations) {
		super(operations);
		this.operations = operations;
	}

	@Override
	public BiginOperations reactive() {
		return this.operations;
	}

	@Override
	public <T> Optional<T> call(Function<? super BiginOperations, ? extends Mono<T>> operation) {
		Assert.notNull(operation, "'operation' must not be null");
		return Blocking.optional(Mono.defer(() -> operation.apply(this.operations)));
	}

	@Override
	public <T> Stream<T> stream(Function<? super BiginOperations, ? extends Flux<T>> operation) {
		Assert.notNull(operation, "'operation' must not be null");
		return Blocking.stream(Flux.defer(() -> operation.apply(this.operations)), Blocking.RECORDS);
	}

	@Override
	public <T> BlockingRecordQuery<T> query(Class<T> type) {
		return new BlockingRecordQuery<>(this.operations.query(type));
	}

	@Override
	public BlockingRecordQuery<BiginRecord> query(String module) {
		return new BlockingRecordQuery<>(this.operations.query(module));
	}

	@Override
	public <T> Optional<T> findById(Class<T> type, String id) {
		return Blocking.optional(this.operations.findById(type, id));
	}

	@Override
	public Optional<BiginRecord> findById(String module, String id, String... fields) {
		return Blocking.optional(this.operations.findById(module, id, fields));
	}

	@Override
	public <T> List<T> findAllById(Class<T> type, Collection<String> ids) {
		return Blocking.list(this.operations.findAllById(type, ids));
	}

	@Override
	public List<BiginRecord> findAllById(String module, Collection<String> ids, String... fields) {
		return Blocking.list(this.operations.findAllById(module, ids, fields));
	}

	@Override
	public <T> BlockingCoqlQuery<T> coql(Class<T> type) {
		return new BlockingCoqlQuery<>(this.operations.coql(type));
	}

	@Override
	public <T> BlockingCoqlQuery<T> coql(Class<T> type, Coql query) {
		return new BlockingCoqlQuery<>(this.operations.coql(type, query));
	}

	@Override
	public BlockingCoqlQuery<BiginRecord> coql(Coql query) {
		return new BlockingCoqlQuery<>(this.operations.coql(query));
	}

	@Override
	public BlockingDeletedQuery deleted(Class<?> type) {
		return new BlockingDeletedQuery(this.operations.deleted(type));
	}

	@Override
	public BlockingDeletedQuery deleted(String module) {
		return new BlockingDeletedQuery(this.operations.deleted(module));
	}

	@Override
	public <T> BlockingBulkRead<T> bulkRead(Class<T> type) {
		return new BlockingBulkRead<>(this.operations.bulkRead(type));
	}

	@Override
	public BlockingBulkRead<BiginRecord> bulkRead(String module) {
		return new BlockingBulkRead<>(this.operations.bulkRead(module));
	}

	@Override
	public BlockingRelatedOperations related(Class<?> type, String id) {
		return new BlockingRelatedOperations(this.operations.related(type, id));
	}

	@Override
	public BlockingRelatedOperations related(String module, String id) {
		return new BlockingRelatedOperations(this.operations.related(module, id));
	}

	@Override
	public BlockingNoteOperations notes(Class<?> type, String id) {
		return new BlockingNoteOperations(this.operations.notes(type, id));
	}

	@Override
	public BlockingNoteOperations notes(String module, String id) {
		return new BlockingNoteOperations(this.operations.notes(module, id));
	}

	@Override
	public BlockingAttachmentOperations attachments(Class<?> type, String id) {
		return new BlockingAttachmentOperations(this.operations.attachments(type, id));
	}

	@Override
	public BlockingAttachmentOperations attachments(String module, String id) {
		return new BlockingAttachmentOperations(this.operations.attachments(module, id));
	}

	@Override
	public BlockingPhotoOperations photo(Class<?> type, String id) {
		return new BlockingPhotoOperations(this.operations.photo(type, id));
	}

	@Override
	public BlockingPhotoOperations photo(String module, String id) {
		return new BlockingPhotoOperations(this.operations.photo(module, id));
	}

	@Override
	public BlockingTagOperations tags() {
		return new BlockingTagOperations(this.operations.tags());
	}

	@Override
	public BlockingUploadOperations uploads() {
		return new BlockingUploadOperations(this.operations.uploads());
	}

	@Override
	public BlockingMetadataOperations metadata() {
		return new BlockingMetadataOperations(this.operations.metadata());
	}

	@Override
	public BlockingConnectionOperations connections() {
		return new BlockingConnectionOperations(this.operations.connections());
	}

	@Override
	public BlockingRequest request(HttpMethod method, String path, Object... variables) {
		return new BlockingRequest(this.operations.request(method, path, variables));
	}

	@Override
	public BiginClient withConnection(String connectionId) {
		return new DefaultBiginClient(this.operations.withConnection(connectionId));
	}

	@Override
	public @Nullable String connectionId() {
		return this.operations.connectionId();
	}

	@Override
	public BiginClient withPriority(CallPriority priority) {
		return new DefaultBiginClient(this.operations.withPriority(priority));
	}

	@Override
	public BiginClient withProgress(ProgressListener listener, ProgressOptions options) {
		return new DefaultBiginClient(this.operations.withProgress(listener, options));
	}

}
