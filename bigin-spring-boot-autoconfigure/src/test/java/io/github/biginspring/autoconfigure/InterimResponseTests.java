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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No call is given the response to another one, whatever a server sends before the final
 * response or after it.
 */
class InterimResponseTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final ConnectionProvider onePooledConnection = ConnectionProvider.create("one", 1);

	private final RawServer server = new RawServer();

	@AfterEach
	void stop() {
		this.onePooledConnection.dispose();
		this.server.close();
	}

	static Stream<List<String>> interimResponses() {
		return Stream.of(List.of("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
				List.of("HTTP/1.1 102 Processing\r\n\r\n"), List.of("HTTP/1.1 100 Continue\r\n\r\n"),
				List.of("HTTP/1.1 10", "3 Early Hints\r\nLi", "nk: </a>\r\n\r", "\n"),
				List.of("HTTP/1.1 102 Processing\r\n\r\n", "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 103 X\r\n\r\n"));
	}

	@ParameterizedTest
	@MethodSource("interimResponses")
	void aConfiguredClientReadsTheFinalResponse(List<String> interim) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class))
			.withPropertyValues("maton.api-key=key", "maton.url=" + this.server.url(), "bigin.retry.enabled=false")
			.run((context) -> readsTheFinalResponse(context.getBean(BiginTemplate.class), interim));
	}

	@ParameterizedTest
	@MethodSource("interimResponses")
	void aClientWithAWebClientOfTheCallersReadsTheFinalResponse(List<String> interim) {
		readsTheFinalResponse(client(), interim);
		assertThat(this.server.connections).hasValue(1);
	}

	private void readsTheFinalResponse(BiginOperations bigin, List<String> interim) {
		this.server.interim = interim;
		for (int i = 1; i <= 6; i++) {
			String tenant = (i % 2 == 0) ? "even" : "odd";
			String id = String.valueOf(i);
			BiginRecord record = bigin.withConnection(tenant).findById("Contacts", id, "Last_Name").block(LONG);
			assertThat(record).isNotNull();
			assertThat(record.getId()).isEqualTo(id);
			assertThat(record.get("Last_Name")).isEqualTo(tenant);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 101 Switching Protocols\r\n\r\n",
			"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n" })
	void aSwitchOfProtocolsThatNobodyAskedForClosesTheConnection(String response) {
		this.server.interim = List.of(response);
		BiginOperations bigin = client();
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> bigin.withConnection("one").create("Contacts", new BiginRecord().set("A", 1)).block(LONG))
			.matches(BiginException::isOutcomeUnknown);
		this.server.interim = List.of();
		BiginRecord record = bigin.withConnection("two").findById("Contacts", "2", "Last_Name").block(LONG);
		assertThat(record).isNotNull();
		assertThat(record.get("Last_Name")).isEqualTo("two");
		assertThat(this.server.connections).hasValue(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 33\r\n\r\n{\"data\":[{\"id\":\"1\",\"Last_Name\":1}]}",
			"not HTTP at all" })
	void whatComesAfterTheResponseClosesTheConnection(String surplus) {
		this.server.surplus = surplus;
		BiginOperations bigin = client();
		for (int i = 1; i <= 3; i++) {
			BiginRecord record = bigin.withConnection("one").findById("Contacts", "1", "Last_Name").block(LONG);
			assertThat(record).isNotNull();
			assertThat(record.get("Last_Name")).isEqualTo("one");
		}
		assertThat(this.server.connections).hasValue(3);
	}

	private BiginOperations client() {
		return BiginTemplate.builder(ApiKey.of("key"))
			.endpoint(MatonEndpoint.of(this.server.url()))
			.webClientBuilder(WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(HttpClient.create(this.onePooledConnection))))
			.build();
	}

	/**
	 * Responds byte by byte what it is told to.
	 */
	private static final class RawServer implements AutoCloseable {

		private final ServerSocket socket;

		private final AtomicInteger connections = new AtomicInteger();

		private final List<Socket> open = new CopyOnWriteArrayList<>();

		private volatile List<String> interim = List.of();

		private volatile String surplus = "";

		RawServer() {
			try {
				this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			start(this::accept);
		}

		URI url() {
			return URI.create("http://127.0.0.1:" + this.socket.getLocalPort());
		}

		private static void start(Runnable work) {
			Thread thread = new Thread(work, "raw-server");
			thread.setDaemon(true);
			thread.start();
		}

		private void accept() {
			try {
				while (true) {
					Socket accepted = this.socket.accept();
					accepted.setTcpNoDelay(true);
					this.open.add(accepted);
					this.connections.incrementAndGet();
					start(() -> serve(accepted));
				}
			}
			catch (IOException ex) {
				// closed
			}
		}

		private void serve(Socket accepted) {
			try (accepted) {
				BufferedReader in = new BufferedReader(
						new InputStreamReader(accepted.getInputStream(), StandardCharsets.ISO_8859_1));
				for (List<String> head = head(in); !head.isEmpty(); head = head(in)) {
					for (String piece : this.interim) {
						send(accepted, piece);
					}
					send(accepted, response(head) + this.surplus);
				}
			}
			catch (IOException ex) {
				// closed by the client
			}
		}

		private static List<String> head(BufferedReader in) throws IOException {
			List<String> lines = new ArrayList<>();
			int length = 0;
			for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
				lines.add(line);
				if (line.toLowerCase().startsWith("content-length:")) {
					length = Integer.parseInt(line.substring(15).strip());
				}
			}
			in.skip(length);
			return lines;
		}

		private static String response(List<String> head) {
			String id = head.get(0).replaceAll("^\\S+ [^ ?]*/([^/ ?]+)[? ].*", "$1");
			String tenant = head.stream()
				.filter((line) -> line.toLowerCase().startsWith("maton-connection:"))
				.findFirst()
				.map((line) -> line.substring(17).strip())
				.orElse("");
			String body = "{\"data\":[{\"id\":\"" + id + "\",\"Last_Name\":\"" + tenant + "\"}]}";
			return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
					+ body;
		}

		private static void send(Socket accepted, String text) throws IOException {
			OutputStream out = accepted.getOutputStream();
			out.write(text.getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			// long enough for the client to read it as a segment of its own
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}

		@Override
		public void close() {
			try {
				this.socket.close();
				for (Socket accepted : this.open) {
					accepted.close();
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
