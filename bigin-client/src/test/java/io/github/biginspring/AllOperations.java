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

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Note;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchUpdate;
import io.github.biginspring.query.Coql;

/**
 * Operations of the client of every kind, ready to be subscribed to.
 */
final class AllOperations {

	static final String TOKEN = "channel-token-nobody-may-see";

	static final String NOTIFY_SECRET = "url-that-nobody-may-see";

	private AllOperations() {
	}

	static Map<String, Function<BiginTemplate, Publisher<?>>> all() {
		Map<String, Function<BiginTemplate, Publisher<?>>> all = new LinkedHashMap<>();
		all.put("create", (bigin) -> bigin.create("Contacts", record()));
		all.put("create typed", (bigin) -> bigin.create(contact()));
		all.put("createAll", (bigin) -> bigin.createAll("Contacts", List.of(record(), record())));
		all.put("update", (bigin) -> bigin.update("Contacts", BiginRecord.withId("1").set("Last_Name", "W")));
		all.put("updateAll", (bigin) -> bigin.updateAll("Contacts",
				List.of(BiginRecord.withId("1").set("F", "W"), BiginRecord.withId("2").set("F", "W"))));
		all.put("upsert", (bigin) -> bigin.upsert("Contacts", record(), "Email"));
		all.put("upsertAll", (bigin) -> bigin.upsertAll("Contacts", List.of(record(), record()), "Email"));
		all.put("delete", (bigin) -> bigin.delete("Contacts", "1"));
		all.put("deleteAll", (bigin) -> bigin.deleteAll("Contacts", List.of("1", "2")));
		all.put("stream of creates", (bigin) -> bigin.batch("Contacts").create(Flux.just(record(), record())));
		all.put("stream of upserts",
				(bigin) -> bigin.batch("Contacts").unordered().upsert(Flux.just(record(), record()), "Email"));
		all.put("stream of deletes", (bigin) -> bigin.batch("Contacts").delete(Flux.just("1", "2")));
		all.put("link", (bigin) -> bigin.related("Contacts", "1").link("Products", "2"));
		all.put("unlink", (bigin) -> bigin.related("Contacts", "1").unlink("Products", "2"));
		all.put("unlinkAll", (bigin) -> bigin.related("Contacts", "1").unlinkAll("Products", List.of("2", "3")));
		all.put("tag records", (bigin) -> bigin.tags().addTo("Contacts", List.of("1"), "vip"));
		all.put("untag records", (bigin) -> bigin.tags().removeFrom("Contacts", List.of("1"), "vip"));
		all.put("create tags", (bigin) -> bigin.tags().create("Contacts", "vip"));
		all.put("rename tag", (bigin) -> bigin.tags().rename("Contacts", "1", "vip"));
		all.put("delete tag", (bigin) -> bigin.tags().delete("Contacts", "1"));
		all.put("attach", (bigin) -> bigin.attachments("Contacts", "1").add(file()));
		all.put("attach link",
				(bigin) -> bigin.attachments("Contacts", "1").addLink(URI.create("https://app.example/a")));
		all.put("delete attachment", (bigin) -> bigin.attachments("Contacts", "1").delete("2"));
		all.put("upload", (bigin) -> bigin.uploads().add(file()));
		all.put("upload several", (bigin) -> bigin.uploads().addAll(List.of(file())));
		all.put("upload photo", (bigin) -> bigin.photo("Contacts", "1").upload(file()));
		all.put("delete photo", (bigin) -> bigin.photo("Contacts", "1").delete());
		all.put("add note", (bigin) -> bigin.notes("Contacts", "1").add(note()));
		all.put("delete note", (bigin) -> bigin.notes("Contacts", "1").delete("2"));
		all.put("bulk job", (bigin) -> bigin.bulkRead("Contacts").create());
		all.put("await bulk job", (bigin) -> bigin.bulkRead("Contacts").await("1"));
		all.put("look at bulk job", (bigin) -> bigin.bulkRead("Contacts").job("1"));
		all.put("bulk rows", (bigin) -> bigin.bulkRead("Contacts").rows("1"));
		all.put("bulk records", (bigin) -> bigin.bulkRead(Contact.class).records());
		all.put("watch", (bigin) -> bigin.notifications().subscribe(watchRequest()));
		all.put("renew", (bigin) -> bigin.notifications().renew(watchRequest()));
		all.put("renew several", (bigin) -> bigin.notifications().renewAll(List.of(watchRequest())));
		all.put("update channel", (bigin) -> bigin.notifications().update(watchUpdate()));
		all.put("update channels", (bigin) -> bigin.notifications().updateAll(List.of(watchUpdate())));
		all.put("remove events", (bigin) -> bigin.notifications().removeEvents("1", WatchEvent.all("Contacts")));
		all.put("unsubscribe", (bigin) -> bigin.notifications().unsubscribe("1", "2"));
		all.put("list channels", (bigin) -> bigin.notifications().list());
		all.put("create connection", (bigin) -> bigin.connections().create());
		all.put("get connection", (bigin) -> bigin.connections().get("c-1"));
		all.put("delete connection", (bigin) -> bigin.connections().delete("c-1"));
		all.put("request",
				(bigin) -> bigin.request(HttpMethod.POST, "/bigin/v2/{module}", "Contacts")
					.body(Map.of())
					.retrieveJson());
		all.put("request text",
				(bigin) -> bigin.request(HttpMethod.GET, "/bigin/v2/{module}", "Contacts").retrieve(String.class));
		all.put("request typed",
				(bigin) -> bigin.request(HttpMethod.GET, "/bigin/v2/{module}", "Contacts").retrieve(Shape.class));
		all.put("findById typed", (bigin) -> bigin.findById(Contact.class, "1"));
		all.put("list typed", (bigin) -> bigin.query(Contact.class).page(1));
		all.put("search", (bigin) -> bigin.query(Contact.class).matching(Criteria.where("F").is("v")).page(1));
		all.put("coql", (bigin) -> bigin.coql(Coql.select("id").from("Contacts")).page(1));
		all.put("deleted", (bigin) -> bigin.deleted("Contacts").all());
		all.put("related list", (bigin) -> bigin.related("Contacts", "1").list("Products", "F").page(1));
		all.put("download", (bigin) -> bigin.attachments("Contacts", "1").download("2"));
		all.put("photo", (bigin) -> bigin.photo("Contacts", "1").download());
		all.put("fields", (bigin) -> bigin.metadata().fields("Contacts"));
		all.put("users", (bigin) -> bigin.metadata().users(UserType.ALL).take(500));
		all.put("organization", (bigin) -> bigin.metadata().organization());
		return all;
	}

	private static BiginRecord record() {
		return new BiginRecord().set("Last_Name", "Watson");
	}

	private static Contact contact() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		return contact;
	}

	private static FileContent file() {
		return FileContent.of("a.png", new ByteArrayResource(new byte[100]));
	}

	private static WatchRequest watchRequest() {
		return WatchRequest.channel("1")
			.events(WatchEvent.all("Contacts"))
			.notifyUrl(URI.create("https://app.example/?k=" + NOTIFY_SECRET))
			.token(NotificationToken.of(TOKEN))
			.build();
	}

	private static WatchUpdate watchUpdate() {
		return WatchUpdate.channel("1")
			.notifyUrl(URI.create("https://app.example/?k=" + NOTIFY_SECRET))
			.token(NotificationToken.of(TOKEN))
			.build();
	}

	record Shape(int code, List<Integer> data) {

	}

	private static Note note() {
		Note note = new Note();
		note.setNoteContent("Called back");
		return note;
	}

}
