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

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * The fields that an object has had so far, and which ones have come next. Of many
 * objects of the same fields it is learnt once, and says of the following ones which name
 * to expect.
 * <p>
 * Several threads may read and learn at a time. What is not volatile is a hint that each
 * may see late.
 */
final class FieldShape {

	private static final int MANY_FAILURES = 32;

	private final FieldShapes.Tree tree;

	private final @Nullable FieldShape parent;

	private final String name;

	private final SerializableString encodedName;

	private final int size;

	// null while there are none
	private volatile FieldShape @Nullable [] branches;

	private @Nullable FieldShape likely;

	// where the objects begin that are values of the last field
	private volatile @Nullable FieldShape nested;

	// of all fields up to here
	private @Nullable FieldNames names;

	// how many fields the last object had that began here
	private int lastSize;

	// how many objects that began here had no shape, one after the other
	private int failures;

	FieldShape(FieldShapes.Tree tree) {
		this(tree, null, "", 0);
	}

	private FieldShape(FieldShapes.Tree tree, @Nullable FieldShape parent, String name, int size) {
		this.tree = tree;
		this.parent = parent;
		this.name = name;
		this.encodedName = new SerializedString(name);
		this.size = size;
	}

	int size() {
		return this.size;
	}

	SerializableString encodedName() {
		return this.encodedName;
	}

	/**
	 * Return what most likely comes next.
	 * @return the shape with the next field, or {@code null} where nothing is known
	 */
	@Nullable FieldShape likely() {
		return this.likely;
	}

	int lastSize() {
		return this.lastSize;
	}

	/**
	 * Tell how many fields an object had that began here.
	 * @param size how many
	 */
	void ended(int size) {
		if (this.lastSize != size) {
			this.lastSize = size;
		}
		if (this.failures != 0) {
			this.failures = 0;
		}
	}

	/**
	 * Tell that an object that began here had no shape.
	 */
	void failed() {
		this.failures++;
	}

	/**
	 * Whether it is hardly worth it to look for the shape of an object that begins here:
	 * many others had none, so that few are tried.
	 * @return {@code true} if none should be looked for
	 */
	boolean isOfLittleUse() {
		int failures = this.failures;
		if (failures < MANY_FAILURES) {
			return false;
		}
		this.failures = failures + 1;
		return failures % MANY_FAILURES != 0;
	}

	/**
	 * Return the shape with one field more, learning it where it is new.
	 * @param name the name of the field
	 * @return the shape, or {@code null} where there is none that could be shared: the
	 * object has had the field before, or there are too many shapes
	 */
	@Nullable FieldShape with(String name) {
		FieldShape next = find(name);
		if (next == null) {
			next = this.tree.learn(() -> learn(name));
		}
		if (next != null && this.likely != next) {
			this.likely = next;
		}
		return next;
	}

	private @Nullable FieldShape find(String name) {
		FieldShape[] branches = this.branches;
		if (branches != null) {
			for (FieldShape branch : branches) {
				if (branch.name.equals(name)) {
					return branch;
				}
			}
		}
		return null;
	}

	// by one thread at a time
	private @Nullable FieldShape learn(String name) {
		FieldShape known = find(name);
		if (known != null) {
			return known;
		}
		FieldShape[] before = this.branches;
		int count = (before != null) ? before.length : 0;
		if (has(name) || !this.tree.hasRoom(count, this.size, name)) {
			return null;
		}
		FieldShape[] after = new FieldShape[count + 1];
		if (before != null) {
			System.arraycopy(before, 0, after, 0, count);
		}
		// the same text as in the code that asks for it
		FieldShape learnt = new FieldShape(this.tree, this, name.intern(), this.size + 1);
		after[count] = learnt;
		this.branches = after;
		return learnt;
	}

	private boolean has(String name) {
		for (FieldShape shape = this; shape != null; shape = shape.parent) {
			if (shape.name.equals(name) && shape.parent != null) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return where the objects begin that are values of the last field.
	 * @return the shape without fields, or {@code null} where there are too many shapes
	 */
	@Nullable FieldShape nested() {
		FieldShape nested = this.nested;
		return (nested != null) ? nested : this.tree.learn(() -> {
			if (this.nested == null && this.tree.hasRoom(0, 0, "")) {
				this.nested = new FieldShape(this.tree);
			}
			return this.nested;
		});
	}

	/**
	 * Return what has come next so far.
	 * @return the shapes with one field more
	 */
	List<FieldShape> branches() {
		FieldShape[] branches = this.branches;
		return (branches != null) ? List.of(branches) : List.of();
	}

	/**
	 * Return where the objects begin that were values of the last field.
	 * @return the shape without fields, or {@code null} where there were none
	 */
	@Nullable FieldShape knownNested() {
		return this.nested;
	}

	/**
	 * Return the names of all fields.
	 * @return the names, in order
	 */
	FieldNames names() {
		FieldNames names = this.names;
		if (names == null) {
			String[] all = new String[this.size];
			for (FieldShape shape = this; shape.parent != null; shape = shape.parent) {
				all[shape.size - 1] = shape.name;
			}
			names = (all.length > 0) ? new FieldNames(all) : FieldNames.EMPTY;
			this.names = names;
		}
		return names;
	}

}
