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

package io.github.biginspring.faults;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchSubscription;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

/**
 * The columns of the matrix: what can be asked of the client, and how the service
 * responds it.
 */
enum OperationKind {

	GET(true, Responses.RECORD, (bigin) -> bigin.findById("Contacts", "1").map(Responses::idOf).map(List::of)),

	LIST(true, Responses.RECORD, (bigin) -> ids(bigin.query("Contacts").fields("Last_Name").all())),

	SEARCH(true, Responses.RECORD, (bigin) -> ids(bigin.query("Contacts").matchingWord("watson").all())),

	METADATA(true, "{\"modules\":[{\"api_name\":\"1\"}]}",
			(bigin) -> bigin.metadata().modules().map(ModuleInfo::apiName).collectList()),

	UPDATE_ONE(true, Responses.WRITTEN_ONE, (bigin) -> id(bigin.update("Contacts", Responses.record("1")))),

	UPDATE_MANY(true, Responses.WRITTEN_MANY,
			(bigin) -> all(bigin.updateAll("Contacts", List.of(Responses.record("1"), Responses.record("2"))))),

	DELETE_ONE(true, Responses.WRITTEN_ONE, (bigin) -> id(bigin.delete("Contacts", "1"))),

	DELETE_MANY(true, Responses.WRITTEN_MANY, (bigin) -> all(bigin.deleteAll("Contacts", List.of("1", "2")))),

	CREATE_ONE(false, Responses.WRITTEN_ONE, (bigin) -> id(bigin.create("Contacts", Responses.record(null)))),

	CREATE_MANY(false, Responses.WRITTEN_MANY,
			(bigin) -> all(bigin.createAll("Contacts", List.of(Responses.record(null), Responses.record(null))))),

	UPSERT(false, Responses.WRITTEN_ONE, (bigin) -> id(bigin.upsert("Contacts", Responses.record(null)))),

	UPSERT_REPEATED(true, Responses.WRITTEN_ONE,
			(bigin) -> id(bigin.upsert("Contacts", Responses.record(null), "Last_Name"))),

	COQL(true, Responses.RECORD, (bigin) -> ids(bigin.coql(Coql.select("id").from("Contacts")).all())),

	DELETED(true, Responses.RECORD, (bigin) -> bigin.deleted("Contacts").all().map(DeletedRecord::id).collectList()),

	RELATED_LIST(true, Responses.RECORD,
			(bigin) -> ids(bigin.related("Contacts", "1").list("Products", "Product_Name").all())),

	LINK(true, Responses.WRITTEN_ONE,
			(bigin) -> bigin.related("Contacts", "1").link("Products", "1").thenReturn(List.of("1"))),

	ATTACH(false, Responses.WRITTEN_ONE,
			(bigin) -> bigin.attachments("Contacts", "1")
				.add(FileContent.of("a.txt", new ByteArrayResource(new byte[100])))
				.map(List::of)),

	TAG_RECORDS(true, Responses.WRITTEN_ONE, (bigin) -> all(bigin.tags().addTo("Contacts", List.of("1"), "vip"))),

	BULK_READ(false,
			"{\"data\":[{\"code\":\"ADDED_SUCCESSFULLY\",\"status\":\"success\",\"details\":{\"id\":\"1\",\"state\":\"ADDED\"}}]}",
			(bigin) -> bigin.bulkRead("Contacts").create().map(BulkJob::id).map(List::of)),

	WATCH(true,
			"{\"watch\":[{\"code\":\"SUCCESS\",\"status\":\"success\",\"details\":{\"events\":[{\"channel_id\":\"1\"}]}}]}",
			(bigin) -> bigin.notifications()
				.subscribe(WatchRequest.channel("1")
					.events(WatchEvent.all("Contacts"))
					.notifyUrl(URI.create("https://app.example/bigin"))
					.build())
				.map(WatchSubscription::channelId)
				.map(List::of)),

	OTHER_GET(true, "\"1\"",
			(bigin) -> bigin.request(HttpMethod.GET, "/bigin/v2/{module}", "Contacts")
				.retrieveJson()
				.map((json) -> List.of(json.asString()))),

	OTHER_POST(false, "\"1\"",
			(bigin) -> bigin.request(HttpMethod.POST, "/bigin/v2/{module}", "Contacts")
				.body(Map.of())
				.retrieveJson()
				.map((json) -> List.of(json.asString()))),

	CONNECTIONS_LIST(true, "{\"connections\":[{\"connection_id\":\"1\",\"status\":\"ACTIVE\"}]}",
			(bigin) -> bigin.connections().list().map(MatonConnection::connectionId).collectList());

	private final boolean repeatable;

	private final String response;

	private final Function<BiginTemplate, Mono<List<String>>> call;

	OperationKind(boolean repeatable, String response, Function<BiginTemplate, Mono<List<String>>> call) {
		this.repeatable = repeatable;
		this.response = response;
		this.call = call;
	}

	/**
	 * Whether it may be sent again although its outcome is unknown.
	 */
	boolean isRepeatable() {
		return this.repeatable;
	}

	/**
	 * Whether it is a reading of pages, which can be smaller.
	 */
	boolean isPaged() {
		return switch (this) {
			case LIST, SEARCH, COQL, DELETED, RELATED_LIST -> true;
			default -> false;
		};
	}

	/**
	 * The body of a normal response.
	 */
	String response() {
		return this.response;
	}

	/**
	 * The ids, or names, in a normal response.
	 */
	List<String> result() {
		return (this.response.equals(Responses.WRITTEN_MANY)) ? List.of("1", "2") : List.of("1");
	}

	Mono<List<String>> call(BiginTemplate bigin) {
		return this.call.apply(bigin);
	}

	private static Mono<List<String>> ids(Flux<BiginRecord> records) {
		return records.map(Responses::idOf).collectList();
	}

	private static Mono<List<String>> id(Mono<? extends Written<?>> written) {
		return written.map(Written::id).map(List::of);
	}

	private static <T> Mono<List<String>> all(Mono<WriteResults<T>> results) {
		return results.map((all) -> all.written().stream().map(Written::id).toList());
	}

	/**
	 * Apart from the constants, which cannot use what stands below them.
	 */
	private static final class Responses {

		static final String RECORD = "{\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":false}}";

		static final String WRITTEN_ONE = written(1);

		static final String WRITTEN_MANY = written(2);

		private Responses() {
		}

		private static String written(int count) {
			return IntStream.rangeClosed(1, count)
				.mapToObj((id) -> "{\"code\":\"SUCCESS\",\"status\":\"success\",\"details\":{\"id\":\"" + id + "\"}}")
				.toList()
				.toString()
				.transform((data) -> "{\"data\":" + data + "}");
		}

		static String idOf(BiginRecord record) {
			return String.valueOf(record.getId());
		}

		static BiginRecord record(@Nullable String id) {
			BiginRecord record = (id != null) ? BiginRecord.withId(id) : new BiginRecord();
			return record.set("Last_Name", "Watson");
		}

	}

}
