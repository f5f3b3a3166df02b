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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

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

	private final Set<Check> lenient;

	private final boolean describesDuplicates;

	private final int number;

	private final Consumer<Organization> seed;

	private final List<RecordEvent> events = new ArrayList<>();

	private final List<Consumer<RecordEvent>> listeners = new ArrayList<>();

	private final Map<Class<?>, Object> states = new HashMap<>();

	private IdSequence ids;

	private ModuleCatalog modules;

	private UserDirectory users;

	private TagCatalog tags;

	private String created = "";

	private final Credits credits;

	private String id = "";

	Organization(OrganizationBuilder builder) {
		this.credits = new Credits(builder.dailyCredits, builder.clock);
		this.clock = builder.clock;
		this.zone = builder.zone;
		this.searchLag = builder.searchLag;
		this.pageLimits = builder.pageLimits;
		this.lenient = Set.copyOf(builder.lenient);
		this.describesDuplicates = builder.describesDuplicates;
		this.number = builder.number;
		this.seed = builder.seed;
		this.ids = new IdSequence(builder.number);
		this.users = new UserDirectory(this.ids);
		this.tags = new TagCatalog(this.ids);
		this.modules = new ModuleCatalog(IdSequence.ofMetadata(this.number));
		reset();
	}

	/**
	 * Start to describe an organisation.
	 * @return a builder, of which {@link OrganizationBuilder#build()} alone gives an
	 * organisation with the eight standard modules, one user and no records
	 */
	public static OrganizationBuilder builder() {
		return new OrganizationBuilder();
	}

	/**
	 * Go back to the beginning: custom modules and fields, users, tags and records are
	 * forgotten, ids start again and the seed is applied again.
	 */
	public synchronized void reset() {
		this.listeners.clear();
		this.states.clear();
		this.ids = new IdSequence(this.number);
		this.users = new UserDirectory(this.ids);
		this.tags = new TagCatalog(this.ids);
		this.id = this.ids.nextText();
		this.created = timeOf(now());
		this.modules = new ModuleCatalog(IdSequence.ofMetadata(this.number));
		this.seed.accept(this);
		this.events.clear();
		this.credits.reset();
	}

	/**
	 * All that the organisation holds, with its ids, to {@link #restore} it later: users,
	 * tags, and records with their links, attachments and photos, deleted ones too. Not
	 * what code defines, such as custom modules, fields and views, nor what goes on:
	 * channels, bulk reads, uploads and credits.
	 * @return what JSON can hold
	 */
	public synchronized Map<String, @Nullable Object> snapshot() {
		return OrganizationSnapshot.of(this);
	}

	/**
	 * Hold what an organisation held before, in place of what this one holds. What code
	 * has defined stays; listeners, channels, bulk reads and uploads are forgotten, as by
	 * {@link #reset()}.
	 * @param snapshot what {@link #snapshot()} returned, or what was read of its JSON
	 * @throws IllegalArgumentException if it is of another form, or needs modules or
	 * fields that are not defined; then nothing has changed
	 */
	public synchronized void restore(Map<String, ?> snapshot) {
		RestoredOrganization restored = new RestoredOrganization(snapshot, this);
		this.listeners.clear();
		this.states.clear();
		this.events.clear();
		this.ids = restored.ids();
		this.users = restored.users();
		this.tags = restored.tags();
		this.modules = restored.modules();
		this.id = restored.id();
		this.created = restored.created();
	}

	/**
	 * Add a module, or change one: records that are there stay.
	 * @param module the module with all of its fields
	 */
	public synchronized void define(ModuleDefinition module) {
		this.modules.define(module);
	}

	/**
	 * Add fields to a module.
	 * @param module the API name of the module
	 * @param fields the fields to add
	 * @throws IllegalArgumentException if there is no such module
	 */
	public synchronized void addFields(String module, FieldDefinition... fields) {
		RecordTable table = this.modules.known(module);
		table.define(table.definition().with(fields));
	}

	/**
	 * Add a team pipeline for deals beside those of every organisation.
	 * @param pipeline the pipeline
	 * @return its id, by which a deal names its {@code Pipeline}
	 */
	public synchronized String addTeamPipeline(TeamPipeline pipeline) {
		String pipelineId = this.ids.nextText();
		this.modules.pipelines().add(pipelineId, pipeline);
		return pipelineId;
	}

	/**
	 * The records of a module, to seed them and to look at them.
	 * @param module the API name of the module
	 * @return the records
	 * @throws IllegalArgumentException if there is no such module
	 */
	public synchronized Records records(String module) {
		this.modules.known(module);
		return new Records(this, module);
	}

	/**
	 * The modules that have records.
	 * @return the API names of the modules
	 */
	public synchronized List<String> moduleNames() {
		return this.modules.all().stream().map((table) -> table.definition().apiName()).toList();
	}

	/**
	 * Add a custom view to a module.
	 * @param module the API name of the module
	 * @param criteria what the view shows, such as {@code (City:equals:Berlin)}
	 * @return the id of the view, the parameter {@code cvid} of a list
	 * @throws RefusedException if a search would refuse the criteria
	 */
	public synchronized String addCustomView(String module, String criteria) {
		return records(module).addCustomView(criteria, criteria);
	}

	/**
	 * The calls that Bigin offers on records.
	 * @return the calls, which respond as through the API
	 */
	public RecordApi recordApi() {
		return new RecordApi(this);
	}

	/**
	 * The calls that Bigin offers on modules and fields.
	 * @return the calls, which respond as through the API
	 */
	public MetadataApi metadataApi() {
		return new MetadataApi(this);
	}

	/**
	 * The calls that Bigin offers on users.
	 * @return the calls, which respond as through the API
	 */
	public UserApi userApi() {
		return new UserApi(this);
	}

	/**
	 * What the calls cost, and may cost.
	 * @return the credits of the organisation
	 */
	public Credits credits() {
		return this.credits;
	}

	/**
	 * What was written since the last {@link #reset()}, through the API or by hand.
	 * @return one event for each record inserted, updated or deleted, oldest first
	 */
	public synchronized List<RecordEvent> events() {
		return List.copyOf(this.events);
	}

	/**
	 * Be told of what is written from now until the next {@link #reset()}.
	 * @param listener called within the write, so that it must return at once
	 */
	public synchronized void addListener(Consumer<RecordEvent> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Look at the records of a module while nothing changes.
	 * @param <T> what is found
	 * @param module the API name of the module
	 * @param query looks at the records
	 * @return what the query returned
	 * @throws RefusedException if there is no such module
	 */
	public synchronized <T> T query(String module, Function<RecordSource, T> query) {
		return query.apply(new RecordSource(this, table(module)));
	}

	/**
	 * What another part of the simulator keeps of this organisation until it is reset.
	 * @param <T> the type of the state
	 * @param type the type of the state, of which there is one
	 * @param initial gives the state where there is none yet
	 * @return the state
	 */
	public synchronized <T> T state(Class<T> type, Function<Organization, T> initial) {
		Object state = this.states.get(type);
		if (state == null) {
			state = initial.apply(this);
			this.states.put(type, state);
		}
		return type.cast(state);
	}

	/**
	 * A new id, such as a record gets.
	 * @return the id, 19 digits
	 */
	public String nextId() {
		return ids().nextText();
	}

	/**
	 * The time of the organisation's clock.
	 * @return the instant
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * A time as it stands on the wire.
	 * @param instant the time
	 * @return date and time with the organisation's offset, without a fraction
	 */
	public String timeOf(Instant instant) {
		return BiginTime.format(instant, this.zone);
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
		this.users.put(user);
		return user;
	}

	/**
	 * The users, the one that requests are made as first.
	 * @return all users
	 */
	public synchronized List<User> users() {
		return this.users.all();
	}

	/**
	 * The user that requests are made as.
	 * @return the first user
	 */
	public synchronized User currentUser() {
		return this.users.current();
	}

	/**
	 * Add a tag to a module, or find the one that has the name already.
	 * @param module the API name of the module
	 * @param name the name of the tag
	 * @return the tag
	 */
	public synchronized Tag addTag(String module, String name) {
		this.modules.known(module);
		return this.tags.add(module, name);
	}

	/**
	 * The tags of a module.
	 * @param module the API name of the module
	 * @return the tags
	 */
	public synchronized List<Tag> tags(String module) {
		return this.tags.all(module);
	}

	int number() {
		return this.number;
	}

	ZoneId zone() {
		return this.zone;
	}

	/**
	 * The zone as the API tells it.
	 * @return the name of the zone, of an offset that of the zone which has it all year
	 */
	String zoneName() {
		String name = this.zone.getId();
		if (this.zone instanceof ZoneOffset offset) {
			int hours = offset.getTotalSeconds() / 3600;
			name = (hours == 0) ? "Etc/UTC" : "Etc/GMT" + ((hours < 0) ? "+" : "-") + Math.abs(hours);
		}
		return name;
	}

	Duration searchLag() {
		return this.searchLag;
	}

	boolean describesDuplicates() {
		return this.describesDuplicates;
	}

	boolean enforces(Check check) {
		return !this.lenient.contains(check);
	}

	PageLimits pageLimits() {
		return this.pageLimits;
	}

	IdSequence ids() {
		return this.ids;
	}

	RecordTable table(String module) {
		RecordTable table = this.modules.find(module);
		if (table == null) {
			throw RefusedException.of("INVALID_MODULE", "the module name given seems to be invalid")
				.with("resource_path_index", 0);
		}
		return table;
	}

	ModuleCatalog modules() {
		return this.modules;
	}

	@Nullable RecordTable tableOf(@Nullable String module, String id) {
		return (module != null) ? this.modules.find(module) : this.modules.holding(id);
	}

	List<String> pickListValues(ModuleDefinition module, FieldDefinition field) {
		return TeamPipelines.MODULE.equals(module.apiName()) ? this.modules.pipelines().values(field)
				: field.pickListValues();
	}

	@Nullable User findUser(String id) {
		return this.users.find(id);
	}

	@Nullable Tag findTag(String id) {
		return this.tags.find(id);
	}

	@Nullable Map<String, @Nullable Object> pipeline(String id) {
		return this.modules.pipelines().reference(id);
	}

	TagCatalog tagCatalog() {
		return this.tags;
	}

	UserDirectory directory() {
		return this.users;
	}

	String id() {
		return this.id;
	}

	String created() {
		return this.created;
	}

	void record(RecordEvent event) {
		this.events.add(event);
		this.listeners.forEach((listener) -> listener.accept(event));
	}

	@Override
	public String toString() {
		return "Organization " + this.number;
	}

}
