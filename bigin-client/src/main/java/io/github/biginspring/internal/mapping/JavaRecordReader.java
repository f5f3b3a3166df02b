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

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.CreatorProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.BeanPropertyMap;
import tools.jackson.databind.deser.bean.PropertyBasedCreator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.deser.impl.UnwrappedPropertyHandler;
import tools.jackson.databind.util.NameTransformer;

/**
 * Reads Java records as Jackson does, only faster: the values go straight into the
 * arguments of the constructor, which is called by a prepared handle, and names that came
 * in the same order before are compared, not read. Each value is read by Jackson's own
 * property. A type that asks for more than that is left to Jackson altogether.
 */
final class JavaRecordReader extends BeanDeserializer {

	// each has a bit of a long
	private static final int MAX_COMPONENTS = 64;

	private final JavaRecordConstructor constructor;

	// empty where the type is left to Jackson
	private SettableBeanProperty[] components = new SettableBeanProperty[0];

	// a hint, which threads may see late
	private ExpectedFields expected = ExpectedFields.NONE;

	JavaRecordReader(BeanDeserializer source, JavaRecordConstructor constructor) {
		super(source);
		this.constructor = constructor;
	}

	private JavaRecordReader(JavaRecordReader source, @Nullable UnwrappedPropertyHandler unwrapped,
			@Nullable PropertyBasedCreator creator, BeanPropertyMap renamed) {
		super(source, unwrapped, creator, renamed, true);
		this.constructor = source.constructor;
	}

	// as in BeanDeserializer, which does so for itself alone
	@Override
	public ValueDeserializer<Object> unwrappingDeserializer(DeserializationContext context,
			NameTransformer transformer) {
		if (this._currentlyTransforming == transformer) {
			return this;
		}
		this._currentlyTransforming = transformer;
		try {
			return new JavaRecordReader(this,
					(this._unwrappedPropertyHandler != null)
							? this._unwrappedPropertyHandler.renameAll(context, transformer) : null,
					(this._propertyBasedCreator != null) ? this._propertyBasedCreator.renameAll(context, transformer)
							: null,
					this._beanProperties.renameAll(context, transformer));
		}
		finally {
			this._currentlyTransforming = null;
		}
	}

	@Override
	public void resolve(DeserializationContext context) {
		super.resolve(context);
		if (isPlain()) {
			this.components = components(this._propertyBasedCreator);
		}
	}

	private boolean isPlain() {
		return this._propertyBasedCreator != null && this._delegateDeserializer == null
				&& this._arrayDelegateDeserializer == null && this._anySetter == null && this._injectables == null
				&& this._unwrappedPropertyHandler == null && this._externalTypeIdHandler == null
				&& this._objectIdReader == null && this._includableProps == null
				&& (this._ignorableProps == null || this._ignorableProps.isEmpty())
				&& (this._backRefs == null || this._backRefs.isEmpty())
				&& !this._propertyBasedCreator.hasManagedReferenceProperties()
				&& this.constructor.size() <= MAX_COMPONENTS;
	}

	// in the order of the constructor
	private SettableBeanProperty[] components(PropertyBasedCreator creator) {
		SettableBeanProperty[] components = new SettableBeanProperty[this.constructor.size()];
		for (SettableBeanProperty property : this._beanProperties) {
			if (!(property instanceof CreatorProperty)) {
				return new SettableBeanProperty[0];
			}
		}
		Set<SettableBeanProperty> properties = new HashSet<>(creator.properties());
		for (SettableBeanProperty property : properties) {
			int index = property.getCreatorIndex();
			if (property.isInjectionOnly() || property.getInjectionDefinition() != null || index < 0
					|| index >= components.length || components[index] != null) {
				return new SettableBeanProperty[0];
			}
			components[index] = property;
		}
		return (properties.size() == components.length) ? components : new SettableBeanProperty[0];
	}

	@Override
	public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
		if (this.components.length == 0 || !parser.hasToken(JsonToken.START_OBJECT) || context.getActiveView() != null
				|| context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				|| context.isEnabled(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
				|| context.getConfig().getProblemHandlers() != null) {
			return super.deserialize(parser, context);
		}
		Object[] arguments = new Object[this.components.length];
		Object record = create(context, arguments, readArguments(parser, context, arguments), parser);
		parser.assignCurrentValue(record);
		return record;
	}

	// the components that came, a bit each
	private long readArguments(JsonParser parser, DeserializationContext context, @Nullable Object[] arguments) {
		ExpectedFields expected = this.expected;
		long came = 0;
		int next = 0;
		int surprises = 0;
		while (true) {
			SettableBeanProperty property;
			if (next < expected.size() && parser.nextName(expected.encodedName(next))) {
				property = expected.property(next++);
			}
			else {
				String name = (next < expected.size()) ? currentName(parser) : parser.nextName();
				if (name == null) {
					break;
				}
				int position = expected.find(name);
				if (position < 0) {
					property = this._propertyBasedCreator.findCreatorProperty(name);
					expected = expected.with(next, name, property);
					position = expected.find(name);
				}
				else {
					property = expected.property(position);
					surprises++;
				}
				next = (position >= 0) ? position + 1 : next;
			}
			parser.nextToken();
			if (property == null) {
				parser.skipChildren();
				continue;
			}
			int index = property.getCreatorIndex();
			arguments[index] = _deserializeWithErrorWrapping(parser, context, property);
			came |= 1L << index;
		}
		ExpectedFields learnt = expected.after(surprises);
		if (learnt != this.expected) {
			this.expected = learnt;
		}
		return came;
	}

	private static @Nullable String currentName(JsonParser parser) {
		return parser.hasToken(JsonToken.PROPERTY_NAME) ? parser.currentName() : null;
	}

	private @Nullable Object create(DeserializationContext context, @Nullable Object[] arguments, long came,
			JsonParser parser) {
		try {
			return this.constructor.call(context,
					(Long.bitCount(came) == arguments.length) ? arguments : complete(context, arguments, came, parser));
		}
		catch (Exception ex) {
			return wrapInstantiationProblem(context, ex);
		}
	}

	// Jackson knows what stands for a component that did not come
	private @Nullable Object[] complete(DeserializationContext context, @Nullable Object[] arguments, long came,
			JsonParser parser) {
		PropertyValueBuffer buffer = this._propertyBasedCreator.startBuilding(parser, context, null);
		for (int i = 0; i < arguments.length; i++) {
			if ((came & (1L << i)) != 0) {
				buffer.assignParameter(this.components[i], arguments[i]);
			}
		}
		return buffer.getParameters(context, this.components);
	}

}
