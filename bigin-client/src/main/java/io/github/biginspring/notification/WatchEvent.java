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

package io.github.biginspring.notification;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.model.BiginModule;

/**
 * An event that a channel notifies of: a kind of change in a module.
 *
 * @param module the API name of the module, which is case-sensitive
 * @param action the kind of change: {@code create}, {@code edit}, {@code delete} or
 * {@code all}
 * @since 0.1.0
 */
public record WatchEvent(String module, String action) {

	/**
	 * Check the parts.
	 * @param module the API name of the module, which is case-sensitive
	 * @param action the kind of change: {@code create}, {@code edit}, {@code delete} or
	 * {@code all}
	 * @throws IllegalArgumentException if the module is not an API name or the action not
	 * a word
	 */
	public WatchEvent {
		Assert.notNull(module, "'module' must not be null");
		Assert.notNull(action, "'action' must not be null");
		UriVariable.module(module);
		if (action.isEmpty() || !action.chars().allMatch((c) -> c >= 'a' && c <= 'z' || c == '_')) {
			throw new IllegalArgumentException("Not what a channel of " + module
					+ " can tell of. It is create, edit, delete or all, as in '" + module + ".create'");
		}
	}

	/**
	 * Read an event as it stands on the wire.
	 * @param text the event, such as {@code Contacts.create}
	 * @return the event
	 * @throws IllegalArgumentException if it is not one
	 */
	public static WatchEvent parse(String text) {
		Assert.notNull(text, "'text' must not be null");
		int dot = text.indexOf('.');
		if (dot < 0) {
			throw new IllegalArgumentException(
					"Not an event: it is a module and what happens in it, as 'Contacts.create' or 'Contacts.all'");
		}
		return new WatchEvent(text.substring(0, dot), text.substring(dot + 1));
	}

	/**
	 * Records are created.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the event
	 */
	public static WatchEvent created(String module) {
		return new WatchEvent(module, "create");
	}

	/**
	 * Records are created.
	 * @param type a type with {@link BiginModule}
	 * @return the event
	 */
	public static WatchEvent created(Class<?> type) {
		return created(module(type));
	}

	/**
	 * Records are changed.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the event
	 */
	public static WatchEvent edited(String module) {
		return new WatchEvent(module, "edit");
	}

	/**
	 * Records are changed.
	 * @param type a type with {@link BiginModule}
	 * @return the event
	 */
	public static WatchEvent edited(Class<?> type) {
		return edited(module(type));
	}

	/**
	 * Records are deleted.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the event
	 */
	public static WatchEvent deleted(String module) {
		return new WatchEvent(module, "delete");
	}

	/**
	 * Records are deleted.
	 * @param type a type with {@link BiginModule}
	 * @return the event
	 */
	public static WatchEvent deleted(Class<?> type) {
		return deleted(module(type));
	}

	/**
	 * Records are created, changed or deleted.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the event
	 */
	public static WatchEvent all(String module) {
		return new WatchEvent(module, "all");
	}

	/**
	 * Records are created, changed or deleted.
	 * @param type a type with {@link BiginModule}
	 * @return the event
	 */
	public static WatchEvent all(Class<?> type) {
		return all(module(type));
	}

	private static String module(Class<?> type) {
		Assert.notNull(type, "'type' must not be null");
		BiginModule module = AnnotatedElementUtils.findMergedAnnotation(type, BiginModule.class);
		if (module == null) {
			throw new IllegalArgumentException(
					type.getName() + " does not say which module it stands for: annotate it with @BiginModule");
		}
		return module.value();
	}

	/**
	 * Return the event as it stands on the wire.
	 */
	@Override
	public String toString() {
		return this.module + "." + this.action;
	}

}
