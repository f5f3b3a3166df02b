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

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.retry.RetryListener;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.ConnectionResolver;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.BoundExchange;
import io.github.biginspring.internal.exchange.CircuitBreakerInterceptor;
import io.github.biginspring.internal.exchange.ConnectionPool;
import io.github.biginspring.internal.exchange.CreditInterceptor;
import io.github.biginspring.internal.exchange.ExchangeChain;
import io.github.biginspring.internal.exchange.ExchangeInterceptor;
import io.github.biginspring.internal.exchange.FailFastInterceptor;
import io.github.biginspring.internal.exchange.LifecycleInterceptor;
import io.github.biginspring.internal.exchange.RateLimitInterceptor;
import io.github.biginspring.internal.exchange.ResolvingExchange;
import io.github.biginspring.internal.exchange.ResolvingObserver;
import io.github.biginspring.internal.exchange.RetryInterceptor;
import io.github.biginspring.internal.exchange.StoppableRateLimiter;
import io.github.biginspring.internal.exchange.TimeoutInterceptor;
import io.github.biginspring.internal.exchange.WebClientExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.internal.CreditLedger;
import io.github.biginspring.limit.internal.CreditMeters;
import io.github.biginspring.limit.internal.RateLimiter;
import io.github.biginspring.metadata.internal.FieldCache;
import io.github.biginspring.model.FieldNaming;
import io.github.biginspring.observation.BiginMeters;
import io.github.biginspring.observation.BiginObservationConvention;
import io.github.biginspring.observation.internal.CallObservationFilter;
import io.github.biginspring.observation.internal.MicrometerOperationObserver;
import io.github.biginspring.retry.RetryBudget;
import io.github.biginspring.retry.internal.FrameworkRetryPolicy;

/**
 * Builds a {@link BiginTemplate}: the one place in which the parts of the client are put
 * together.
 *
 * @since 0.1.0
 */
public final class BiginTemplateBuilder {

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClient",
			BiginTemplateBuilder.class.getClassLoader());

	private ApiKey apiKey;

	private String connectionName = "default";

	private MatonEndpoint endpoint = MatonEndpoint.defaults();

	private @Nullable String connectionId;

	private @Nullable ConnectionResolver connectionResolver;

	private WebClient.Builder webClientBuilder = REACTOR_NETTY ? ReactorNetty.webClient() : WebClient.builder();

	private DataSize maxResponseSize = DataSize.ofMegabytes(4);

	private int pageSize = 200;

	private FieldNaming fieldNaming = FieldNaming.BIGIN;

	private Consumer<JsonMapper.Builder> jsonMapperCustomizer = (builder) -> {
	};

	private RetryPolicy retryPolicy = new SimpleRetryPolicy(5);

	private BackOffPolicy backOffPolicy = defaultBackOffPolicy();

	private Duration maxRetryAfter = BiginRateLimiter.MAX_RETRY_AFTER;

	private Duration maxRateLimited = Duration.ofMinutes(1);

	private final List<RetryListener> retryListeners = new ArrayList<>();

	private RetryBudget retryBudget = new RetryBudget(500);

	private RateLimit rateLimit = RateLimit.defaults();

	private @Nullable BiginRateLimiter rateLimiter;

	private @Nullable Function<ApiKey, @Nullable BiginRateLimiter> rateLimiters;

	private final List<RateLimiterListener> rateLimiterListeners = new ArrayList<>();

	private @Nullable BiginCreditLedger creditLedger;

	private @Nullable Function<ApiKey, @Nullable BiginCreditLedger> creditLedgers;

	private @Nullable CallCircuitBreaker circuitBreaker;

	private @Nullable Duration fieldCacheTimeToLive;

	private Duration callTimeout = Duration.ofMinutes(2);

	private Duration maxReaderPause = Duration.ofMinutes(10);

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable BiginObservationConvention observationConvention;

	private @Nullable BiginMeters meters;

	private ChangeSettings changes = ChangeSettings.defaults();

	private InstantSource clock = InstantSource.system();

	BiginTemplateBuilder(ApiKey apiKey) {
		Assert.notNull(apiKey, "'apiKey' must not be null");
		this.apiKey = apiKey;
	}

	private static BackOffPolicy defaultBackOffPolicy() {
		ExponentialRandomBackOffPolicy policy = new ExponentialRandomBackOffPolicy();
		policy.setInitialInterval(500);
		policy.setMultiplier(2);
		policy.setMaxInterval(30_000);
		return policy;
	}

	/**
	 * Set the API key.
	 * @param apiKey the key that every call carries
	 * @return this builder
	 */
	public BiginTemplateBuilder apiKey(ApiKey apiKey) {
		Assert.notNull(apiKey, "'apiKey' must not be null");
		this.apiKey = apiKey;
		return this;
	}

	/**
	 * Set where Maton is. Its own two hosts by default.
	 * @param endpoint the endpoint
	 * @return this builder
	 */
	public BiginTemplateBuilder endpoint(MatonEndpoint endpoint) {
		Assert.notNull(endpoint, "'endpoint' must not be null");
		this.endpoint = endpoint;
		return this;
	}

	/**
	 * Set the connection of calls that name none. By default the gateway chooses: the
	 * oldest active one.
	 * @param connectionId the id, or {@code null}
	 * @return this builder
	 */
	public BiginTemplateBuilder connectionId(@Nullable String connectionId) {
		this.connectionId = connectionId;
		return this;
	}

	/**
	 * Set what tells the connection of each operation, where each tenant of the
	 * application has one of its own. Where it tells none, the operation is made on
	 * {@link #connectionId(String)}, or fails where there is none either. None by
	 * default.
	 * @param connectionResolver the resolver, or {@code null}
	 * @return this builder
	 */
	public BiginTemplateBuilder connectionResolver(@Nullable ConnectionResolver connectionResolver) {
		this.connectionResolver = connectionResolver;
		return this;
	}

	/**
	 * Set the name by which meters and traces tell the connection from others. Is a tag
	 * of metrics: no id of one among thousands.
	 * @param connectionName the name, {@code default} by default
	 * @return this builder
	 */
	public BiginTemplateBuilder connectionName(String connectionName) {
		Assert.hasText(connectionName, "'connectionName' must not be empty");
		this.connectionName = connectionName;
		return this;
	}

	/**
	 * Set what the HTTP client is built from. A copy of it is used. Its connector must
	 * not follow redirects, which would carry the API key elsewhere, and should not keep
	 * idle connections for longer than the gateway does. By default, on Reactor Netty,
	 * connections that were idle for 20 seconds, or are 5 minutes old, are not used. Its
	 * filters see neither the API key nor the other headers that all calls have, which
	 * are set when a request is about to be written.
	 * @param webClientBuilder the builder
	 * @return this builder
	 */
	public BiginTemplateBuilder webClientBuilder(WebClient.Builder webClientBuilder) {
		Assert.notNull(webClientBuilder, "'webClientBuilder' must not be null");
		this.webClientBuilder = webClientBuilder;
		return this;
	}

	/**
	 * Set the maximum size of a response; a larger one is rejected. 4 MB by default; a
	 * full page is over 180 kB.
	 * @param maxResponseSize the size
	 * @return this builder
	 */
	public BiginTemplateBuilder maxResponseSize(DataSize maxResponseSize) {
		Assert.notNull(maxResponseSize, "'maxResponseSize' must not be null");
		this.maxResponseSize = maxResponseSize;
		return this;
	}

	/**
	 * Set how many records a page holds where a query does not say, 1 to 200. 200 by
	 * default.
	 * @param pageSize the size
	 * @return this builder
	 */
	public BiginTemplateBuilder pageSize(int pageSize) {
		this.pageSize = pageSize;
		return this;
	}

	/**
	 * Set how the names of properties become API names. {@link FieldNaming#BIGIN} by
	 * default.
	 * @param fieldNaming the naming
	 * @return this builder
	 */
	public BiginTemplateBuilder fieldNaming(FieldNaming fieldNaming) {
		Assert.notNull(fieldNaming, "'fieldNaming' must not be null");
		this.fieldNaming = fieldNaming;
		return this;
	}

	/**
	 * Change the JSON mapper that records are read and written by. It is the client's
	 * own, not the application's.
	 * @param customizer changes the mapper's builder
	 * @return this builder
	 */
	public BiginTemplateBuilder jsonMapper(Consumer<JsonMapper.Builder> customizer) {
		Assert.notNull(customizer, "'customizer' must not be null");
		this.jsonMapperCustomizer = this.jsonMapperCustomizer.andThen(customizer);
		return this;
	}

	/**
	 * Set whether a failed call that may be repeated is repeated. 5 attempts by default.
	 * @param retryPolicy the policy
	 * @return this builder
	 */
	public BiginTemplateBuilder retryPolicy(RetryPolicy retryPolicy) {
		Assert.notNull(retryPolicy, "'retryPolicy' must not be null");
		this.retryPolicy = retryPolicy;
		return this;
	}

	/**
	 * Set whether and after what pauses a failed call that may be repeated is repeated,
	 * by a policy of Spring Framework. Takes the place of both policies of Spring Retry.
	 * @param retryPolicy the policy
	 * @return this builder
	 */
	public BiginTemplateBuilder retryPolicy(org.springframework.core.retry.RetryPolicy retryPolicy) {
		Assert.notNull(retryPolicy, "'retryPolicy' must not be null");
		FrameworkRetryPolicy policy = new FrameworkRetryPolicy(retryPolicy);
		this.retryPolicy = policy;
		this.backOffPolicy = policy.backOffPolicy();
		return this;
	}

	/**
	 * Set how long to wait before a repetition where the service does not say. By default
	 * 0.5 seconds, then twice as long each time, up to 30 seconds, with jitter.
	 * @param backOffPolicy the policy, which must be able to tell its pauses
	 * @return this builder
	 */
	public BiginTemplateBuilder backOffPolicy(BackOffPolicy backOffPolicy) {
		Assert.notNull(backOffPolicy, "'backOffPolicy' must not be null");
		this.backOffPolicy = backOffPolicy;
		return this;
	}

	/**
	 * Set the maximum Retry-After that is obeyed. 1 minute by default.
	 * @param maxRetryAfter the longest wait
	 * @return this builder
	 */
	public BiginTemplateBuilder maxRetryAfter(Duration maxRetryAfter) {
		Assert.notNull(maxRetryAfter, "'maxRetryAfter' must not be null");
		this.maxRetryAfter = maxRetryAfter;
		return this;
	}

	/**
	 * Set for how long a 429 uses up no attempt, from the first one of a call on; later
	 * ones do. 1 minute by default.
	 * @param maxRateLimited the time, 0 where each 429 uses up an attempt
	 * @return this builder
	 */
	public BiginTemplateBuilder maxRateLimited(Duration maxRateLimited) {
		Assert.notNull(maxRateLimited, "'maxRateLimited' must not be null");
		this.maxRateLimited = maxRateLimited;
		return this;
	}

	/**
	 * Add listeners that are notified of attempts.
	 * @param listeners the listeners, in order
	 * @return this builder
	 */
	public BiginTemplateBuilder retryListeners(Collection<? extends RetryListener> listeners) {
		Assert.notNull(listeners, "'listeners' must not be null");
		Assert.noNullElements(listeners, "'listeners' must not contain null elements");
		this.retryListeners.addAll(listeners);
		return this;
	}

	/**
	 * Set what bounds the repetitions of all calls together while the service fails. 500
	 * by default, of which a repetition takes 5.
	 * @param retryBudget the budget
	 * @return this builder
	 */
	public BiginTemplateBuilder retryBudget(RetryBudget retryBudget) {
		Assert.notNull(retryBudget, "'retryBudget' must not be null");
		this.retryBudget = retryBudget;
		return this;
	}

	/**
	 * Set the limits within which calls are made. {@link RateLimit#defaults()} by
	 * default.
	 * @param rateLimit the limits
	 * @return this builder
	 */
	public BiginTemplateBuilder rateLimit(RateLimit rateLimit) {
		Assert.notNull(rateLimit, "'rateLimit' must not be null");
		this.rateLimit = rateLimit;
		return this;
	}

	/**
	 * Set the rate limiter that calls pass, for instance one that several templates with
	 * the same API key share. The limits are then the rate limiter's own.
	 * @param rateLimiter the rate limiter, or {@code null} for one of the template's own
	 * @return this builder
	 */
	public BiginTemplateBuilder rateLimiter(@Nullable BiginRateLimiter rateLimiter) {
		this.rateLimiter = rateLimiter;
		return this;
	}

	/**
	 * Set where the rate limiter of an API key is found. The service counts by key, so
	 * templates with the same key are to share one. Asked when the template is built,
	 * unless {@link #rateLimiter(BiginRateLimiter)} is set.
	 * @param rateLimiters returns the rate limiter of a key, or {@code null} for one of
	 * the template's own; {@code null} for none that are shared
	 * @return this builder
	 */
	public BiginTemplateBuilder rateLimiters(@Nullable Function<ApiKey, @Nullable BiginRateLimiter> rateLimiters) {
		this.rateLimiters = rateLimiters;
		return this;
	}

	/**
	 * Add listeners that are notified of what the template's own rate limiter does.
	 * @param listeners the listeners, in order
	 * @return this builder
	 */
	public BiginTemplateBuilder rateLimiterListeners(Collection<? extends RateLimiterListener> listeners) {
		Assert.notNull(listeners, "'listeners' must not be null");
		Assert.noNullElements(listeners, "'listeners' must not contain null elements");
		this.rateLimiterListeners.addAll(listeners);
		return this;
	}

	/**
	 * Set the ledger that counts the credits of calls, and rejects calls for which too
	 * few are left.
	 * @param creditLedger the ledger, or {@code null} for none
	 * @return this builder
	 */
	public BiginTemplateBuilder creditLedger(@Nullable BiginCreditLedger creditLedger) {
		this.creditLedger = creditLedger;
		return this;
	}

	/**
	 * Set where the count of the credits of an API key's connections is found. Asked when
	 * the template is built, unless {@link #creditLedger(BiginCreditLedger)} is set.
	 * @param creditLedgers returns the count, or {@code null} for none; {@code null} for
	 * none that are shared
	 * @return this builder
	 */
	public BiginTemplateBuilder creditLedgers(@Nullable Function<ApiKey, @Nullable BiginCreditLedger> creditLedgers) {
		this.creditLedgers = creditLedgers;
		return this;
	}

	/**
	 * Set the circuit breaker, which rejects calls to Bigin while the service is down.
	 * None by default.
	 * @param circuitBreaker the circuit breaker, or {@code null} for none
	 * @return this builder
	 */
	public BiginTemplateBuilder circuitBreaker(@Nullable CallCircuitBreaker circuitBreaker) {
		this.circuitBreaker = circuitBreaker;
		return this;
	}

	/**
	 * Set how long the fields of a module are kept. By default they are not.
	 * @param timeToLive the time from when they were asked for, or {@code null} to keep
	 * none
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public BiginTemplateBuilder fieldCacheTimeToLive(@Nullable Duration timeToLive) {
		Assert.isTrue(timeToLive == null || timeToLive.compareTo(Duration.ZERO) > 0,
				() -> "'timeToLive' must be positive, not " + timeToLive);
		this.fieldCacheTimeToLive = timeToLive;
		return this;
	}

	/**
	 * Set how long a call may take, its waits and repetitions included. 2 minutes by
	 * default. A stream of several pages is several calls.
	 * @param callTimeout the time
	 * @return this builder
	 */
	public BiginTemplateBuilder callTimeout(Duration callTimeout) {
		Assert.notNull(callTimeout, "'callTimeout' must not be null");
		this.callTimeout = callTimeout;
		return this;
	}

	/**
	 * Set how long the reader of a streamed download may ask for nothing before the
	 * download is ended, which until then is in flight. 10 minutes by default.
	 * @param maxReaderPause the time; up to twice as long passes before it is noticed
	 * @return this builder
	 */
	public BiginTemplateBuilder maxReaderPause(Duration maxReaderPause) {
		Assert.notNull(maxReaderPause, "'maxReaderPause' must not be null");
		this.maxReaderPause = maxReaderPause;
		return this;
	}

	/**
	 * Set what takes the observations. None by default.
	 * @param observationRegistry the registry
	 * @return this builder
	 */
	public BiginTemplateBuilder observationRegistry(ObservationRegistry observationRegistry) {
		Assert.notNull(observationRegistry, "'observationRegistry' must not be null");
		this.observationRegistry = observationRegistry;
		return this;
	}

	/**
	 * Set what names the observations.
	 * @param convention the convention, or {@code null} for the default
	 * @return this builder
	 */
	public BiginTemplateBuilder observationConvention(@Nullable BiginObservationConvention convention) {
		this.observationConvention = convention;
		return this;
	}

	/**
	 * Set what takes the counters of records and retries, and the gauges of credits. None
	 * by default.
	 * @param meters the meters, as of {@link BiginMeters#of}, or {@code null} for none
	 * @return this builder
	 */
	public BiginTemplateBuilder meters(@Nullable BiginMeters meters) {
		this.meters = meters;
		return this;
	}

	/**
	 * Set how changes are read and where their cursors are kept. By default they are not
	 * kept.
	 * @param changes the settings
	 * @return this builder
	 */
	public BiginTemplateBuilder changes(ChangeSettings changes) {
		Assert.notNull(changes, "'changes' must not be null");
		this.changes = changes;
		return this;
	}

	/**
	 * Set what tells the time, in all that the template does: how old a cursor is, when a
	 * channel expires, until when the service asks to wait. The system's clock by
	 * default. Durations are measured by the system.
	 * @param clock the clock
	 * @return this builder
	 */
	public BiginTemplateBuilder clock(InstantSource clock) {
		Assert.notNull(clock, "'clock' must not be null");
		this.clock = clock;
		return this;
	}

	/**
	 * Build the template. Nothing is called.
	 * @return the template
	 */
	public BiginTemplate build() {
		RecordMapper mapper = RecordMapper.create(this.fieldNaming, this.jsonMapperCustomizer);
		OperationObserver observer = new MicrometerOperationObserver(this.observationRegistry,
				this.observationConvention, (this.meters != null) ? this.meters.registry() : null, this.connectionName);
		CallLifecycle lifecycle = new CallLifecycle();
		BiginRateLimiter limiter = rateLimiter();
		BiginCreditLedger credits = creditLedger();
		CallExchange exchange = new OperationExchange(ExchangeChain.of(
				interceptors(observer, lifecycle, limiter, credits),
				new WebClientExchange(webClient(), this.endpoint, this.apiKey, mapper.jsonMapper(), this.clock)));
		if (this.connectionResolver != null) {
			ResolvingExchange resolving = new ResolvingExchange(exchange, this.connectionResolver, this.connectionId);
			exchange = resolving;
			observer = new ResolvingObserver(observer, resolving);
		}
		else if (this.connectionId != null) {
			// outermost: what is counted for each connection is counted for this one as
			// well
			exchange = BoundExchange.of(exchange).onConnection(this.connectionId);
		}
		FieldCache fieldCache = (this.fieldCacheTimeToLive != null)
				? new FieldCache(this.fieldCacheTimeToLive, System::nanoTime) : null;
		return new BiginTemplate(exchange, observer, new TemplateParts(mapper, this.pageSize, this.changes, fieldCache,
				this.clock, lifecycle, limiter, credits));
	}

	/**
	 * The way of a call, in order: what is not configured is left out.
	 */
	private List<ExchangeInterceptor> interceptors(OperationObserver observer, CallLifecycle lifecycle,
			BiginRateLimiter rateLimiter, @Nullable BiginCreditLedger credits) {
		List<ExchangeInterceptor> interceptors = new ArrayList<>();
		interceptors.add(new TimeoutInterceptor(this.callTimeout, this.maxReaderPause));
		interceptors.add(new RetryInterceptor(this.retryPolicy, this.backOffPolicy, this.maxRetryAfter,
				this.maxRateLimited, this.retryBudget, this.retryListeners, observer, lifecycle));
		// the breaker asks before a call waits, and counts once it goes
		if (this.circuitBreaker != null) {
			interceptors.add(new FailFastInterceptor(this.circuitBreaker));
		}
		// a mock of either counts nothing, and limits nothing
		@Nullable CreditLedger ledger = (credits != null) ? credits.ledger() : null;
		if (ledger != null) {
			interceptors.add(new CreditInterceptor(ledger, creditMeters(ledger)));
		}
		@Nullable RateLimiter limiter = rateLimiter.rateLimiter();
		if (limiter != null) {
			interceptors.add(new RateLimitInterceptor(new StoppableRateLimiter(limiter, lifecycle)));
		}
		if (this.circuitBreaker != null) {
			interceptors.add(new CircuitBreakerInterceptor(this.circuitBreaker));
		}
		interceptors.add(new LifecycleInterceptor(lifecycle));
		return interceptors;
	}

	private Runnable creditMeters(CreditLedger ledger) {
		return (this.meters != null)
				? new CreditMeters(this.meters.registry(), ledger, this.connectionId, this.connectionName)::responded
				: () -> {
				};
	}

	private BiginRateLimiter rateLimiter() {
		if (this.rateLimiter != null) {
			return this.rateLimiter;
		}
		BiginRateLimiter shared = (this.rateLimiters != null) ? this.rateLimiters.apply(this.apiKey) : null;
		if (shared != null) {
			return shared;
		}
		return BiginRateLimiter.of(this.rateLimit, null, this.maxRetryAfter, this.rateLimiterListeners);
	}

	private @Nullable BiginCreditLedger creditLedger() {
		if (this.creditLedger != null || this.creditLedgers == null) {
			return this.creditLedger;
		}
		return this.creditLedgers.apply(this.apiKey);
	}

	private WebClient webClient() {
		int limit = Math.toIntExact(this.maxResponseSize.toBytes());
		return this.webClientBuilder.clone()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(limit))
			// one of the headers is the API key
			.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(false))
			// WebClient's own observation would let an observer's failure fail the call
			.observationRegistry(ObservationRegistry.NOOP)
			.filters((filters) -> {
				if (!this.observationRegistry.isNoop()) {
					filters.add(0, new CallObservationFilter(this.observationRegistry));
				}
			})
			.build();
	}

	/**
	 * Keeps Reactor Netty's classes away from an application that does not have them.
	 */
	private static final class ReactorNetty {

		static WebClient.Builder webClient() {
			return WebClient.builder().clientConnector(new ReactorClientHttpConnector(ConnectionPool.defaultClient()));
		}

	}

}
