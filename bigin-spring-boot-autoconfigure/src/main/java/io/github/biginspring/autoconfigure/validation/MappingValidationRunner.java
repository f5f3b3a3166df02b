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

package io.github.biginspring.autoconfigure.validation;

import java.util.Set;
import java.util.concurrent.CompletionException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;

import io.github.biginspring.autoconfigure.MappingValidation;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.validation.MappingReport;
import io.github.biginspring.validation.MappingValidator;

/**
 * Checks the mapped types when the application has started, before its own runners.
 */
class MappingValidationRunner implements ApplicationRunner, Ordered, DisposableBean {

	private static final Log logger = LogFactory.getLog(MappingValidator.class);

	private final MappingValidator validator;

	private final MappedTypes types;

	private final MappingValidation mode;

	private final Disposable.Swap check = Disposables.swap();

	MappingValidationRunner(MappingValidator validator, MappedTypes types, MappingValidation mode) {
		this.validator = validator;
		this.types = types;
		this.mode = mode;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		switch (this.mode) {
			case NONE -> {
			}
			case WARN -> this.check
				.update(validate().subscribe(MappingValidationRunner::log, MappingValidationRunner::logUnasked));
			case FAIL -> failUnlessFitting();
		}
	}

	private Mono<MappingReport> validate() {
		Set<Class<?>> found = this.types.find();
		@Nullable Mono<MappingReport> validation = this.validator.validate(found);
		// a mock returns null, or completes without a report
		return ((validation != null) ? validation : Mono.<MappingReport>empty())
			.doOnSuccess((report) -> logUnreported(report, this.validator));
	}

	private void failUnlessFitting() {
		MappingReport report = await(validate());
		if (report == null) {
			return;
		}
		if (report.hasErrors()) {
			throw new InvalidMappingException(report);
		}
		log(report);
	}

	// on the thread that starts the application, which has nothing else to do; each call
	// ends within its own time
	private static @Nullable MappingReport await(Mono<MappingReport> validation) {
		try {
			return validation.toFuture().join();
		}
		catch (CompletionException ex) {
			throw new InvalidMappingException(ex.getCause());
		}
	}

	private static void log(MappingReport report) {
		if (report.isEmpty()) {
			logger.debug(report);
		}
		else {
			logger.warn("Mapped types do not fit the organisation:\n" + report);
		}
	}

	private static void logUnreported(@Nullable MappingReport report, MappingValidator validator) {
		if (report == null) {
			logger.warn("Mapped types are not checked: nothing was reported by " + validator.getClass().getName());
		}
	}

	private static void logUnasked(@Nullable Throwable failure) {
		// the exceptions of the client say all in their message
		logger.warn("Whether the mapped types fit the organisation could not be checked: " + failure,
				(failure instanceof BiginException) ? null : failure);
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public void destroy() {
		this.check.dispose();
	}

}
