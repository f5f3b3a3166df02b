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

package io.github.biginspring.simulator.request;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The requests that the simulator received, the latest 10,000 of them, or fewer if their
 * bodies have more than 256 MB in total. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class ReceivedRequests {

	private static final int CAPACITY = 10_000;

	private static final long GREATEST_SIZE = 256L * 1024 * 1024;

	private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

	private long count;

	private long size;

	/**
	 * Keep a request.
	 * @param request the request
	 */
	public synchronized void add(ReceivedRequest request) {
		this.requests.addLast(request);
		this.size += request.size();
		while (this.requests.size() > CAPACITY || (this.size > GREATEST_SIZE && this.requests.size() > 1)) {
			this.size -= this.requests.removeFirst().size();
		}
		this.count++;
	}

	/**
	 * The requests that are still known.
	 * @return the requests, oldest first
	 */
	public synchronized List<ReceivedRequest> all() {
		return List.copyOf(this.requests);
	}

	/**
	 * The requests that match a pattern.
	 * @param pattern the pattern, such as {@code "POST /Contacts"}; see
	 * {@link RequestPattern}
	 * @return the requests, oldest first
	 */
	public List<ReceivedRequest> matching(String pattern) {
		return all().stream().filter(RequestPattern.of(pattern)).toList();
	}

	/**
	 * The latest request.
	 * @return the request
	 * @throws NoSuchElementException if there was none
	 */
	public synchronized ReceivedRequest last() {
		return this.requests.getLast();
	}

	/**
	 * How many requests there were since the beginning or the last {@link #clear()},
	 * those no longer known among them.
	 * @return the number of requests
	 */
	public synchronized long count() {
		return this.count;
	}

	/**
	 * How many of the requests still known match a pattern.
	 * @param pattern the pattern, such as {@code "POST /Contacts"}; see
	 * {@link RequestPattern}
	 * @return the number of requests
	 */
	public int count(String pattern) {
		return matching(pattern).size();
	}

	/**
	 * Forget all requests.
	 */
	public synchronized void clear() {
		this.requests.clear();
		this.count = 0;
		this.size = 0;
	}

}
