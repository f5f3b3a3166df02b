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

package io.github.biginspring.internal.mapping;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.kotlin.KotlinFeature;
import tools.jackson.module.kotlin.KotlinModule;

import org.springframework.core.KotlinDetector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.FieldNaming;

/**
 * Finds out how a type maps to the records of a module: once for each type, which is then
 * remembered.
 * <p>
 * Three kinds of types can be mapped: {@link BiginRecord} itself for any module,
 * subclasses of it such as the ready-made types, and Java records and beans, data classes
 * in Kotlin among them. All but the first say their module by {@link BiginModule}.
 *
 * @since 0.1.0
 */
public final class RecordMapper {

	/**
	 * Whether empty fields can get the default values of a class in Kotlin.
	 */
	private static final boolean KOTLIN = KotlinDetector.isKotlinPresent()
			&& ClassUtils.isPresent("tools.jackson.module.kotlin.KotlinModule", RecordMapper.class.getClassLoader());

	// more than there are; the names come from the caller
	private static final int MAX_MODULES = 100;

	private final JsonMapper jsonMapper;

	private final FieldNaming naming;

	private final Map<Class<?>, RecordMapping<?>> mappings = new ConcurrentHashMap<>();

	private final Map<String, FieldValueReader> untypedReaders = new ConcurrentHashMap<>();

	private RecordMapper(JsonMapper jsonMapper, FieldNaming naming) {
		this.jsonMapper = jsonMapper;
		this.naming = naming;
	}

	/**
	 * Create a mapper.
	 * @param naming gives the API names of properties without an annotation
	 * @param customizer may change the JSON mapper before it is built
	 * @return the mapper
	 */
	public static RecordMapper create(FieldNaming naming, Consumer<JsonMapper.Builder> customizer) {
		Assert.notNull(naming, "'naming' must not be null");
		JsonMapper.Builder builder = JsonMapper.builder()
			.annotationIntrospector(new FieldAnnotationIntrospector())
			.propertyNamingStrategy(new NamingStrategy(naming))
			.addModule(new DateTimeModule())
			.addModule(new PlainNumberModule())
			.addModule(new JavaRecordModule())
			.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
			// the service may add fields at any time, and any field can be empty
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
		StrictReadingModule.applyTo(builder);
		if (KOTLIN) {
			KotlinTypes.applyTo(builder);
		}
		customizer.accept(builder);
		return new RecordMapper(builder.build(), naming);
	}

	/**
	 * Create a mapper with Bigin's naming.
	 * @return the mapper
	 */
	public static RecordMapper create() {
		return create(FieldNaming.BIGIN, (builder) -> {
		});
	}

	/**
	 * Return the JSON mapper that all bodies are read and written by.
	 * @return the JSON mapper
	 */
	public JsonMapper jsonMapper() {
		return this.jsonMapper;
	}

	/**
	 * Return the mapping of records without a type of their own.
	 * @param module the API name of the module
	 * @return the mapping, which knows no fields
	 */
	public RecordMapping<BiginRecord> untyped(String module) {
		Assert.notNull(module, "'module' must not be null");
		FieldValueReader reader = this.untypedReaders.get(module);
		if (reader == null) {
			reader = new FieldValueReader();
			if (this.untypedReaders.size() < MAX_MODULES) {
				this.untypedReaders.putIfAbsent(module, reader);
			}
		}
		return new BiginRecordMapping<>(module, AccessorFields.NONE, BiginRecord::new, reader);
	}

	/**
	 * Return the mapping of a type.
	 * @param type a type with {@link BiginModule}
	 * @param <T> the type
	 * @return the mapping
	 * @throws IllegalArgumentException if the type does not say its module or cannot be
	 * mapped
	 */
	@SuppressWarnings("unchecked")
	public <T> RecordMapping<T> forType(Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		RecordMapping<?> mapping = this.mappings.get(type);
		if (mapping == null) {
			mapping = this.mappings.computeIfAbsent(type, this::map);
		}
		return (RecordMapping<T>) mapping;
	}

	/**
	 * Return the mapping of an object's type.
	 * @param record the object
	 * @param <T> its type
	 * @return the mapping
	 * @throws IllegalArgumentException as {@link #forType(Class)}
	 */
	@SuppressWarnings("unchecked")
	public <T> RecordMapping<T> forRecord(T record) {
		Assert.notNull(record, "'record' must not be null");
		return (RecordMapping<T>) forType(record.getClass());
	}

	private RecordMapping<?> map(Class<?> type) {
		BiginModule module = AnnotatedElementUtils.findMergedAnnotation(type, BiginModule.class);
		if (module == null) {
			throw new IllegalArgumentException(type.getName() + " does not say which module it stands for:"
					+ " annotate it with @BiginModule, or name the module and use BiginRecord");
		}
		if (BiginRecord.class.isAssignableFrom(type)) {
			return mapRecord(type.asSubclass(BiginRecord.class), module.value());
		}
		return new ObjectMapping<>(this.jsonMapper, type, module.value(), MappedProperties.of(this.jsonMapper, type));
	}

	private <T extends BiginRecord> RecordMapping<T> mapRecord(Class<T> type, String module) {
		return new BiginRecordMapping<>(module, AccessorFields.of(type, this.naming), constructor(type),
				new FieldValueReader());
	}

	private static <T extends BiginRecord> Supplier<T> constructor(Class<T> type) {
		try {
			MethodHandle constructor = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
				.findConstructor(type, MethodType.methodType(void.class))
				.asType(MethodType.methodType(BiginRecord.class));
			return () -> type.cast(invoke(constructor));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalArgumentException(
					type.getName() + " cannot be made: it needs a constructor without parameters", ex);
		}
	}

	private static BiginRecord invoke(MethodHandle constructor) {
		try {
			return (BiginRecord) constructor.invokeExact();
		}
		catch (Throwable ex) {
			ReflectionUtils.rethrowRuntimeException(ex);
			throw new IllegalStateException(ex); // never reached
		}
	}

	/**
	 * Of its own, so that the class of a library that may be missing is not looked for.
	 */
	private static final class KotlinTypes {

		static void applyTo(JsonMapper.Builder builder) {
			// an empty field comes as null
			builder.addModule(new KotlinModule.Builder().enable(KotlinFeature.NullIsSameAsDefault).build());
		}

	}

	@SuppressWarnings("serial") // never serialized
	private static final class NamingStrategy extends PropertyNamingStrategy {

		private final FieldNaming naming;

		NamingStrategy(FieldNaming naming) {
			this.naming = naming;
		}

		@Override
		public String nameForField(MapperConfig<?> config, AnnotatedField field, String defaultName) {
			return this.naming.apiName(defaultName);
		}

		@Override
		public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String defaultName) {
			return this.naming.apiName(defaultName);
		}

		@Override
		public String nameForSetterMethod(MapperConfig<?> config, AnnotatedMethod method, String defaultName) {
			return this.naming.apiName(defaultName);
		}

		@Override
		public String nameForConstructorParameter(MapperConfig<?> config, AnnotatedParameter parameter,
				@Nullable String defaultName) {
			return this.naming.apiName((defaultName != null) ? defaultName : "");
		}

	}

}
