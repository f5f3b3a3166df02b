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

package io.github.biginspring.simulator;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for attachments and photos.
 */
class FileTests {

	private static final int MEGABYTE = 1024 * 1024;

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final Caller caller = fixture.caller();

	private final FileCaller files = new FileCaller(fixture.simulator());

	private Organization organization;

	private String record;

	private String attachments;

	@BeforeEach
	void prepare() {
		this.organization = fixture.simulator().organization();
		this.record = "/Contacts/" + this.organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
		this.attachments = this.record + "/Attachments";
	}

	private static byte[] bytes(int size) {
		byte[] bytes = new byte[size];
		new Random(1).nextBytes(bytes);
		return bytes;
	}

	private Reply attach(String name, byte[] content) {
		return this.files.upload(this.attachments, "file", name, "application/pdf", content);
	}

	private static String id(Reply reply) {
		return reply.first().get("details").get("id").asString();
	}

	@Test
	void givesTheBytesOfAnAttachmentBack() {
		byte[] content = bytes(3000);
		Reply uploaded = attach("Angebot Müller.pdf", content);
		assertThat(uploaded.status()).isEqualTo(200);
		assertThat(uploaded.values("code")).containsExactly("SUCCESS");
		assertThat(uploaded.first().get("details").propertyNames()).contains("id", "Created_Time", "Created_By");
		HttpResponse<byte[]> downloaded = this.files.download(this.attachments + "/" + id(uploaded));
		assertThat(downloaded.statusCode()).isEqualTo(200);
		assertThat(downloaded.body()).isEqualTo(content);
		assertThat(downloaded.headers().firstValue("Content-Type")).hasValue("application/pdf");
		assertThat(downloaded.headers().firstValue("Content-Disposition"))
			.hasValue("attachment;filename*=UTF-8''Angebot%20M%C3%BCller.pdf");
	}

	@Test
	void listsAttachments() {
		assertThat(this.caller.get(this.attachments).status()).isEqualTo(204);
		attach("a.pdf", bytes(10));
		String second = id(attach("b.pdf", bytes(20)));
		Reply reply = this.caller.get(this.attachments);
		assertThat(reply.values("File_Name")).containsExactly("b.pdf", "a.pdf");
		assertThat(reply.first().get("id").asString()).isEqualTo(second);
		assertThat(reply.first().get("Size").asString()).isEqualTo("20");
		assertThat(reply.first().get("Parent_Id").get("name").asString()).isEqualTo("Watson");
		Reply page = this.caller.get(this.attachments, "fields", "File_Name", "per_page", "1", "page", "2");
		assertThat(page.first().propertyNames()).containsExactly("id", "File_Name");
		assertThat(page.values("File_Name")).containsExactly("a.pdf");
		assertThat(page.info().get("more_records").asBoolean()).isFalse();
	}

	@Test
	void deletesAttachments() {
		String id = id(attach("a.pdf", bytes(10)));
		assertThat(this.caller.delete(this.attachments + "/" + id).status()).isEqualTo(200);
		assertThat(this.caller.get(this.attachments + "/" + id).status()).isEqualTo(204);
		assertThat(this.caller.delete(this.attachments + "/" + id).status()).isEqualTo(400);
		String other = id(attach("b.pdf", bytes(10)));
		assertThat(this.caller.delete(this.attachments, "ids", other + ",1").values("code")).containsExactly("SUCCESS",
				"INVALID_DATA");
	}

	@Test
	void attachesALink() {
		String link = "https://zylker.com/offer?id=7";
		Reply part = this.files.upload(this.attachments, "attachmentUrl", null, null, link.getBytes());
		assertThat(part.values("code")).containsExactly("SUCCESS");
		Reply parameter = this.caller.post(this.attachments + "?attachmentUrl=https%3A%2F%2Fzylker.com", "");
		assertThat(parameter.status()).isEqualTo(200);
		assertThat(this.caller.get(this.attachments).values("$link_url")).containsExactly("https://zylker.com", link);
		assertThat(this.caller.get(this.attachments + "/" + id(part)).code()).isEqualTo("NOT_ALLOWED");
	}

	@Test
	void takesFilesOfUpToTwentyMegabytes() {
		byte[] greatest = bytes(20 * MEGABYTE);
		String id = id(attach("a.pdf", greatest));
		assertThat(this.files.download(this.attachments + "/" + id).body()).isEqualTo(greatest);
		Reply reply = attach("b.pdf", bytes(20 * MEGABYTE + 1));
		assertThat(reply.status()).isEqualTo(413);
		assertThat(reply.body().get("status").asString()).isEqualTo("error");
		assertThat(this.caller.get(this.attachments).values("File_Name")).containsExactly("a.pdf");
	}

	@Test
	void refusesARequestWithoutAFile() {
		assertThat(this.caller.post(this.attachments, "{}").code()).isEqualTo("REQUIRED_PARAM_MISSING");
		Reply reply = this.files.upload(this.record + "/photo", "photo", "a.png", "image/png", bytes(10));
		assertThat(reply.code()).isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(reply.body().get("details").get("param_name").asString()).isEqualTo("file");
	}

	@Test
	void needsAScopeOfItsOwn() {
		fixture.simulator().account().defaultConnection().withoutScope(Scope.ATTACHMENTS);
		assertThat(this.caller.get(this.attachments).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		assertThat(attach("a.pdf", bytes(10)).status()).isEqualTo(401);
		assertThat(this.caller.get(this.record).status()).isEqualTo(200);
	}

	@Test
	void forgetsTheFilesOfADeletedRecord() {
		String id = id(attach("a.pdf", bytes(10)));
		this.caller.delete(this.record);
		assertThat(this.caller.get(this.attachments + "/" + id).status()).isEqualTo(400);
	}

	@Test
	void keepsAPhoto() {
		String photo = this.record + "/photo";
		assertThat(this.caller.get(photo).status()).isEqualTo(204);
		byte[] content = bytes(500);
		Reply uploaded = this.files.upload(photo, "file", "jo.png", "image/png", content);
		assertThat(uploaded.status()).isEqualTo(200);
		assertThat(uploaded.code()).isEqualTo("SUCCESS");
		assertThat(this.files.download(photo).body()).isEqualTo(content);
		assertThat(this.caller.get(photo).header("Content-Type")).isEqualTo("image/png");
		assertThat(this.caller.get(this.record).first().get("Record_Image").isNull()).isFalse();
		assertThat(this.caller.delete(photo).code()).isEqualTo("SUCCESS");
		assertThat(this.caller.get(photo).status()).isEqualTo(204);
		assertThat(this.caller.get(this.record).first().get("Record_Image").isNull()).isTrue();
		assertThat(this.caller.delete(photo).status()).isEqualTo(400);
	}

	@Test
	void keepsThePhotoOfTheOrganization() {
		assertThat(this.caller.get("/org").body().at("/org/0/photo_id").isNull()).isTrue();
		Reply uploaded = this.files.upload("/org/photo", "file", "logo.png", "image/png", bytes(MEGABYTE));
		assertThat(uploaded.status()).isEqualTo(200);
		assertThat(uploaded.code()).isEqualTo("SUCCESS");
		assertThat(this.caller.get("/org").body().at("/org/0/photo_id").asString()).hasSize(19);
	}

	@Test
	void refusesWhatIsNoPhotoOfTheOrganization() {
		Reply large = this.files.upload("/org/photo", "file", "logo.png", "image/png", bytes(MEGABYTE + 1));
		assertThat(large.status()).isEqualTo(415);
		assertThat(large.code()).isEqualTo("FILE_SIZE_MORE_THAN_ALLOWED_SIZE");
		assertThat(this.files.upload("/org/photo", "file", "logo.txt", "text/plain", bytes(1)).code())
			.isEqualTo("INVALID_DATA");
		assertThat(this.files.upload("/org/photo", "photo", "logo.png", "image/png", bytes(1)).code())
			.isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(this.caller.get("/org/photo").status()).isEqualTo(405);
		assertThat(this.caller.get("/org").body().at("/org/0/photo_id").isNull()).isTrue();
	}

	@Test
	void knowsPhotosOfContactsCompaniesAndProductsOnly() {
		String task = this.organization.records("Tasks").add(Map.of("Subject", "Call"));
		assertThat(this.caller.get("/Tasks/" + task + "/photo").code()).isEqualTo("INVALID_MODULE");
		String account = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker"));
		assertThat(this.caller.get("/Accounts/" + account + "/photo").status()).isEqualTo(204);
	}

}
