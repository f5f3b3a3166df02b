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

package io.github.biginspring.query.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.BiginCall;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module that can be listed and queried by COQL while its records come and go.
 */
public class ModuleService extends PagedService {

	static final String LIST = "/bigin/v2/{module}";

	static final String COQL = "/bigin/v2/coql";

	private static final Pattern QUERY = Pattern.compile(
			"select .* from Pipelines where (?:id is not null|id ([<>]) '(\\d+)') order by id (asc|desc) limit (\\d+)"
					+ " offset (\\d+)");

	private final TreeSet<Long> ids = new TreeSet<>();

	private String coqlFields = "";

	private Function<BiginCall<?>, @Nullable BiginException> coqlFailure = (call) -> null;

	private boolean tokenExpired;

	private int coqlUnderWay;

	private int mostCoqlAtOnce;

	private int inFlight;

	public ModuleService(int size) {
		LongStream.range(0, size).forEach((i) -> this.ids.add(5_000_000_000L + i));
	}

	public void remove(long id) {
		this.ids.remove(id);
	}

	public void add() {
		this.ids.add(this.ids.last() + 1);
	}

	/**
	 * Let COQL give further fields than lists do.
	 * @param json the fields
	 */
	public void coqlFields(String json) {
		this.coqlFields = json;
	}

	public void failCoql(Function<BiginCall<?>, @Nullable BiginException> failure) {
		this.coqlFailure = failure;
	}

	/**
	 * Let the next page token be too old.
	 */
	public void expireToken() {
		this.tokenExpired = true;
	}

	public List<String> ids(String order) {
		List<String> sorted = new ArrayList<>(this.ids.stream().map(String::valueOf).toList());
		if (order.equals("desc")) {
			Collections.reverse(sorted);
		}
		return sorted;
	}

	public int mostCoqlAtOnce() {
		return this.mostCoqlAtOnce;
	}

	public int inFlight() {
		return this.inFlight;
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		int coql = call.pathTemplate().equals(COQL) ? 1 : 0;
		return Mono.defer(() -> {
			this.inFlight++;
			this.coqlUnderWay += coql;
			this.mostCoqlAtOnce = Math.max(this.mostCoqlAtOnce, this.coqlUnderWay);
			AtomicBoolean ended = new AtomicBoolean();
			return super.exchange(call).doOnTerminate(() -> end(ended, coql)).doOnCancel(() -> end(ended, coql));
		});
	}

	// what has ended can still be cancelled
	private void end(AtomicBoolean ended, int coql) {
		if (ended.compareAndSet(false, true)) {
			this.inFlight--;
			this.coqlUnderWay -= coql;
		}
	}

	@Override
	String response(BiginCall<?> call) {
		return call.pathTemplate().equals(COQL) ? rows(call) : list(call);
	}

	private String list(BiginCall<?> call) {
		String order = parameter(call, "sort_order");
		int size = number(call, "per_page");
		String token = parameter(call, "page_token");
		boolean descending = order == null || order.equals("desc");
		if (token != null && this.tokenExpired) {
			this.tokenExpired = false;
			throw refusal(call, "EXPIRED_VALUE");
		}
		if (token != null) {
			return page(descending, Long.valueOf(token), 0, size, "");
		}
		int start = (number(call, "page") - 1) * size;
		if (start + size > 2_000) {
			throw refusal(call, "DISCRETE_PAGINATION_LIMIT_EXCEEDED");
		}
		return page(descending, null, start, size, "");
	}

	private String rows(BiginCall<?> call) {
		BiginException failure = this.coqlFailure.apply(call);
		if (failure != null) {
			throw failure;
		}
		Matcher query = QUERY.matcher(statement(call));
		assertThat(query.matches()).as(statement(call)).isTrue();
		boolean descending = query.group(3).equals("desc");
		String last = query.group(2);
		if (last != null) {
			assertThat(query.group(1)).isEqualTo(descending ? "<" : ">");
		}
		return page(descending, (last != null) ? Long.valueOf(last) : null, Integer.parseInt(query.group(5)),
				Integer.parseInt(query.group(4)), this.coqlFields);
	}

	private String page(boolean descending, @Nullable Long last, int offset, int size, String further) {
		NavigableSet<Long> all = descending ? this.ids.descendingSet() : this.ids;
		List<Long> found = ((last != null) ? all.tailSet(last, false) : all).stream()
			.skip(offset)
			.limit(size + 1L)
			.toList();
		List<Long> shown = found.subList(0, Math.min(size, found.size()));
		boolean more = found.size() > size;
		return page(shown.stream().map((id) -> "{\"id\":\"" + id + "\"" + further + "}").toList(), more,
				more ? String.valueOf(shown.get(size - 1)) : null);
	}

}
