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

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.metadata.UserInfo;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.UserLookup;
import io.github.biginspring.query.RecordPage;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How the service responds to reads, as it is documented and was recorded.
 */
class ResponseExamplesTests {

	private static final String RECORD = """
			{"id":"7255024000000596045","Last_Name":"Watson","Account_Name":{"name":"Zylker Corp","id":"72"},
			"Owner":{"name":"Sam Reyes","id":"73","email":"sam@zylker.com"},
			"Tag":[{"name":"VIP","id":"74","color_code":null}],"Created_Time":"2026-02-06T00:28:53-08:00",
			"Modified_Time":"2026-02-06T00:28:53-08:00","Balance":12345678901234567.89,"Email_Opt_Out":false,
			"Email":null,"$approval":{"delegate":false},"$approval_state":"approved","$layout_id":{"id":"75"},
			"$state":"save","Locked__s":false,"New_Field":{"deep":[{"er":1}]}}""";

	@RegisterExtension
	static final CannedService service = new CannedService();

	private final BiginTemplate bigin = service.bigin();

	private RecordPage<BiginRecord> list() {
		return await(this.bigin.query("Contacts").fields("Last_Name").page(1));
	}

	@Test
	void listWithFullInfo() {
		service.respondsWith("{\"data\":[" + RECORD
				+ "],\"info\":{\"per_page\":200,\"count\":1,\"page\":1,\"more_records\":false,\"sort_by\":\"id\","
				+ "\"sort_order\":\"desc\",\"next_page_token\":null,\"previous_page_token\":null,"
				+ "\"page_token_expiry\":null}}");
		RecordPage<BiginRecord> page = list();
		assertThat(page.hasNext()).isFalse();
		assertThat(page.nextPageToken()).isNull();
		assertThat(page.info().perPage()).isEqualTo(200);
		assertThat(page.info().count()).isEqualTo(1);
		assertThat(page.info().page()).isEqualTo(1);
		BiginRecord record = page.items().get(0);
		assertThat(record.getId()).isEqualTo("7255024000000596045");
		assertThat(record.getLookup("Account_Name")).isEqualTo(new Lookup("72", "Zylker Corp"));
		assertThat(record.getUser("Owner")).isEqualTo(new UserLookup("73", "Sam Reyes", "sam@zylker.com"));
		assertThat(record.getTags("Tag")).containsExactly(new Tag("VIP", "74", null));
		assertThat(record.getDateTime("Created_Time")).isEqualTo(OffsetDateTime.parse("2026-02-06T00:28:53-08:00"));
		assertThat(record.getNumber("Balance")).isEqualByComparingTo("12345678901234567.89");
		assertThat(record.get("$approval")).isEqualTo(Map.of("delegate", false));
		assertThat(record.get("New_Field")).isEqualTo(Map.of("deep", List.of(Map.of("er", 1))));
		assertThat(record.has("Email")).isTrue();
	}

	@Test
	void listWithMorePages() {
		service.respondsWith("{\"data\":[" + RECORD
				+ "],\"info\":{\"per_page\":1,\"count\":1,\"page\":1,\"more_records\":true,\"sort_by\":\"id\","
				+ "\"sort_order\":\"desc\",\"next_page_token\":\"c8582xx9e7\",\"previous_page_token\":null,"
				+ "\"page_token_expiry\":\"2026-02-07T00:28:53-08:00\"}}");
		assertThat(list().hasNext()).isTrue();
		assertThat(list().nextPageToken()).isEqualTo("c8582xx9e7");
	}

	@Test
	void searchInfoWithoutTokens() {
		service.respondsWith("{\"data\":[" + RECORD
				+ "],\"info\":{\"per_page\":200,\"count\":1,\"page\":1,\"more_records\":true,\"sort_by\":\"id\","
				+ "\"sort_order\":\"desc\"}}");
		RecordPage<BiginRecord> page = await(this.bigin.query("Contacts").matchingWord("watson").page(1));
		assertThat(page.hasNext()).isTrue();
		assertThat(page.nextPageToken()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":[%s]}", "{\"data\":[%s],\"info\":null}", "{\"data\":[%s],\"info\":{}}",
			"{\"info\":{\"more_records\":false,\"unheard\":{\"of\":[1]}},\"unheard\":[{}],\"data\":[%s]}" })
	void bodiesWithoutInfoOrWithMoreThanIsKnown(String body) {
		service.respondsWith(body.formatted(RECORD));
		assertThat(list().items()).hasSize(1);
		assertThat(list().hasNext()).isFalse();
		assertThat(await(this.bigin.query("Contacts").fields("Last_Name").all())).hasSize(1);
		assertThat(await(this.bigin.findById("Contacts", "7255024000000596045")).getText("Last_Name"))
			.isEqualTo("Watson");
		assertThat(await(this.bigin.findById(Contact.class, "7255024000000596045")).getLastName()).isEqualTo("Watson");
	}

	@Test
	void noMatchIsAResponseWithoutABody() {
		service.respondsWith(WireMock.noContent().withHeader("Content-Type", "application/json;charset=UTF-8"));
		assertThat(list().items()).isEmpty();
		assertThat(await(this.bigin.query("Contacts").matchingWord("watson").all())).isEmpty();
		assertThat(await(this.bigin.findById("Contacts", "1"))).isNull();
		assertThat(await(this.bigin.metadata().users(UserType.ALL))).isEmpty();
		assertThat(await(this.bigin.metadata().user("1"))).isNull();
		assertThat(await(this.bigin.metadata().module("Contacts"))).isNull();
		assertThat(await(this.bigin.metadata().fields("Contacts"))).isEmpty();
	}

	@Test
	void users() {
		service.respondsWith("""
				{"users":[{"id":"7255024000000596045","full_name":"Sam Reyes","first_name":"Sam","last_name":"Reyes",
				"email":"sam@zylker.com","role":{"name":"CEO","id":"1"},"profile":{"name":"Administrator","id":"2"},
				"status":"active","time_zone":"America/Los_Angeles","zuid":"862431190",
				"created_time":"2026-02-06T00:28:53-08:00","Modified_Time":"2026-02-06T00:28:54-08:00",
				"confirm":true,"Unheard_Of":null}],
				"info":{"page":1,"per_page":200,"count":1,"more_records":false}}""");
		UserInfo user = await(this.bigin.metadata().users(UserType.ACTIVE)).get(0);
		assertThat(user.id()).isEqualTo("7255024000000596045");
		assertThat(user.fullName()).isEqualTo("Sam Reyes");
		assertThat(user.role()).isEqualTo(new Lookup("1", "CEO"));
		assertThat(user.profile()).isEqualTo(new Lookup("2", "Administrator"));
		assertThat(user.zuid()).isEqualTo("862431190");
		assertThat(user.createdTime()).isEqualTo(OffsetDateTime.parse("2026-02-06T00:28:53-08:00"));
		assertThat(user.modifiedTime()).isEqualTo(OffsetDateTime.parse("2026-02-06T00:28:54-08:00"));
		assertThat(await(this.bigin.metadata().user("7255024000000596045"))).isEqualTo(user);
		assertThat(await(this.bigin.metadata().user("99999999999999999999"))).isNull();
	}

	@Test
	void modules() {
		service.respondsWith("""
				{"modules":[{"id":"1","api_name":"Pipelines","module_name":"Deals","singular_label":"Deal",
				"plural_label":"Deals","api_supported":true,"visible":true,"creatable":true,"editable":true,
				"deletable":true,"viewable":true,"generated_type":"default","sequence_number":4,
				"profiles":[{"name":"Administrator","id":"2"}],"unheard_of":[[1]]},
				{"id":"3","api_name":"Dashboards","module_name":"Dashboards","api_supported":false,
				"sequence_number":null}]}""");
		List<ModuleInfo> modules = await(this.bigin.metadata().modules());
		assertThat(modules).hasSize(2);
		assertThat(modules.get(0).moduleName()).isEqualTo("Deals");
		assertThat(modules.get(0).sequenceNumber()).isEqualTo(4);
		assertThat(modules.get(0).attributes()).containsEntry("unheard_of", List.of(List.of(1)));
		assertThat(modules.get(1).apiSupported()).isFalse();
		service.respondsWith("""
				{"modules":[{"id":"1","api_name":"Pipelines","module_name":"Deals","singular_label":"Deal",
				"plural_label":"Deals","api_supported":true,"visible":true,"creatable":true,"editable":true,
				"deletable":true,"viewable":true,"generated_type":"default","sequence_number":4,
				"profiles":[{"name":"Administrator","id":"2"}],"unheard_of":[[1]]}]}""");
		assertThat(await(this.bigin.metadata().module("Pipelines"))).isEqualTo(modules.get(0));
	}

	@Test
	void fields() {
		service.respondsWith("""
				{"fields":[{"id":"1","api_name":"Email","field_label":"Email","data_type":"email","json_type":"string",
				"length":100,"system_mandatory":false,"read_only":false,"field_read_only":false,"custom_field":false,
				"visible":true,"filterable":true,"searchable":true,"sortable":true,"unique":{"casesensitive":"0"},
				"lookup":{},"pick_list_values":[]},
				{"id":"2","api_name":"Account_Name","data_type":"lookup","json_type":"jsonobject",
				"unique":{},"lookup":{"module":{"api_name":"Accounts","id":"3"}},"pick_list_values":[]},
				{"id":"4","api_name":"Stage","data_type":"picklist","unique":{},"lookup":{},
				"pick_list_values":[{"display_value":"Won","actual_value":"Closed Won","id":"5","colour":"x"}]},
				{"id":"6","api_name":"Never_Seen","data_type":"never_seen","length":null,"unique":null}]}""");
		List<FieldInfo> fields = await(this.bigin.metadata().fields("Contacts"));
		assertThat(fields).extracting(FieldInfo::dataType).containsExactly("email", "lookup", "picklist", "never_seen");
		assertThat(fields.get(0).hasUniqueValues()).isTrue();
		assertThat(fields.get(0).length()).isEqualTo(100);
		assertThat(fields.get(0).searchable()).isTrue();
		assertThat(fields.get(1).hasUniqueValues()).isFalse();
		assertThat(fields.get(1).lookup()).containsEntry("module", Map.of("api_name", "Accounts", "id", "3"));
		assertThat(fields.get(2).pickListValues()).containsExactly(FieldInfo.PicklistValue
			.of(Map.of("display_value", "Won", "actual_value", "Closed Won", "id", "5", "colour", "x")));
		assertThat(fields.get(3).pickListValues()).isEmpty();
	}

	@Test
	void connections() {
		String connection = """
				{"connection_id":"21fd90f9-5935-43cd-b6c8-bde9d915ca80","status":"%s",
				"creation_time":"2026-02-06T00:28:53.123456Z","last_updated_time":"2026-02-06T00:29:53.654321Z",
				"url":"https://connect.maton.ai/?session_token=secret","app":"zoho-bigin","metadata":{"a":{"b":1}}%s}""";
		service.respondsWith("{\"connections\":[" + connection.formatted("ACTIVE", ",\"method\":\"OAUTH2\"") + ","
				+ connection.formatted("EXPIRING", ",\"unheard_of\":[]") + "]}");
		List<MatonConnection> connections = await(this.bigin.connections().list());
		MatonConnection first = connections.get(0);
		assertThat(first.connectionId()).isEqualTo("21fd90f9-5935-43cd-b6c8-bde9d915ca80");
		assertThat(first.status()).isEqualTo(ConnectionStatus.ACTIVE);
		assertThat(first.creationTime()).isEqualTo(OffsetDateTime.parse("2026-02-06T00:28:53.123456Z"));
		assertThat(first.lastUpdatedTime()).isEqualTo(OffsetDateTime.parse("2026-02-06T00:29:53.654321Z"));
		assertThat(first.url()).hasParameter("session_token", "secret");
		assertThat(first.method()).isEqualTo("OAUTH2");
		assertThat(first.metadata()).isEqualTo(Map.of("a", Map.of("b", 1)));
		assertThat(first.toString()).doesNotContain("secret");
		assertThat(connections.get(1).status()).isEqualTo(ConnectionStatus.of("EXPIRING"));
		assertThat(connections.get(1).isActive()).isFalse();
		assertThat(connections.get(1).method()).isNull();
		service.respondsWith("{\"connection\":" + connection.formatted("PENDING", "") + "}");
		assertThat(await(this.bigin.connections().get("21fd90f9-5935-43cd-b6c8-bde9d915ca80")).status())
			.isEqualTo(ConnectionStatus.PENDING);
		service.respondsWith(201, "{\"connection\":" + connection.formatted("PENDING", "") + "}");
		assertThat(await(this.bigin.connections().create()).status()).isEqualTo(ConnectionStatus.PENDING);
		service.respondsWith("{\"connections\":[]}");
		assertThat(await(this.bigin.connections().list())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "null", "{\"connections\":null}", "" })
	void aResponseWithoutConnectionsIsNotOneOfNoConnection(String body) {
		service.respondsWith(body);
		assertThatExceptionOfType(BiginUnreadableResponseException.class)
			.isThrownBy(() -> await(this.bigin.connections().list()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{}", "{\"connection\":null}", "not json" })
	void noConnectionWhereThereShouldBeOne(String body) {
		service.respondsWith(body);
		assertThatExceptionOfType(BiginUnreadableResponseException.class)
			.isThrownBy(() -> await(this.bigin.connections().get("x")));
		assertThatExceptionOfType(BiginUnreadableResponseException.class)
			.isThrownBy(() -> await(this.bigin.connections().create()));
		// a read whose response has no body is repeated, a creation never
		assertThat(service.requests()).isEqualTo(body.isEmpty() ? 6 : 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"message\":\"deleted\"}", "deleted", "" })
	void deletedConnectionsWhateverIsSaidOfIt(String body) {
		service.respondsWith(body);
		assertThat(await(this.bigin.connections().delete("x"))).isNull();
		assertThat(service.requests()).isEqualTo(1);
	}

}
