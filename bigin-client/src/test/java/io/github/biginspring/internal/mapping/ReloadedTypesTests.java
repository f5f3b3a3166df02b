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

package io.github.biginspring.internal.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.Contact;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose classes are loaded again, as by Spring Boot's developer tools,
 * while those of the client stay.
 */
@Timeout(60)
class ReloadedTypesTests {

	private static final Map<String, Object> FIELDS = Map.of("id", "1", "Last_Name", "Ada");

	@Test
	void twoClassesOfTheSameNameAreMappedEachByItself() throws Exception {
		RecordMapper mapper = RecordMapper.create();
		for (String name : new String[] { Person.class.getName(), Customer.class.getName() }) {
			Class<?> before = new Reloading().loadClass(name);
			Class<?> after = new Reloading().loadClass(name);
			assertThat(after).isNotSameAs(before);
			assertThat(read(mapper, before)).isExactlyInstanceOf(before);
			assertThat(read(mapper, after)).isExactlyInstanceOf(after);
		}
	}

	@Test
	void nothingHoldsTheClassesWhenTheMapperIsGone() throws Exception {
		WeakReference<ClassLoader> loader = mapAndForget();
		// as a context does when it is closed
		AnnotationUtils.clearCache();
		ReflectionUtils.clearCache();
		ResolvableType.clearCache();
		Awaitility.await().untilAsserted(() -> {
			System.gc();
			assertThat(loader.get()).isNull();
		});
	}

	private static WeakReference<ClassLoader> mapAndForget() throws Exception {
		ClassLoader loader = new Reloading();
		RecordMapper mapper = RecordMapper.create();
		for (String name : new String[] { Person.class.getName(), Customer.class.getName() }) {
			Object record = read(mapper, loader.loadClass(name));
			assertThat(mapper.forRecord(record).toCreate(record)).containsEntry("Last_Name", "Ada");
		}
		CachedIntrospectionResults.clearClassLoader(loader);
		return new WeakReference<>(loader);
	}

	private static Object read(RecordMapper mapper, Class<?> type) {
		JsonMapper json = mapper.jsonMapper();
		try (JsonParser parser = json.createParser(json.writeValueAsBytes(FIELDS))) {
			parser.nextToken();
			return mapper.forType(type).read(parser);
		}
	}

	/**
	 * Loads this test's types anew, and everything else as ever.
	 */
	private static final class Reloading extends ClassLoader {

		Reloading() {
			super(ReloadedTypesTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(ReloadedTypesTests.class.getName() + "$")) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				return (loaded != null) ? loaded : define(name);
			}
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			try (InputStream content = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = content.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

	@BiginModule("Contacts")
	record Person(String id, String lastName) {
	}

	static class Customer extends Contact {

	}

}
