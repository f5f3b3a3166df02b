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

package io.github.biginspring.testcontainers;

import java.time.Duration;
import java.util.Map;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.client.RestClient;

/**
 * Testcontainers container with the simulator of Bigin and Maton: WireMock's own image,
 * {@value #DEFAULT_IMAGE}, with the simulator as an extension. It starts with sample
 * data. <pre class="code">
 * &#64;SpringBootTest
 * &#64;Testcontainers
 * class CustomerImportTests {
 *
 *     &#64;Container
 *     &#64;ServiceConnection
 *     static BiginSimulatorContainer bigin = new BiginSimulatorContainer();
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public class BiginSimulatorContainer extends GenericContainer<BiginSimulatorContainer> {

	/**
	 * The image that is used where no other is named.
	 */
	public static final String DEFAULT_IMAGE = "wiremock/wiremock:3.13.2";

	private static final DockerImageName DEFAULT_IMAGE_NAME = DockerImageName.parse("wiremock/wiremock");

	private static final int PORT = 8080;

	private static final String EXTENSION = "/var/wiremock/extensions/bigin-simulator.jar";

	private static final String API_KEY_VARIABLE = "BIGIN_SIMULATOR_API_KEY";

	private final DockerImageName imageName;

	private String apiKey = "simulated-api-key";

	/**
	 * Create a container of {@value #DEFAULT_IMAGE}.
	 */
	public BiginSimulatorContainer() {
		this(DEFAULT_IMAGE);
	}

	/**
	 * Create a container.
	 * @param image the image, {@code wiremock/wiremock} 3.13 or a later 3.x
	 */
	public BiginSimulatorContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * Create a container.
	 * @param image the image, {@code wiremock/wiremock} 3.13 or a later 3.x, or one that
	 * is declared as a compatible substitute for it
	 */
	@SuppressWarnings("this-escape") // all containers are described this way
	public BiginSimulatorContainer(DockerImageName image) {
		super(image);
		this.imageName = image;
		image.assertCompatibleWith(DEFAULT_IMAGE_NAME);
		withExposedPorts(PORT);
		withEnv(API_KEY_VARIABLE, this.apiKey);
		withCommand("--disable-banner", "--disable-http2-plain", "--disable-request-logging", "--no-request-journal");
		withCopyToContainer(SimulatorJar.create(), EXTENSION);
		// how the simulator responds to a request without a key: WireMock alone would not
		waitingFor(Wait.forHttp("/connections").forPort(PORT).forStatusCode(401));
	}

	/**
	 * Set the key that requests must carry.
	 * @param apiKey the API key, by default {@code simulated-api-key}
	 * @return this
	 */
	public BiginSimulatorContainer withApiKey(String apiKey) {
		Assert.hasText(apiKey, "'apiKey' must not be empty");
		this.apiKey = apiKey;
		return withEnv(API_KEY_VARIABLE, apiKey);
	}

	/**
	 * Return the key that requests must carry.
	 * @return the API key
	 */
	public String getApiKey() {
		return this.apiKey;
	}

	/**
	 * Return where the simulator listens: the base URL of the gateway,
	 * {@code /zoho-bigin/bigin/v2/...}, and of the control plane, {@code /connections}.
	 * @return scheme, host and port, without a slash at the end
	 * @throws IllegalStateException if the container has not been started
	 */
	public String getUrl() {
		return "http://" + getHost() + ":" + getMappedPort(PORT);
	}

	/**
	 * Refuse the next requests with status 429 and without {@code Retry-After}.
	 * @param count how many requests
	 */
	public void rateLimitNext(int count) {
		planFault(Map.of("status", 429, "count", count));
	}

	/**
	 * Refuse the next requests with status 429 and a {@code Retry-After}.
	 * @param count how many requests
	 * @param retryAfter how long to wait, rounded up to whole seconds
	 */
	public void rateLimitNext(int count, Duration retryAfter) {
		planFault(Map.of("status", 429, "count", count, "retry_after", retryAfter.plusMillis(999).toSeconds()));
	}

	/**
	 * Go back to the beginning: data, connections and faults.
	 */
	public void reset() {
		admin().post().uri("/reset").retrieve().toBodilessEntity();
	}

	private void planFault(Map<String, Object> fault) {
		admin().post().uri("/faults").contentType(MediaType.APPLICATION_JSON).body(fault).retrieve().toBodilessEntity();
	}

	private RestClient admin() {
		return RestClient.create(getUrl() + "/__admin/bigin");
	}

	/**
	 * Names the image only, without a question to Docker and without the API key.
	 */
	@Override
	public String toString() {
		return "BiginSimulatorContainer(" + this.imageName + ")";
	}

}
