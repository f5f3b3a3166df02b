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

package io.github.biginspring.mail.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.mail.Mail;
import io.github.biginspring.mail.MailOperations;
import io.github.biginspring.mail.MailSender;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.RecordPage;

/**
 * {@link MailOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class MailTemplate implements MailOperations {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	private final PageParser<MailSender> senders;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper knows the modules of types
	 */
	public MailTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper) {
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
		JsonMapper jsonMapper = mapper.jsonMapper();
		ObjectReader reader = jsonMapper.readerFor(MailSender.class)
			.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		this.senders = new PageParser<>(jsonMapper, "from_addresses",
				(JsonParser json) -> reader.<MailSender>readValue(json));
	}

	@Override
	public Mono<Void> send(Class<?> type, String id, Mail mail) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(id, "'id' must not be null");
		Assert.notNull(mail, "'mail' must not be null");
		return send(this.mapper.forType(type).module(), id, mail);
	}

	@Override
	public Mono<Void> send(String module, String id, Mail mail) {
		Assert.notNull(id, "'id' must not be null");
		Assert.notNull(mail, "'mail' must not be null");
		Assert.isTrue(!mail.to().isEmpty(), "The mail has nobody to go to: name a recipient by to(...)");
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/{module}/{id}/actions/send_mail",
					UriVariable.module(module), UriVariable.recordId(id))
			.body(this.mapper.jsonMapper().writeValueAsBytes(Map.of("data", List.of(content(mail)))));
		ChangeResultReader reader = new ChangeResultReader(this.mapper.jsonMapper(), call);
		return this.observer
			.observe(Operation.of("send_mail", module),
					this.exchange.exchange(call.perRecordStatus().read(reader::single)))
			.then();
	}

	private static Map<String, Object> content(Mail mail) {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("from", mail.from());
		content.put("to", mail.to());
		if (!mail.cc().isEmpty()) {
			content.put("cc", mail.cc());
		}
		if (!mail.bcc().isEmpty()) {
			content.put("bcc", mail.bcc());
		}
		content.put("org_email", mail.isFromOrganization());
		String subject = mail.subject();
		if (subject != null) {
			content.put("subject", subject);
		}
		String text = mail.content();
		if (text != null) {
			content.put("content", text);
			content.put("mail_format", mail.isHtml() ? "html" : "text");
		}
		if (!mail.attachments().isEmpty()) {
			content.put("attachments", mail.attachments().stream().map((id) -> Map.of("id", id)).toList());
		}
		return content;
	}

	@Override
	public Flux<MailSender> senders() {
		BiginCall<List<MailSender>> call = BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/settings/emails/actions/from_addresses")
			.read((response) -> {
				RecordPage<MailSender> page = this.senders.parse(response.content());
				return (page != null) ? page.items() : null;
			});
		return this.observer.observe(Operation.of("mail_senders"),
				this.exchange.exchange(call).flatMapIterable((senders) -> senders));
	}

}
