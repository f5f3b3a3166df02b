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

package io.github.biginspring.simulator.organization;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One Bigin organisation: its modules, records, users and tags. Safe for use by several
 * threads; every call on it or on one of its parts is atomic.
 *
 * @since 0.1.0
 */
public final class Organization {

	private final InstantSource clock;

	private final ZoneId zone;

	private final Duration searchLag;

	private final PageLimits pageLimits;

	private final int number;

	private final Consumer<Organization> seed;

	private final Map<String, RecordTable> tables = new LinkedHashMap<>();

	private final Map<String, User> users = new LinkedHashMap<>();

	private final Map<String, Map<String, Tag>> tags = new LinkedHashMap<>();

	private final Map<String, Map<String, @Nullable Object>> layouts = new LinkedHashMap<>();

	private final Map<String, String> moduleIds = new LinkedHashMap<>();

	private final List<RecordEvent> events = new ArrayList<>();

	private IdSequence ids;

	private Organization(Builder builder) {
		this.clock = builder.clock;
		this.zone = builder.zone;
		this.searchLag = builder.searchLag;
		this.pageLimits = builder.pageLimits;
		this.number = builder.number;
		this.seed = builder.seed;
		this.ids = new IdSequence(builder.number);
		reset();
	}

	/**
	 * Start to describe an organisation.
	 * @return a builder, of which {@link Builder#build()} alone gives an organisation
	 * with the eight standard modules, one user and no records
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Go back to the beginning: custom modules and fields, users, tags and records are
	 * forgotten, ids start anew and the seed is sown again.
	 */
	public synchronized void reset() {
		this.tables.clear();
		this.users.clear();
		this.tags.clear();
		this.layouts.clear();
		this.moduleIds.clear();
		this.events.clear();
		this.ids = new IdSequence(this.number);
		addUser(new User(this.ids.nextText(), "Patricia", "Boyle", "patricia.boyle@zylker.com", true, true));
		StandardModules.all().forEach(this::define);
		this.seed.accept(this);
		this.events.clear();
	}

	/**
	 * Add a module, or change one: records that are there stay.
	 * @param module the module with all of its fields
	 */
	public synchronized void define(ModuleDefinition module) {
		RecordTable table = this.tables.get(module.apiName());
		if (table != null) {
			table.define(module);
			return;
		}
		this.tables.put(module.apiName(), new RecordTable(module));
		this.moduleIds.put(module.apiName(), this.ids.nextText());
		String layout = "Pipelines".equals(module.apiName()) ? "Sales Pipeline" : "Standard";
		this.layouts.put(module.apiName(), new LinkedHashMap<>(Map.of("name", layout, "id", this.ids.nextText())));
	}

	/**
	 * Add fields to a module.
	 * @param module the API name of the module
	 * @param fields the fields to add
	 * @throws IllegalArgumentException if there is no such module
	 */
	public synchronized void addFields(String module, FieldDefinition... fields) {
		RecordTable table = knownTable(module);
		table.define(table.definition().with(fields));
	}

	/**
	 * The records of a module, to seed them and to look at them.
	 * @param module the API name of the module
	 * @return the records
	 * @throws IllegalArgumentException if there is no such module
	 */
	public synchronized Records records(String module) {
		knownTable(module);
		return new Records(this, module);
	}

	/**
	 * The calls that Bigin offers on records.
	 * @return the calls, as they answer through the API
	 */
	public RecordApi recordApi() {
		return new RecordApi(this);
	}

	/**
	 * The calls that Bigin offers on modules, fields and users.
	 * @return the calls, as they answer through the API
	 */
	public MetadataApi metadataApi() {
		return new MetadataApi(this);
	}

	/**
	 * What was written since the last {@link #reset()}, through the API or by hand.
	 * @return one event for each record inserted, updated or deleted, oldest first
	 */
	public synchronized List<RecordEvent> events() {
		return List.copyOf(this.events);
	}

	/**
	 * Add an active user.
	 * @param firstName the given name
	 * @param lastName the family name
	 * @param email the address
	 * @return the user
	 */
	public synchronized User addUser(String firstName, String lastName, String email) {
		return addUser(new User(this.ids.nextText(), firstName, lastName, email, false, true));
	}

	/**
	 * Add a user, or change the one with the same id.
	 * @param user the user
	 * @return the user
	 */
	public synchronized User addUser(User user) {
		this.users.put(user.id(), user);
		return user;
	}

	/**
	 * The users, the one that requests are made as first.
	 * @return all users
	 */
	public synchronized List<User> users() {
		return List.copyOf(this.users.values());
	}

	/**
	 * The user that requests are made as.
	 * @return the first user
	 */
	public synchronized User currentUser() {
		return this.users.values().iterator().next();
	}

	/**
	 * Add a tag to a module, or find the one that has the name already.
	 * @param module the API name of the module
	 * @param name the name of the tag
	 * @return the tag
	 */
	public synchronized Tag addTag(String module, String name) {
		knownTable(module);
		Map<String, Tag> ofModule = this.tags.computeIfAbsent(module, (key) -> new LinkedHashMap<>());
		return ofModule.values()
			.stream()
			.filter((tag) -> tag.name().equalsIgnoreCase(name))
			.findFirst()
			.orElseGet(() -> {
				Tag tag = new Tag(this.ids.nextText(), name, null);
				ofModule.put(tag.id(), tag);
				return tag;
			});
	}

	/**
	 * The tags of a module.
	 * @param module the API name of the module
	 * @return the tags
	 */
	public synchronized List<Tag> tags(String module) {
		return List.copyOf(this.tags.getOrDefault(module, Map.of()).values());
	}

	Instant now() {
		return this.clock.instant();
	}

	ZoneId zone() {
		return this.zone;
	}

	Duration searchLag() {
		return this.searchLag;
	}

	PageLimits pageLimits() {
		return this.pageLimits;
	}

	IdSequence ids() {
		return this.ids;
	}

	String timeOf(Instant instant) {
		return BiginTime.format(instant, this.zone);
	}

	RecordTable table(String module) {
		RecordTable table = this.tables.get(module);
		if (table == null) {
			throw RefusedException.of("INVALID_MODULE", "the module name given seems to be invalid")
				.with("resource_path_index", 0);
		}
		return table;
	}

	Collection<RecordTable> tables() {
		return this.tables.values();
	}

	@Nullable RecordTable tableOf(@Nullable String module, String id) {
		if (module != null) {
			return this.tables.get(module);
		}
		long number = IdSequence.parse(id);
		return this.tables.values().stream().filter((table) -> table.ids().contains(number)).findFirst().orElse(null);
	}

	String moduleId(String module) {
		return this.moduleIds.getOrDefault(module, "");
	}

	@Nullable User findUser(String id) {
		return this.users.get(id);
	}

	@Nullable Tag findTag(String id) {
		return this.tags.values()
			.stream()
			.map((ofModule) -> ofModule.get(id))
			.filter((tag) -> tag != null)
			.findFirst()
			.orElse(null);
	}

	Map<String, @Nullable Object> layout(String module) {
		return this.layouts.getOrDefault(module, Map.of());
	}

	@Nullable Map<String, @Nullable Object> pipeline(String id) {
		Map<String, @Nullable Object> pipeline = layout("Pipelines");
		return id.equals(pipeline.get("id")) ? pipeline : null;
	}

	void record(RecordEvent event) {
		this.events.add(event);
	}

	private RecordTable knownTable(String module) {
		RecordTable table = this.tables.get(module);
		if (table == null) {
			throw new IllegalArgumentException(
					"No module '" + module + "': define it first, or use one of " + this.tables.keySet());
		}
		return table;
	}

	@Override
	public String toString() {
		return "Organization " + this.number;
	}

	/**
	 * Describes an organisation.
	 */
	public static final class Builder {

		private InstantSource clock = InstantSource.system();

		private ZoneId zone = ZoneOffset.ofHours(-8);

		private Duration searchLag = Duration.ZERO;

		private PageLimits pageLimits = PageLimits.defaults();

		private int number;

		private Consumer<Organization> seed = (organization) -> {
		};

		private Builder() {
		}

		/**
		 * Where the time comes from.
		 * @param clock the clock, by default that of the system
		 * @return this
		 */
		public Builder clock(InstantSource clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * The zone in which date-times are shown.
		 * @param zone the zone, by default eight hours behind UTC
		 * @return this
		 */
		public Builder zone(ZoneId zone) {
			this.zone = zone;
			return this;
		}

		/**
		 * How long a write takes to show up in searches.
		 * @param searchLag the lag, by default none; that of Bigin is 10 to 20 seconds
		 * @return this
		 */
		public Builder searchLag(Duration searchLag) {
			this.searchLag = searchLag;
			return this;
		}

		/**
		 * How far lists and searches reach.
		 * @param pageLimits the limits, by default those of Bigin
		 * @return this
		 */
		public Builder pageLimits(PageLimits pageLimits) {
			this.pageLimits = pageLimits;
			return this;
		}

		/**
		 * Which organisation this is: ids of organisations with different numbers differ.
		 * @param number the number, 0 to 999,999, by default 0
		 * @return this
		 */
		public Builder number(int number) {
			this.number = number;
			return this;
		}

		/**
		 * What the organisation holds at the beginning and after each reset.
		 * @param seed adds records, by default nothing; see {@link SampleData}
		 * @return this
		 */
		public Builder seed(Consumer<Organization> seed) {
			this.seed = seed;
			return this;
		}

		/**
		 * Make the organisation.
		 * @return an organisation of its own at each call
		 */
		public Organization build() {
			return new Organization(this);
		}

	}

}
