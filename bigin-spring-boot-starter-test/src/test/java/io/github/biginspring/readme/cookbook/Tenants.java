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

package io.github.biginspring.readme.cookbook;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

import io.github.biginspring.connection.ConnectionResolver;

@Configuration(proxyBeanMethods = false)
class Tenants {

	private static final String TENANT = "tenant";

	// an application with logins asks ReactiveSecurityContextHolder instead
	@Bean
	WebFilter tenantFilter() {
		return (exchange, chain) -> {
			String tenant = exchange.getRequest().getHeaders().getFirst("X-Tenant");
			return (tenant != null) ? chain.filter(exchange).contextWrite((context) -> context.put(TENANT, tenant))
					: chain.filter(exchange);
		};
	}

	@Bean
	ConnectionResolver connectionResolver(Map<String, String> connectionIdsByTenant) {
		return () -> Mono.deferContextual((context) -> Mono.justOrEmpty(context.<String>getOrEmpty(TENANT)))
			.mapNotNull(connectionIdsByTenant::get);
	}

}
