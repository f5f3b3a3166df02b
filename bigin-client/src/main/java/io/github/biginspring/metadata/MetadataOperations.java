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

package io.github.biginspring.metadata;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the modules, fields, layouts, pipelines, users and other metadata of an
 * organisation.
 *
 * <pre class="code">
 * Flux&lt;String&gt; stages = bigin.metadata()
 *     .fields("Pipelines")
 *     .filter((field) -&gt; field.apiName().equals("Stage"))
 *     .flatMapIterable(FieldInfo::pickListValues)
 *     .map(FieldInfo.PicklistValue::actualValue);
 * </pre>
 *
 * @since 0.1.0
 */
public interface MetadataOperations {

	/**
	 * Read all modules, also those that calls cannot use
	 * ({@link ModuleInfo#apiSupported()}).
	 * @return the modules
	 */
	Flux<ModuleInfo> modules();

	/**
	 * Read one module.
	 * @param module its API name, which is case-sensitive
	 * @return the module, or empty where there is none and the service says so by 204
	 */
	Mono<ModuleInfo> module(String module);

	/**
	 * Read the fields of a module. Where they are kept, those that are kept of the
	 * connection.
	 * @param module its API name, which is case-sensitive
	 * @return the fields
	 */
	Flux<FieldInfo> fields(String module);

	/**
	 * Read the fields of a module from the service, whatever is cached, and cache them
	 * again.
	 * @param module its API name, which is case-sensitive
	 * @return the fields
	 */
	Flux<FieldInfo> refreshFields(String module);

	/**
	 * Read the layouts of a module. Those of {@code Pipelines} are the team pipelines.
	 * @param module its API name, which is case-sensitive
	 * @return the layouts
	 */
	Flux<LayoutInfo> layouts(String module);

	/**
	 * Read the team pipelines, with their sub-pipelines and the stages of each. Costs one
	 * call, for all of them; needs the scope {@code ZohoBigin.settings.layouts.READ}.
	 * @return the pipelines
	 */
	Flux<PipelineInfo> pipelines();

	/**
	 * Read the custom views of a module, page after page where the service says that
	 * there are more.
	 * @param module its API name, which is case-sensitive
	 * @return the views, with back-pressure
	 */
	Flux<CustomViewInfo> customViews(String module);

	/**
	 * Read which related lists the records of a module have.
	 * @param module its API name, which is case-sensitive
	 * @return the lists
	 */
	Flux<RelatedListInfo> relatedLists(String module);

	/**
	 * Read the roles.
	 * @return the roles
	 */
	Flux<RoleInfo> roles();

	/**
	 * Read the profiles.
	 * @return the profiles
	 */
	Flux<ProfileInfo> profiles();

	/**
	 * Read the organisation that the connection leads to.
	 * @return the organisation
	 */
	Mono<OrganizationInfo> organization();

	/**
	 * Read users, page after page when they are needed.
	 * @param type which users
	 * @return the users, with back-pressure
	 */
	Flux<UserInfo> users(UserType type);

	/**
	 * Read one user.
	 * @param id the user's id, digits as text
	 * @return the user, or empty where there is none; also empty for an id beyond 64
	 * bits, for which the service returns another one (as other clients report)
	 */
	Mono<UserInfo> user(String id);

}
