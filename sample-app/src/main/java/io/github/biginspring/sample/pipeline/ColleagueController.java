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

package io.github.biginspring.sample.pipeline;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import io.github.biginspring.sample.OnSimulator;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.RefusedException;

/**
 * Somebody else who works in Bigin: moves a deal behind the back of this application.
 */
@RestController
@OnSimulator
class ColleagueController {

	private final BiginSimulator simulator;

	ColleagueController(BiginSimulator simulator) {
		this.simulator = simulator;
	}

	@PutMapping("/api/simulator/deals/{id}/stage")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void move(@PathVariable String id, @RequestBody Move move) {
		Assert.isTrue(StringUtils.hasText(move.stage()), "Say the stage that the deal is to have");
		try {
			this.simulator.organization().records("Pipelines").update(id, Map.of("Stage", move.stage()));
		}
		catch (RefusedException ex) {
			throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "The simulator refuses this move", ex);
		}
	}

}
