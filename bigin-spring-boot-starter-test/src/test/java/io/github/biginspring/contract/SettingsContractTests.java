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

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.metadata.CustomViewInfo;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.LayoutInfo;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.OrganizationInfo;
import io.github.biginspring.metadata.PipelineInfo;
import io.github.biginspring.metadata.ProfileInfo;
import io.github.biginspring.metadata.RelatedListInfo;
import io.github.biginspring.metadata.RoleInfo;
import io.github.biginspring.metadata.UserInfo;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.related.RelatedQuery;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How an organisation is set up, and what that is of use for in other calls.
 */
class SettingsContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private final MetadataOperations metadata = this.bigin.metadata();

	private static String path() {
		return fixture.simulator().requests().last().path().replace("/zoho-bigin/bigin/v2", "");
	}

	@Test
	void theLayoutOfPipelinesIsTheTeamPipeline() {
		String deal = fixture.records("Pipelines")
			.add(Map.of("Deal_Name", "Lamps", "Sub_Pipeline", "Renewals", "Stage", "Qualification"));
		LayoutInfo layout = await(this.metadata.layouts("Pipelines")).get(0);
		assertThat(path()).isEqualTo("/settings/layouts");
		assertThat(fixture.sentParameter("module")).isEqualTo("Pipelines");
		assertThat(layout.visible()).isTrue();
		assertThat(layout.sections().get(0).fields()).extracting(FieldInfo::apiName).contains("Deal_Name", "Stage");
		assertThat(await(this.bigin.query("Pipelines").fields("Stage").pipeline(layout.id()).all()))
			.extracting(BiginRecord::getId)
			.containsExactly(deal);
	}

	@Test
	void aDealCanHaveTheStagesOfItsSubPipeline() {
		PipelineInfo pipeline = await(this.metadata.pipelines()).get(0);
		assertThat(pipeline.subPipelines()).isNotEmpty();
		for (PipelineInfo.SubPipeline subPipeline : pipeline.subPipelines()) {
			assertThat(subPipeline.stageNames()).isNotEmpty();
			for (String stage : subPipeline.stageNames()) {
				Deal deal = new Deal();
				deal.setName(subPipeline.name() + " " + stage);
				deal.setPipeline(Lookup.of(pipeline.id()));
				deal.setSubPipeline(subPipeline.name());
				deal.setStage(stage);
				await(this.bigin.create(deal));
			}
		}
	}

	@Test
	void recordsCanBeListedByACustomView() {
		fixture.records("Contacts").add(Map.of("Last_Name", "Holmes"));
		String watson = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		fixture.records("Contacts").addCustomView("Doctors", "(Last_Name:equals:Watson)");
		List<CustomViewInfo> views = await(this.metadata.customViews("Contacts"));
		assertThat(path()).isEqualTo("/settings/custom_views");
		assertThat(views).extracting(CustomViewInfo::name).containsExactly("All Contacts", "Doctors");
		assertThat(views).extracting(CustomViewInfo::defaultView).containsExactly(true, false);
		assertThat(await(this.bigin.query("Contacts").fields("id").customView(views.get(1).id()).all()))
			.extracting(BiginRecord::getId)
			.containsExactly(watson);
	}

	@Test
	void relatedListsAreNamedAsCallsNameThem() {
		String contact = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		List<RelatedListInfo> lists = await(this.metadata.relatedLists("Contacts"));
		assertThat(path()).isEqualTo("/settings/related_lists");
		assertThat(lists).extracting(RelatedListInfo::apiName).contains("Products", "Notes", "Attachments");
		assertThat(lists).allSatisfy((list) -> assertThat(list.href()).startsWith("Contacts/{ENTITYID}/"));
		String pipeline = await(this.metadata.pipelines()).get(0).id();
		for (RelatedListInfo list : lists) {
			RelatedQuery<BiginRecord> records = this.bigin.related("Contacts", contact).list(list.apiName(), "id");
			assertThat(await(list.apiName().equals("Pipelines") ? records.pipeline(pipeline).all() : records.all()))
				.isEmpty();
		}
	}

	@Test
	void rolesAndProfilesAreThoseOfTheUsers() {
		UserInfo user = await(this.metadata.users(UserType.CURRENT)).get(0);
		assertThat(await(this.metadata.roles())).extracting(RoleInfo::id).contains(user.role().id());
		assertThat(path()).isEqualTo("/settings/roles");
		assertThat(await(this.metadata.profiles())).extracting(ProfileInfo::name).contains(user.profile().name());
		assertThat(path()).isEqualTo("/settings/profiles");
	}

	@Test
	void readsTheOrganization() {
		OrganizationInfo organization = await(this.metadata.organization());
		assertThat(path()).isEqualTo("/org");
		assertThat(organization.id()).matches("\\d{19}");
		assertThat(organization.companyName()).isEqualTo("Zylker");
		assertThat(organization.timeZone()).isNotNull();
		assertThat(organization.isoCode()).isEqualTo("USD");
		assertThat(organization.licenseDetails()).containsEntry("users_license_purchased", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fields", "layouts", "custom_views", "related_lists", "tags" })
	void isToldOfAModuleThatDoesNotExist(String kind) {
		Flux<?> settings = switch (kind) {
			case "fields" -> this.metadata.fields("contacts");
			case "layouts" -> this.metadata.layouts("contacts");
			case "custom_views" -> this.metadata.customViews("contacts");
			case "related_lists" -> this.metadata.relatedLists("contacts");
			default -> this.bigin.tags().list("contacts");
		};
		assertThatExceptionOfType(BiginNotFoundException.class).isThrownBy(() -> await(settings))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_MODULE"));
	}

}
