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

import org.springframework.util.Assert;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

/**
 * {@link BlockingWriteOperations} by the reactive ones.
 */
class DefaultBlockingWriteOperations implements BlockingWriteOperations {

	private final WriteOperations writes;

	DefaultBlockingWriteOperations(WriteOperations writes) {
		Assert.notNull(writes, "'operations' must not be null");
		this.writes = writes;
	}

	@Override
	public BlockingWriteOperations withOptions(WriteOptions options) {
		return new DefaultBlockingWriteOperations(this.writes.withOptions(options));
	}

	@Override
	public <T> BlockingRecordWriter<T> batch(Class<T> type) {
		return new BlockingRecordWriter<>(this.writes.batch(type));
	}

	@Override
	public BlockingRecordWriter<BiginRecord> batch(String module) {
		return new BlockingRecordWriter<>(this.writes.batch(module));
	}

	@Override
	public <T> Written<T> create(T record) {
		return Blocking.value(this.writes.create(record));
	}

	@Override
	public Written<BiginRecord> create(String module, BiginRecord record) {
		return Blocking.value(this.writes.create(module, record));
	}

	@Override
	public <T> WriteResults<T> createAll(Collection<T> records) {
		return Blocking.value(this.writes.createAll(records));
	}

	@Override
	public WriteResults<BiginRecord> createAll(String module, Collection<BiginRecord> records) {
		return Blocking.value(this.writes.createAll(module, records));
	}

	@Override
	public <T> Written<T> update(T record) {
		return Blocking.value(this.writes.update(record));
	}

	@Override
	public Written<BiginRecord> update(String module, BiginRecord record) {
		return Blocking.value(this.writes.update(module, record));
	}

	@Override
	public <T> WriteResults<T> updateAll(Collection<T> records) {
		return Blocking.value(this.writes.updateAll(records));
	}

	@Override
	public WriteResults<BiginRecord> updateAll(String module, Collection<BiginRecord> records) {
		return Blocking.value(this.writes.updateAll(module, records));
	}

	@Override
	public <T> Written<T> upsert(T record, String... checkFields) {
		return Blocking.value(this.writes.upsert(record, checkFields));
	}

	@Override
	public Written<BiginRecord> upsert(String module, BiginRecord record, String... checkFields) {
		return Blocking.value(this.writes.upsert(module, record, checkFields));
	}

	@Override
	public <T> WriteResults<T> upsertAll(Collection<T> records, String... checkFields) {
		return Blocking.value(this.writes.upsertAll(records, checkFields));
	}

	@Override
	public WriteResults<BiginRecord> upsertAll(String module, Collection<BiginRecord> records, String... checkFields) {
		return Blocking.value(this.writes.upsertAll(module, records, checkFields));
	}

	@Override
	public Written<String> delete(Class<?> type, String id) {
		return Blocking.value(this.writes.delete(type, id));
	}

	@Override
	public Written<String> delete(String module, String id) {
		return Blocking.value(this.writes.delete(module, id));
	}

	@Override
	public WriteResults<String> deleteAll(Class<?> type, Collection<String> ids) {
		return Blocking.value(this.writes.deleteAll(type, ids));
	}

	@Override
	public WriteResults<String> deleteAll(String module, Collection<String> ids) {
		return Blocking.value(this.writes.deleteAll(module, ids));
	}

}
