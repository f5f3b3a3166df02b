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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Flux;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import io.github.biginspring.sample.Refusal;

/**
 * The latest jobs, in memory: they are there after a page was loaded again, and gone
 * after the application was started again.
 */
@Component
class Jobs implements DisposableBean {

	/**
	 * How many are kept, of which the oldest give way once they have ended.
	 */
	static final int MAX_JOBS = 20;

	private static final Duration PERIOD = Duration.ofMillis(250);

	private final Map<String, Job> jobs = new LinkedHashMap<>();

	/**
	 * Add a job.
	 * @param job the job
	 * @param <J> its type
	 * @return the same
	 * @throws Refusal if too many are running
	 */
	<J extends Job> J add(J job) {
		synchronized (this.jobs) {
			if (this.jobs.size() >= MAX_JOBS) {
				Job ended = this.jobs.values()
					.stream()
					.filter((other) -> other.view().state().isEnd())
					.findFirst()
					.orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, "Too many jobs are running.",
							"Wait until one has ended, or stop one."));
				this.jobs.remove(ended.id());
			}
			this.jobs.put(job.id(), job);
		}
		return job;
	}

	Job get(String id) {
		synchronized (this.jobs) {
			Job job = this.jobs.get(id);
			if (job == null) {
				throw new Refusal(HttpStatus.NOT_FOUND, "That job is no longer kept here.",
						"Only the latest are. Start it once more.");
			}
			return job;
		}
	}

	/**
	 * Return all jobs.
	 * @return what there is to tell of them, the newest first
	 */
	List<JobView> all() {
		List<Job> newestFirst;
		synchronized (this.jobs) {
			newestFirst = new ArrayList<>(this.jobs.values());
		}
		Collections.reverse(newestFirst);
		return newestFirst.stream().map(Job::view).toList();
	}

	/**
	 * Follow all jobs.
	 * @return {@link #all()} now, and whenever something has changed; whoever takes it
	 * slowly is told the latest alone
	 */
	Flux<List<JobView>> updates() {
		return Flux.interval(Duration.ZERO, PERIOD).onBackpressureLatest().map((tick) -> all()).distinctUntilChanged();
	}

	@Override
	public void destroy() {
		synchronized (this.jobs) {
			this.jobs.values().forEach(Job::stop);
		}
	}

}
