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

package io.github.biginspring.blocking;

import java.util.List;
import java.util.Optional;

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

/**
 * Reads the modules, fields, layouts, users and other metadata of the organisation, as
 * described by {@link MetadataOperations}.
 *
 * <pre class="code">
 * List&lt;FieldInfo&gt; fields = client.metadata().fields("Pipelines");
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingMetadataOperations {

	private final MetadataOperations metadata;

	BlockingMetadataOperations(MetadataOperations metadata) {
		this.metadata = metadata;
	}

	/**
	 * Read all modules, also those that calls cannot use ({@code apiSupported()}).
	 * @return the modules
	 */
	public List<ModuleInfo> modules() {
		return Blocking.list(this.metadata.modules());
	}

	/**
	 * Read one module.
	 * @param module its API name, which is case-sensitive
	 * @return the module, or empty where there is none and the service says so by 204
	 */
	public Optional<ModuleInfo> module(String module) {
		return Blocking.optional(this.metadata.module(module));
	}

	/**
	 * Read the fields of a module.
	 * @param module its API name, which is case-sensitive
	 * @return the fields
	 */
	public List<FieldInfo> fields(String module) {
		return Blocking.list(this.metadata.fields(module));
	}

	/**
	 * Read the fields of a module from the service, whatever is cached, and cache them
	 * again.
	 * @param module its API name, which is case-sensitive
	 * @return the fields
	 */
	public List<FieldInfo> refreshFields(String module) {
		return Blocking.list(this.metadata.refreshFields(module));
	}

	/**
	 * Read the layouts of a module.
	 * @param module its API name, which is case-sensitive
	 * @return the layouts
	 */
	public List<LayoutInfo> layouts(String module) {
		return Blocking.list(this.metadata.layouts(module));
	}

	/**
	 * Read the team pipelines, with their sub-pipelines and the stages of each.
	 * @return the pipelines
	 */
	public List<PipelineInfo> pipelines() {
		return Blocking.list(this.metadata.pipelines());
	}

	/**
	 * Read the custom views of a module, page after page where the service says that
	 * there are more.
	 * @param module its API name, which is case-sensitive
	 * @return the views
	 */
	public List<CustomViewInfo> customViews(String module) {
		return Blocking.list(this.metadata.customViews(module));
	}

	/**
	 * Read which related lists the records of a module have.
	 * @param module its API name, which is case-sensitive
	 * @return the lists
	 */
	public List<RelatedListInfo> relatedLists(String module) {
		return Blocking.list(this.metadata.relatedLists(module));
	}

	/**
	 * Read the roles.
	 * @return the roles
	 */
	public List<RoleInfo> roles() {
		return Blocking.list(this.metadata.roles());
	}

	/**
	 * Read the profiles.
	 * @return the profiles
	 */
	public List<ProfileInfo> profiles() {
		return Blocking.list(this.metadata.profiles());
	}

	/**
	 * Read the organisation that the connection leads to.
	 * @return the organisation
	 */
	public OrganizationInfo organization() {
		return Blocking.value(this.metadata.organization());
	}

	/**
	 * Read users, page after page when they are needed.
	 * @param type which users
	 * @return the users
	 */
	public List<UserInfo> users(UserType type) {
		return Blocking.list(this.metadata.users(type));
	}

	/**
	 * Read one user.
	 * @param id the user's id, digits as text
	 * @return the user, or empty where there is none; also empty for an id beyond 64
	 * bits, for which the service returns another one (as other clients report)
	 */
	public Optional<UserInfo> user(String id) {
		return Blocking.optional(this.metadata.user(id));
	}

}
