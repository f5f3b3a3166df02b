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

package io.github.biginspring.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A server below HTTP, on a free port of the loopback interface: it reads requests,
 * counts them, and does with the connection whatever it is told, also what no HTTP server
 * would.
 */
final class ScriptedServer implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 20;

	private final ServerSocket serverSocket;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final Deque<Reaction> reactions = new ConcurrentLinkedDeque<>();

	private final Semaphore received = new Semaphore(0);

	ScriptedServer() {
		try {
			this.serverSocket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	/**
	 * React so to the next request; the last reaction also serves all further requests.
	 * @param reaction what to do
	 * @return this server
	 */
	ScriptedServer then(Reaction reaction) {
		this.reactions.add(reaction);
		return this;
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.serverSocket.getLocalPort());
	}

	/**
	 * How many requests have arrived. A client that has stopped waiting can be ahead of
	 * this server, so that it waits for those that are still to be read.
	 * @param expected how many there have to be
	 * @return how many there are
	 */
	int received(int expected) throws InterruptedException {
		if (this.received.tryAcquire(expected, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			this.received.release(expected);
		}
		return this.received.availablePermits();
	}

	int received() {
		return this.received.availablePermits();
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "scripted-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.serverSocket.accept();
				this.sockets.add(socket);
				start(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			InputStream input = socket.getInputStream();
			String head;
			while (!(head = readHead(input)).isEmpty()) {
				this.received.release();
				Reaction reaction = (this.reactions.size() > 1) ? this.reactions.poll() : this.reactions.element();
				if (reaction.readsBody()) {
					readBody(head, input);
				}
				reaction.to(socket);
			}
		}
		catch (IOException ex) {
			// the connection has ended, as the script or the client wanted it
		}
		finally {
			this.sockets.remove(socket);
		}
	}

	/**
	 * Read up to the empty line.
	 * @return the lines, or nothing where there is no further request
	 */
	private static String readHead(InputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		for (String line = readLine(input); !line.isEmpty(); line = readLine(input)) {
			head.append(line.toLowerCase(Locale.ROOT)).append('\n');
		}
		return head.toString();
	}

	private static String readLine(InputStream input) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
			if (next != '\r') {
				line.write(next);
			}
		}
		return line.toString(StandardCharsets.US_ASCII);
	}

	private static void readBody(String head, InputStream input) throws IOException {
		if (!head.contains("transfer-encoding: chunked")) {
			input.readNBytes(contentLength(head));
			return;
		}
		for (int length = -1; length != 0;) {
			String line = readLine(input);
			if (line.isEmpty()) {
				throw new EOFException();
			}
			length = Integer.parseInt(line, 16);
			input.readNBytes(length);
			readLine(input);
		}
	}

	private static int contentLength(String head) {
		return head.lines()
			.filter((line) -> line.startsWith("content-length:"))
			.mapToInt((line) -> Integer.parseInt(line.substring("content-length:".length()).trim()))
			.findFirst()
			.orElse(0);
	}

	@Override
	public void close() throws IOException {
		this.serverSocket.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/**
	 * What becomes of a connection after a request.
	 */
	@FunctionalInterface
	interface Reaction {

		void to(Socket socket) throws IOException;

		default boolean readsBody() {
			return true;
		}

		static Reaction response(int status, String headers, String body) {
			return (socket) -> write(socket,
					"HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
		}

		static Reaction json(int status, String body) {
			return response(status, "Content-Type: application/json\r\n", body);
		}

		/**
		 * Announce a longer body than is sent.
		 */
		static Reaction partOf(String body) {
			return (socket) -> write(socket, "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: "
					+ (body.length() + 1) + "\r\n\r\n" + body);
		}

		static Reaction close() {
			return Socket::close;
		}

		static Reaction reset() {
			return (socket) -> {
				socket.setSoLinger(true, 0);
				socket.close();
			};
		}

		/**
		 * Reset the connection before the body of the request has been read.
		 */
		static Reaction resetUnread() {
			return new Reaction() {

				@Override
				public void to(Socket socket) throws IOException {
					reset().to(socket);
				}

				@Override
				public boolean readsBody() {
					return false;
				}

			};
		}

		/**
		 * Wait until the client goes away.
		 */
		static Reaction silence() {
			return (socket) -> socket.getInputStream().read();
		}

		/**
		 * Send one byte of a body after another until the client goes away.
		 */
		static Reaction dribble() {
			return (socket) -> {
				write(socket, "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
				socket.setSoTimeout(10);
				boolean listening = true;
				while (listening) {
					write(socket, "1\r\n \r\n");
					try {
						listening = socket.getInputStream().read() >= 0;
					}
					catch (SocketTimeoutException ex) {
						// still there
					}
				}
			};
		}

		default Reaction and(Reaction next) {
			return (socket) -> {
				to(socket);
				next.to(socket);
			};
		}

		private static void write(Socket socket, String text) throws IOException {
			socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().flush();
		}

	}

}
