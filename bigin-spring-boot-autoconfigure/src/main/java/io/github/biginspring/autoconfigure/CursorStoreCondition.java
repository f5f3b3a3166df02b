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

package io.github.biginspring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

import io.github.biginspring.autoconfigure.SyncProperties.CursorStoreType;

/**
 * Matches if cursors may be kept in a certain store.
 */
abstract class CursorStoreCondition extends SpringBootCondition {

	private final CursorStoreType type;

	CursorStoreCondition(CursorStoreType type) {
		this.type = type;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		CursorStoreType wanted = Binder.get(context.getEnvironment())
			.bind("bigin.sync.store", CursorStoreType.class)
			.orElse(CursorStoreType.AUTO);
		boolean matches = wanted == CursorStoreType.AUTO || wanted == this.type;
		return new ConditionOutcome(matches,
				ConditionMessage.forCondition("Cursor Store").because("the store is to be " + wanted));
	}

	static final class Jdbc extends CursorStoreCondition {

		Jdbc() {
			super(CursorStoreType.JDBC);
		}

	}

	static final class Redis extends CursorStoreCondition {

		Redis() {
			super(CursorStoreType.REDIS);
		}

	}

}
