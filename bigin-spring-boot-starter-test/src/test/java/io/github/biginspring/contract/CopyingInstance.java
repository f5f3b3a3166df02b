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

package io.github.biginspring.contract;

import java.net.URI;
import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.change.Change;
import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;

/**
 * An instance of an application, in a JVM of its own, that keeps a shared copy of all
 * contacts up to date for as long as it lives.
 */
final class CopyingInstance {

	static final Duration LOCK_AT_MAX_FOR = Duration.ofSeconds(2);

	private final String name;

	private final SharedCopy copy;

	private CopyingInstance(String name, SharedCopy copy) {
		this.name = name;
		this.copy = copy;
	}

	/**
	 * Run until it is killed.
	 * @param arguments the name of the instance, the URL and the API key of the service,
	 * and the URL of what is shared
	 */
	public static void main(String[] arguments) {
		SharedCopy copy = SharedCopy.at(arguments[3]);
		BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(arguments[2]))
			.endpoint(MatonEndpoint.of(URI.create(arguments[1])))
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(1_000))
			.changes(ChangeSettings.defaults()
				.withCursorStore(copy.cursorStore())
				.withLeaseProvider(copy.leaseProvider())
				.withWatermarkDelay(Duration.ofSeconds(1)))
			.build();
		new CopyingInstance(arguments[0], copy).follow(bigin);
	}

	private void follow(BiginTemplate bigin) {
		bigin.changes("Contacts")
			.fields("Last_Name")
			.pollEvery(Duration.ofMillis(100))
			.checkpointName("copy")
			.exclusive(LOCK_AT_MAX_FOR)
			.handle((change) -> Mono.<Void>fromRunnable(() -> store(change)).subscribeOn(Schedulers.boundedElastic()))
			.block();
	}

	private void store(Change<BiginRecord> change) {
		if (change instanceof Change.Saved<BiginRecord> saved) {
			this.copy.put(saved.id(), saved.record().getText("Last_Name"), this.name);
		}
		else if (change instanceof Change.Deleted<BiginRecord> deleted) {
			this.copy.put(deleted.id(), null, this.name);
		}
	}

}
