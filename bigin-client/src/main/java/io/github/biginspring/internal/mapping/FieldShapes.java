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

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The shapes of the objects that one mapping has read. The names come from the service,
 * so there are only so many; beyond, each object keeps its own. Where those that were
 * learnt have stopped to be of use, they are forgotten and others learnt.
 */
final class FieldShapes {

	// of all shapes of a mapping, those of nested objects included
	private static final int MAX_SHAPES = 512;

	// that differ in the field after the same ones
	private static final int MAX_BRANCHES = 16;

	private static final int MAX_FIELDS = 250;

	private static final int MAX_NAME_LENGTH = 100;

	private static final int READS_BEFORE_NEW_START = 20_000;

	private volatile Tree tree = new Tree();

	/**
	 * Return where objects begin.
	 * @return the shape without fields
	 */
	FieldShape start() {
		Tree tree = this.tree;
		if (tree.isOutlived()) {
			tree = new Tree();
			this.tree = tree;
		}
		tree.reads++;
		return tree.start;
	}

	/**
	 * Shapes that are learnt and forgotten together.
	 */
	static final class Tree {

		private final FieldShape start = new FieldShape(this);

		// how many there are, which one thread counts at a time
		private int shapes;

		// an object had no shape for want of room
		private volatile boolean full;

		// not counted exactly
		private int reads;

		private boolean isOutlived() {
			return this.full && this.reads > READS_BEFORE_NEW_START;
		}

		/**
		 * Learn something, one thread at a time, unless there is no room any more.
		 * @param shape learns it
		 * @return the shape, or {@code null} where there is none
		 */
		@Nullable FieldShape learn(Supplier<@Nullable FieldShape> shape) {
			if (this.full) {
				return null;
			}
			synchronized (this) {
				return shape.get();
			}
		}

		/**
		 * Whether there is room for a further shape, which then counts.
		 * @param branches how many differ from it in the last field
		 * @param fields how many fields come before
		 * @param name the name of the last field
		 * @return {@code false} if there is none
		 */
		boolean hasRoom(int branches, int fields, String name) {
			if (fields >= MAX_FIELDS || name.length() > MAX_NAME_LENGTH) {
				return false;
			}
			if (branches >= MAX_BRANCHES || this.shapes >= MAX_SHAPES) {
				this.full = true;
				return false;
			}
			this.shapes++;
			return true;
		}

	}

}
