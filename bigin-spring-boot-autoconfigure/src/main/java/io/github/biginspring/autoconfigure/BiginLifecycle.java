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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.SmartLifecycle;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;

/**
 * Makes the templates stop with the application, within the time that Spring gives to a
 * phase of the shutdown. Stops after the web server, whose last requests may make calls,
 * and before what calls are made by: connection pools, and where cursors are stored.
 */
final class BiginLifecycle implements SmartLifecycle {

	// the web server stops in the two steps of 1024 before
	static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 3 * 1024;

	private final ConfigurableListableBeanFactory beanFactory;

	private volatile boolean running;

	BiginLifecycle(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void start() {
		for (BiginTemplate template : templates()) {
			template.start();
		}
		this.running = true;
	}

	// only those that are there: a lazy one is not made for it. A bean may be declared as
	// what it implements.
	private List<BiginTemplate> templates() {
		List<BiginTemplate> templates = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(BiginOperations.class, false, false)) {
			BiginTemplate template = this.beanFactory.containsSingleton(name)
					? DefaultOperations.template(this.beanFactory.getBean(name)) : null;
			if (template != null) {
				templates.add(template);
			}
		}
		return templates;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable callback) {
		AtomicInteger inFlight = new AtomicInteger(1);
		Runnable ended = () -> {
			if (inFlight.decrementAndGet() == 0) {
				callback.run();
			}
		};
		// a mock is not running, and would never call back
		for (BiginTemplate template : templates()) {
			if (template.isRunning()) {
				inFlight.incrementAndGet();
				template.stop(ended);
			}
		}
		this.running = false;
		ended.run();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
