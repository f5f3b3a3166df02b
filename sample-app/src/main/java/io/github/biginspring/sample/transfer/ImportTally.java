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

package io.github.biginspring.sample.transfer;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.sample.transfer.TransferEvent.Failed;
import io.github.biginspring.sample.transfer.TransferEvent.Imported;
import io.github.biginspring.sample.transfer.TransferEvent.Updated;
import io.github.biginspring.write.UpsertAction;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Unknown;
import io.github.biginspring.write.WriteResult.Written;

/**
 * Counts what became of the contacts of one import.
 */
class ImportTally {

	private long created;

	private long updated;

	private long rejected;

	private long unknown;

	private boolean complete = true;

	/**
	 * Count a result.
	 * @param result the result
	 * @return what there is to tell of it, or {@code null} of a contact that is new
	 */
	@Nullable TransferEvent count(WriteResult<ImportedContact> result) {
		long line = result.input().line();
		if (result instanceof Rejected<ImportedContact> failed) {
			this.rejected++;
			return TransferEvent.Rejected.of(result.input(), failed.error());
		}
		if (result instanceof Unknown<ImportedContact> failed) {
			this.unknown++;
			return new TransferEvent.Unknown(line, failed.error().getMessage());
		}
		if (result instanceof Written<ImportedContact> written && UpsertAction.UPDATE.equals(written.action())) {
			this.updated++;
			return new Updated(line, written.id());
		}
		this.created++;
		return null;
	}

	Failed fail(Failed failure) {
		this.complete = false;
		return failure;
	}

	Imported imported() {
		return new Imported(this.complete, this.created, this.updated, this.rejected, this.unknown);
	}

}
