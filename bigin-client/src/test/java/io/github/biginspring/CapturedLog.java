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

package io.github.biginspring;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * The log of the client, one line an event, with stack traces.
 */
public final class CapturedLog implements CharSequence {

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.biginspring");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	CapturedLog() {
		// read while others still log
		this.appender.list = new CopyOnWriteArrayList<>();
	}

	void start() {
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	void stop() {
		this.logger.detachAppender(this.appender);
		this.appender.stop();
	}

	@Override
	public int length() {
		return toString().length();
	}

	@Override
	public char charAt(int index) {
		return toString().charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return toString().subSequence(start, end);
	}

	@Override
	public String toString() {
		return this.appender.list.stream().map(CapturedLog::line).collect(Collectors.joining("\n"));
	}

	private static String line(ILoggingEvent event) {
		String stackTrace = (event.getThrowableProxy() != null)
				? "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()) : "";
		return event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage() + stackTrace;
	}

}
