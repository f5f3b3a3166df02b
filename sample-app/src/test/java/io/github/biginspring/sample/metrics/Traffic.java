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

package io.github.biginspring.sample.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

/**
 * Does all that a dashboard should show, again and again, what fails among it.
 */
final class Traffic implements Runnable {

	private final BiginTemplate bigin;

	private final BiginSimulator simulator;

	Traffic(ApplicationContext application) {
		this.bigin = application.getBean(BiginTemplate.class);
		this.simulator = application.getBean(BiginSimulator.class);
	}

	@Override
	public void run() {
		while (true) {
			readAndWrite();
			pause();
			fail();
			overload();
			useUpCredits();
		}
	}

	private void readAndWrite() {
		String id = this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson"))
			.map((written) -> written.id())
			.onErrorReturn("1")
			.block();
		attempt(this.bigin.findById(Contact.class, id));
		attempt(this.bigin.query(Contact.class).all().then());
		attempt(this.bigin.connections().list().then());
		attempt(this.bigin.delete(Contact.class, id));
	}

	private void pause() {
		this.simulator.faults().on("GET /Accounts").next(1, Fault.rateLimited());
		attempt(this.bigin.query("Accounts").fields("Account_Name").first());
	}

	private void fail() {
		attempt(this.bigin.findById("Nonsense", "1"));
		for (int i = 0; i < 10; i++) {
			this.simulator.faults().on("GET /Products").next(2, Fault.internalError());
			attempt(this.bigin.query("Products").fields("Product_Name").first());
		}
		this.simulator.faults().on("POST /Contacts").next(Fault.emptyResponse().afterTakingEffect());
		attempt(this.bigin.createAll("Contacts", List.of(new BiginRecord().set("Last_Name", "Holmes"))));
		this.simulator.faults().on("GET /Notes").next(Fault.badApiKey());
		attempt(this.bigin.query("Notes").fields("Note_Content").first());
		this.simulator.faults().on("GET /connections").next(10, Fault.status(500));
		attempt(this.bigin.connections().list().collectList().map(List<MatonConnection>::size));
		this.simulator.faults().clear();
	}

	// more than the limit lets through before the last one's patience ends
	private void overload() {
		attempt(Flux.fromStream(IntStream.range(0, 60).boxed())
			.flatMap((number) -> this.bigin.findById("Contacts", "1").onErrorComplete(), 60)
			.then());
	}

	private void useUpCredits() {
		int left = 5000 - Math.toIntExact(Objects.requireNonNull(this.bigin.creditLedger()).used());
		if (left > 400) {
			attempt(this.bigin.request(HttpMethod.GET, "/bigin/v2/users")
				.query("type", "AllUsers")
				.credits(left - 400)
				.retrieveJson());
		}
	}

	private static void attempt(Mono<?> operation) {
		operation.onErrorComplete().block(Duration.ofMinutes(1));
	}

}
