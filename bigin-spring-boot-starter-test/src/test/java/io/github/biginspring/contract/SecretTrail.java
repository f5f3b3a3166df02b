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

package io.github.biginspring.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.LoggingSystemProperty;

import io.github.biginspring.error.BiginException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever of a run could be read by somebody: log lines, exceptions, texts of objects,
 * observations and responses.
 */
final class SecretTrail extends AppenderBase<ILoggingEvent> implements ObservationHandler<Observation.Context> {

	private final Queue<String> seen = new ConcurrentLinkedQueue<>();

	private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

	/**
	 * See all that is logged from now on.
	 */
	void follow() {
		setContext(this.loggers);
		start();
		this.loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this);
	}

	/**
	 * Set all logging back to what it was when the JVM started.
	 */
	void end() throws Exception {
		// a property of the system, which later applications would find
		System.clearProperty(LoggingSystemProperty.CONSOLE_THRESHOLD.getEnvironmentVariableName());
		this.loggers.reset();
		new ContextInitializer(this.loggers).autoConfig();
	}

	@Override
	protected void append(ILoggingEvent event) {
		see("log", event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage() + " "
				+ event.getMDCPropertyMap() + event.getKeyValuePairs() + Arrays.toString(event.getArgumentArray()));
		if (event.getThrowableProxy() != null) {
			see("log", ThrowableProxyUtil.asString(event.getThrowableProxy()));
		}
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return true;
	}

	@Override
	public void onStop(Observation.Context context) {
		see("observation", context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues());
		if (context.getError() != null) {
			seeFailure(context.getError());
		}
	}

	void see(String what, @Nullable Object object) {
		this.seen.add(what + " " + object);
	}

	void seeFailure(Throwable failure) {
		StringWriter trace = new StringWriter();
		// with all causes and what was suppressed
		failure.printStackTrace(new PrintWriter(trace));
		see("exception", trace);
		for (Throwable part = failure; part != null; part = part.getCause()) {
			if (part instanceof BiginException bigin) {
				see("exception", bigin.getErrorDetails() + " " + bigin.getCode() + " " + bigin.getDetails());
			}
		}
	}

	/**
	 * That there is something of a kind, without which to find no secret proves nothing.
	 */
	void assertHolds(String what, String... parts) {
		boolean found = this.seen.stream()
			.filter((text) -> text.startsWith(what + " "))
			.anyMatch((text) -> Arrays.stream(parts).allMatch(text::contains));
		assertThat(found).as("%s with %s", what, List.of(parts)).isTrue();
	}

	void assertHoldsNone(String... secrets) {
		List<String> leaks = new ArrayList<>();
		for (String text : this.seen) {
			for (String secret : secrets) {
				int index = text.indexOf(secret);
				if (index >= 0) {
					leaks.add("..." + text.substring(Math.max(0, index - 300),
							Math.min(text.length(), index + secret.length() + 20)));
				}
			}
		}
		assertThat(leaks).isEmpty();
	}

}
