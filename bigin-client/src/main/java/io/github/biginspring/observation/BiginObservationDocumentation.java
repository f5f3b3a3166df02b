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

package io.github.biginspring.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Documents the observations of the client.
 *
 * @since 0.1.0
 */
public enum BiginObservationDocumentation implements ObservationDocumentation {

	/**
	 * An operation, from the caller's subscription to its end, with the pauses before
	 * repetitions. The HTTP calls that it makes are its children.
	 */
	OPERATION {
		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultBiginObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}
	};

	/**
	 * Keys with few values, which become tags of metrics.
	 *
	 * @since 0.1.0
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * What was asked for, such as {@code create}.
		 */
		OPERATION {
			@Override
			public String asString() {
				return "bigin.operation";
			}
		},

		/**
		 * The name that the application gave to the connection, {@code default} where it
		 * gave none, or {@code other} for connections that are chosen by their id.
		 */
		CONNECTION {
			@Override
			public String asString() {
				return "bigin.connection";
			}
		},

		/**
		 * The API name of the module, {@code none}, or {@code other} for those after the
		 * first hundred.
		 */
		MODULE {
			@Override
			public String asString() {
				return "bigin.module";
			}
		},

		/**
		 * How it ended: {@code success}, {@code error} or {@code cancelled}; {@code none}
		 * while it is under way.
		 */
		OUTCOME {
			@Override
			public String asString() {
				return "outcome";
			}
		},

		/**
		 * Bigin's error code, {@code none}, or {@code other} for one that is not known.
		 */
		ERROR_CODE {
			@Override
			public String asString() {
				return "bigin.error.code";
			}
		}

	}

}
