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
package io.github.biginspring.simulator.standalone;

import java.io.IOException;
import java.io.PrintStream;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.recording.Recorder;
import io.github.biginspring.simulator.recording.Replay;
import io.github.biginspring.simulator.recording.ShapeReport;

/**
 * What the program does with recordings, in the place of simulating.
 */
final class RecordingMode {

	private static final int DIFFERENT = 3;

	private RecordingMode() {
	}

	/**
	 * Do what was asked for.
	 * @param mode the option that asks for it
	 * @param options all options
	 * @param out where to tell
	 * @return the status of the program, 0 where it goes on
	 * @throws IllegalArgumentException if an option is wrong
	 * @throws IllegalStateException if it cannot be done
	 */
	static int run(SimulatorOption mode, SimulatorOptions options, PrintStream out) {
		int status = switch (mode) {
			case RECORD -> record(options, out);
			case REPLAY -> replay(options, out);
			case COMPARE -> compare(options, out);
			default -> throw new IllegalArgumentException(mode.argument() + " asks for no mode");
		};
		out.flush();
		return status;
	}

	@SuppressWarnings("resource") // goes on until the process ends
	private static int record(SimulatorOptions options, PrintStream out) {
		String gateway = options.value(SimulatorOption.UPSTREAM_GATEWAY);
		String control = options.value(SimulatorOption.UPSTREAM_CONTROL);
		Recorder recorder = new Recorder(options.file(SimulatorOption.RECORD), gateway, control,
				options.value(SimulatorOption.HOST), options.port());
		out.print("""
				Bigin recorder is ready.

				  Maton gateway      %1$s (hands over to %2$s)
				  Maton control API  %1$s (hands over to %3$s)
				  Recording          %4$s

				Requests need the key of the service. What they write is written there. The file has no keys, tokens,
				names and so on, but made-up ones: look through it all the same before you share it.
				""".formatted(recorder.url(), gateway, control, options.file(SimulatorOption.RECORD)));
		return 0;
	}

	@SuppressWarnings("resource") // goes on until the process ends
	private static int replay(SimulatorOptions options, PrintStream out) {
		Replay replay = new Replay(options.file(SimulatorOption.REPLAY), options.value(SimulatorOption.HOST),
				options.port());
		out.print("""
				Bigin replay is ready.

				  Maton gateway      %1$s (responds with what was recorded)
				  Maton control API  %1$s (responds with what was recorded)
				  Recording          %2$s

				Any API key will do.
				""".formatted(replay.url(), options.file(SimulatorOption.REPLAY)));
		return 0;
	}

	private static int compare(SimulatorOptions options, PrintStream out) {
		ShapeReport report = new ShapeReport(options.file(SimulatorOption.COMPARE));
		try (BiginSimulator simulator = options.toBuilder().port(0).bindAddress("127.0.0.1").start()) {
			return (report.compareWith(simulator, out) > 0) ? DIFFERENT : 0;
		}
		catch (IOException ex) {
			throw new IllegalStateException("The simulator did not respond", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The comparison was interrupted", ex);
		}
	}

}
