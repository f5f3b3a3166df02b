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

package io.github.biginspring.simulator.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.RefusedException;

/**
 * The bulk reads of an organisation. A job goes on by one state whenever it is asked for,
 * unless {@link #stepEvery} lets it go on by the clock. Safe for use by several threads.
 * All is forgotten when the organisation is reset.
 *
 * @since 0.1.0
 */
public final class BulkReads {

	private static final int GREATEST_DOWNLOADS = 10;

	private static final Duration DOWNLOAD_WINDOW = Duration.ofMinutes(1);

	private static final int PAGE_SIZE = 200_000;

	private final Organization organization;

	private final Map<String, BulkReadJob> jobs = new HashMap<>();

	private final Deque<Instant> downloads = new ArrayDeque<>();

	private int pageSize = PAGE_SIZE;

	private @Nullable Duration step;

	private int failures;

	private BulkReadState failure = BulkReadState.FAILURE;

	private BulkReads(Organization organization) {
		this.organization = organization;
	}

	/**
	 * The bulk reads of an organisation.
	 * @param organization the organisation
	 * @return its bulk reads, the same at each call until it is reset
	 */
	public static BulkReads of(Organization organization) {
		return organization.state(BulkReads.class, BulkReads::new);
	}

	/**
	 * Let jobs go on by the clock of the organisation.
	 * @param step how long a job stays in each state; it is complete after three times
	 * that
	 * @return this
	 */
	public synchronized BulkReads stepEvery(Duration step) {
		if (step.isNegative() || step.isZero()) {
			throw new IllegalArgumentException("The time of a step must be positive, not " + step);
		}
		this.step = step;
		return this;
	}

	/**
	 * Let the next jobs fail instead of complete.
	 * @param count how many of the jobs that are yet to come
	 * @return this
	 */
	public synchronized BulkReads failNext(int count) {
		return failNext(count, "FAILURE");
	}

	/**
	 * Let the next jobs fail instead of complete.
	 * @param count how many of the jobs that are yet to come
	 * @param state their state, {@code FAILURE} or {@code FAILED}: both were seen
	 * @return this
	 */
	public synchronized BulkReads failNext(int count, String state) {
		this.failure = BulkReadState.failure(state);
		this.failures = count;
		return this;
	}

	/**
	 * How many records a file can hold. A calendar never holds more than 20,000.
	 * @param pageSize the greatest number of records, by default that of Bigin, 200,000
	 * @return this
	 */
	public synchronized BulkReads pageSize(int pageSize) {
		if (pageSize < 1) {
			throw new IllegalArgumentException("A page must hold a record at least, not " + pageSize);
		}
		this.pageSize = pageSize;
		return this;
	}

	/**
	 * Start a job.
	 * @param request what to read
	 * @return the entry of the response
	 */
	public synchronized Map<String, @Nullable Object> start(BulkReadRequest request) {
		request.check(this.organization);
		BulkReadState end = (this.failures > 0) ? this.failure : BulkReadState.COMPLETED;
		if (this.failures > 0) {
			this.failures--;
		}
		BulkReadJob job = new BulkReadJob(this.organization, request, this.pageSize, this.step, end);
		this.jobs.put(job.id(), job);
		return job.added();
	}

	/**
	 * How far a job is, which lets it go on where that is not left to the clock.
	 * @param id the id of the job
	 * @return the entry of the response
	 */
	public synchronized Map<String, @Nullable Object> poll(String id) {
		BulkReadJob job = job(id);
		job.poll();
		return job.toMap();
	}

	/**
	 * The module of a job.
	 * @param id the id of the job
	 * @return the API name of the module
	 */
	public synchronized String module(String id) {
		return job(id).request().module();
	}

	/**
	 * The module of a job whose result is asked for.
	 * @param id the id of the job
	 * @return the API name of the module
	 */
	public synchronized String moduleOfResult(String id) {
		return jobOfResult(id).request().module();
	}

	/**
	 * The file of a job.
	 * @param id the id of the job
	 * @return the bytes of a ZIP with one file, a CSV or a calendar
	 */
	public byte[] download(String id) {
		return permitted(id).archive();
	}

	private synchronized BulkReadJob permitted(String id) {
		BulkReadJob job = jobOfResult(id);
		Instant now = this.organization.now();
		this.downloads.removeIf((time) -> !time.plus(DOWNLOAD_WINDOW).isAfter(now));
		if (this.downloads.size() >= GREATEST_DOWNLOADS) {
			throw RefusedException.of(429, "TOO_MANY_REQUESTS", "too many requests. please try again after some time");
		}
		job.requireCompleted();
		this.downloads.add(now);
		return job;
	}

	private BulkReadJob jobOfResult(String id) {
		BulkReadJob job = this.jobs.get(id);
		if (job == null) {
			throw RefusedException.of("INVALID_DATA", "the job id given seems to be invalid").with("job_id", id);
		}
		return job;
	}

	private BulkReadJob job(String id) {
		BulkReadJob job = this.jobs.get(id);
		if (job == null) {
			throw RefusedException.of(404, "RESOURCE_NOT_FOUND", "the requested resource is not found")
				.with("job_id", id);
		}
		return job;
	}

	@Override
	public String toString() {
		return "Bulk reads of " + this.organization;
	}

}
