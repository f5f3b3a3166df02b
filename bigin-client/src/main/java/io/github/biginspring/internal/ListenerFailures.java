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
package io.github.biginspring.internal;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What the application's own listeners and observers throw during one call. It is logged,
 * once, and changes nothing: what they were to be told has happened, whatever they make
 * of it.
 */
public final class ListenerFailures {

	private static final Log logger = LogFactory.getLog(ListenerFailures.class);

	private volatile boolean logged;

	/**
	 * Tell a listener something.
	 * @param listener the listener, or what it is called
	 * @param news what calls it
	 */
	public void guard(Object listener, Runnable news) {
		try {
			news.run();
		}
		// an error too, such as that of a class that is not there: it is none of the call
		catch (Throwable ex) {
			failed(listener, ex);
		}
	}

	/**
	 * A listener has thrown something.
	 * @param listener the listener, or what it is called
	 * @param failure what it has thrown
	 */
	public void failed(Object listener, Throwable failure) {
		if (!this.logged) {
			this.logged = true;
			String name = (listener instanceof String text) ? text : listener.getClass().getName();
			logger.warn(
					name + " has failed, which changes nothing; that it fails again during the same call is not logged",
					failure);
		}
	}

}
