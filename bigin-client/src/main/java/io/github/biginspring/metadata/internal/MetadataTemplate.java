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

package io.github.biginspring.metadata.internal;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RequestedId;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.internal.paging.PageReader;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.metadata.CustomViewInfo;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.LayoutInfo;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.metadata.OrganizationInfo;
import io.github.biginspring.metadata.PipelineInfo;
import io.github.biginspring.metadata.ProfileInfo;
import io.github.biginspring.metadata.RelatedListInfo;
import io.github.biginspring.metadata.RoleInfo;
import io.github.biginspring.metadata.UserInfo;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * {@link MetadataOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class MetadataTemplate implements MetadataOperations {

	private static final String PIPELINES = "Pipelines";

	private static final String CUSTOM_VIEWS_PATH = "/bigin/v2/settings/custom_views";

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final @Nullable FieldCache fieldCache;

	private final Function<ContextView, @Nullable String> connectionId;

	private final PageParser<ModuleInfo> modules;

	private final PageParser<FieldInfo> fields;

	private final PageParser<LayoutInfo> layouts;

	private final PageParser<CustomViewInfo> customViews;

	private final PageParser<RelatedListInfo> relatedLists;

	private final PageParser<RoleInfo> roles;

	private final PageParser<ProfileInfo> profiles;

	private final PageParser<OrganizationInfo> organizations;

	private final PageParser<UserInfo> users;

	/**
	 * Create a template that keeps no fields.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param jsonMapper reads the responses
	 */
	public MetadataTemplate(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper) {
		this(exchange, observer, jsonMapper, null, (view) -> null);
	}

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param jsonMapper reads the responses
	 * @param fieldCache keeps the fields of modules, or {@code null} to keep none
	 * @param connectionId returns the connection that the calls of an operation are made
	 * on, from its context, or {@code null} for the gateway's choice
	 */
	public MetadataTemplate(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper,
			@Nullable FieldCache fieldCache, Function<ContextView, @Nullable String> connectionId) {
		this.exchange = exchange;
		this.observer = observer;
		this.fieldCache = fieldCache;
		this.connectionId = connectionId;
		this.modules = parser(jsonMapper, "modules", ModuleInfo.class);
		this.fields = parser(jsonMapper, "fields", FieldInfo.class);
		this.layouts = parser(jsonMapper, "layouts", LayoutInfo.class);
		this.customViews = parser(jsonMapper, "custom_views", CustomViewInfo.class);
		this.relatedLists = parser(jsonMapper, "related_lists", RelatedListInfo.class);
		this.roles = parser(jsonMapper, "roles", RoleInfo.class);
		this.profiles = parser(jsonMapper, "profiles", ProfileInfo.class);
		this.organizations = parser(jsonMapper, "org", OrganizationInfo.class);
		this.users = parser(jsonMapper, "users", UserInfo.class);
	}

	private static <T> PageParser<T> parser(JsonMapper jsonMapper, String array, Class<T> type) {
		ObjectReader reader = jsonMapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		return new PageParser<>(jsonMapper, array, (JsonParser parser) -> reader.<T>readValue(parser));
	}

	@Override
	public Flux<ModuleInfo> modules() {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/settings/modules");
		return this.observer.observe(Operation.of("modules"), elements(call, this.modules));
	}

	@Override
	public Mono<ModuleInfo> module(String module) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET,
				"/bigin/v2/settings/modules/{module}", UriVariable.module(module));
		return this.observer.observe(Operation.of("modules"), single(call, module, this.modules, ModuleInfo::apiName));
	}

	@Override
	public Flux<FieldInfo> fields(String module) {
		Mono<List<FieldInfo>> read = readFields(module);
		FieldCache cache = this.fieldCache;
		return observedFields(module, (cache != null)
				? Mono.deferContextual((view) -> cache.get(this.connectionId.apply(view), module, read)) : read);
	}

	@Override
	public Flux<FieldInfo> refreshFields(String module) {
		Mono<List<FieldInfo>> read = readFields(module);
		FieldCache cache = this.fieldCache;
		return observedFields(module, (cache != null)
				? Mono.deferContextual((view) -> cache.refresh(this.connectionId.apply(view), module, read)) : read);
	}

	private Mono<List<FieldInfo>> readFields(String module) {
		return page(ofModule("/bigin/v2/settings/fields", module), this.fields).map((page) -> List.copyOf(page.items()))
			.defaultIfEmpty(List.of());
	}

	private Flux<FieldInfo> observedFields(String module, Mono<List<FieldInfo>> fields) {
		return this.observer.observe(Operation.of("fields", module), fields.flatMapIterable((all) -> all));
	}

	@Override
	public Flux<LayoutInfo> layouts(String module) {
		BiginCallBuilder call = ofModule("/bigin/v2/settings/layouts", module);
		return this.observer.observe(Operation.of("layouts", module), elements(call, this.layouts));
	}

	@Override
	public Flux<PipelineInfo> pipelines() {
		BiginCallBuilder call = ofModule("/bigin/v2/settings/layouts", PIPELINES);
		return this.observer.observe(Operation.of("pipelines", PIPELINES),
				elements(call, this.layouts).map(PipelineInfo::of));
	}

	@Override
	public Flux<CustomViewInfo> customViews(String module) {
		UriVariable.module(module);
		PageReader<CustomViewInfo> reader = new PageReader<>(PageSource.of(CUSTOM_VIEWS_PATH, CustomViewInfo::id,
				(request) -> page(customViewCall(module, request), this.customViews)));
		return this.observer.observe(Operation.of("custom_views", module), reader.all(PageSpec.first()));
	}

	// that there are pages is not documented, so only a further one is asked for by
	// number
	private static BiginCallBuilder customViewCall(String module, PageSpec request) {
		return ofModule(CUSTOM_VIEWS_PATH, module).query("page", (request.page() > 1) ? request.page() : null);
	}

	@Override
	public Flux<RelatedListInfo> relatedLists(String module) {
		BiginCallBuilder call = ofModule("/bigin/v2/settings/related_lists", module);
		return this.observer.observe(Operation.of("related_lists", module), elements(call, this.relatedLists));
	}

	@Override
	public Flux<RoleInfo> roles() {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/settings/roles");
		return this.observer.observe(Operation.of("roles"), elements(call, this.roles));
	}

	@Override
	public Flux<ProfileInfo> profiles() {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/settings/profiles");
		return this.observer.observe(Operation.of("profiles"), elements(call, this.profiles));
	}

	@Override
	public Mono<OrganizationInfo> organization() {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org");
		return this.observer.observe(Operation.of("organization"), elements(call, this.organizations).next());
	}

	@Override
	public Flux<UserInfo> users(UserType type) {
		Assert.notNull(type, "'type' must not be null");
		PageReader<UserInfo> reader = new PageReader<>(
				PageSource.of(UserTemplate.PATH, UserInfo::id, (request) -> page(userCall(type, request), this.users)));
		return this.observer.observe(Operation.of("users"), reader.all(PageSpec.first()));
	}

	@Override
	public Mono<UserInfo> user(String id) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, UserTemplate.USER_PATH,
				UriVariable.recordId(id));
		return this.observer.observe(Operation.of("users"),
				UserTemplate.isBeyond64Bits(id)
						? elements(call, this.users).next().filter((user) -> id.equals(user.id()))
						: single(call, id, this.users, UserInfo::id));
	}

	private <T> Mono<T> single(BiginCallBuilder call, String id, PageParser<T> parser,
			Function<T, @Nullable String> idOf) {
		RequestedId requested = new RequestedId(call, id);
		return this.exchange.exchange(call.read((response) -> {
			RecordPage<T> page = parser.parse(response.content());
			if (page == null || page.items().isEmpty()) {
				return null;
			}
			requested.checkCount(response, page.items().size());
			requested.check(response, idOf.apply(page.items().get(0)));
			return page.items().get(0);
		}));
	}

	private static BiginCallBuilder ofModule(String path, String module) {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, path)
			.query("module", UriVariable.module(module).value());
	}

	private static BiginCallBuilder userCall(UserType type, PageSpec request) {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, UserTemplate.PATH)
			.query("type", type.parameter())
			.query("page", request.page())
			.query("per_page", request.perPage());
	}

	private <T> Mono<RecordPage<T>> page(BiginCallBuilder call, PageParser<T> parser) {
		return this.exchange.exchange(call.read((response) -> parser.parse(response.content())));
	}

	private <T> Flux<T> elements(BiginCallBuilder call, PageParser<T> parser) {
		return page(call, parser).map(RecordPage::items).defaultIfEmpty(List.of()).flatMapIterable((items) -> items);
	}

}
