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
package io.github.biginspring.error;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;

import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;

/**
 * The stand-in for an exception of another library, of which only the class and the stack
 * trace are kept: its message could hold bytes of a response. Exceptions whose messages
 * are known to hold none stay as they are.
 */
final class ForeignCause extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_DEPTH = 10;

	private static final Set<String> KNOWN_TYPES = Set.of("java.net.http.HttpTimeoutException",
			"java.net.http.HttpConnectTimeoutException", "javax.net.ssl.SSLException",
			"sun.security.validator.ValidatorException", "sun.security.provider.certpath.SunCertPathBuilderException",
			"io.netty.channel.unix.Errors$NativeIoException", "io.netty.handler.timeout.ReadTimeoutException",
			"io.netty.handler.timeout.WriteTimeoutException", "io.netty.handler.ssl.SslHandshakeTimeoutException",
			"io.netty.channel.StacklessClosedChannelException", "reactor.netty.http.client.PrematureCloseException",
			"reactor.netty.channel.AbortedException",
			"reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException",
			"reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException");

	// an IOException can be about anything, but for these words of the operating system
	private static final Set<String> KNOWN_MESSAGES = Set.of("Connection reset", "Connection reset by peer",
			"Broken pipe");

	/**
	 * @serial the name of the class that this stands for
	 */
	private final String type;

	private ForeignCause(Throwable original, @Nullable Throwable cause) {
		super(null, cause);
		this.type = original.getClass().getName();
		setStackTrace(original.getStackTrace());
	}

	/**
	 * Return an exception of another library as it may be shown.
	 * @param original the exception
	 * @return the same if all of it is known to hold nothing of a response, or else its
	 * stand-in
	 */
	static @Nullable Throwable of(@Nullable Throwable original) {
		return of(original, 0);
	}

	private static @Nullable Throwable of(@Nullable Throwable original, int depth) {
		if (original == null || depth > MAX_DEPTH) {
			return null;
		}
		return isKnown(original, depth) ? original : new ForeignCause(original, of(original.getCause(), depth + 1));
	}

	private static boolean isKnown(Throwable original, int depth) {
		if (depth > MAX_DEPTH || original.getSuppressed().length > 0 || !isKnownType(original)) {
			return false;
		}
		Throwable cause = original.getCause();
		return cause == null || isKnown(cause, depth + 1);
	}

	private static boolean isKnownType(Throwable original) {
		return original instanceof BiginException || original instanceof ConnectException
				|| original instanceof UnknownHostException || original instanceof SocketException
				|| original instanceof SocketTimeoutException || original instanceof TimeoutException
				|| original instanceof ClosedChannelException || original instanceof EOFException
				|| original instanceof ZipException || original instanceof CertificateException
				|| original instanceof CertPathBuilderException || original instanceof CertPathValidatorException
				|| original instanceof SSLHandshakeException || original instanceof ForeignCause
				|| KNOWN_TYPES.contains(original.getClass().getName())
				|| original.getMessage() != null && KNOWN_MESSAGES.contains(original.getMessage());
	}

	/**
	 * Whether the message of an exception may be shown. What is suppressed in it, such as
	 * the traces of Reactor's debug mode, is not part of that.
	 * @param original the exception
	 * @return {@code true} if the message is known to hold nothing of a response
	 */
	static boolean hasKnownMessage(Throwable original) {
		int depth = 0;
		for (Throwable cause = original; cause != null; cause = cause.getCause()) {
			if (depth > MAX_DEPTH || !isKnownType(cause)) {
				return false;
			}
			depth++;
		}
		return true;
	}

	@Override
	public String toString() {
		return this.type;
	}

}
