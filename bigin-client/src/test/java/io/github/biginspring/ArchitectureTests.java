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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the packages may know of one another, and what no class may do.
 */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	static final String ROOT = "io.github.biginspring";

	private static final Map<String, Double> LAYERS = Map.ofEntries(layer("error", 0), layer("record", 0),
			layer("call", 1), layer("internal", 0), layer("internal.exchange", 3), layer("criteria", 1),
			layer("mapping", 1), layer("paging", 1), layer("module", 2), layer("retry", 2), layer("limit", 2),
			layer("circuitbreaker", 2), layer("observation", 2), layer("progress", 2), layer("query.internal", 1.1),
			layer("query.internal.coql", 1.2), layer("query.internal.search", 1.2), layer("query.internal.list", 1.3),
			layer("query", 2), layer("write", 2), layer("metadata", 2), layer("connection", 2), layer("file", 2),
			layer("bulk", 2), layer("notification", 2), layer("request", 2), layer("related", 3), layer("tag", 3),
			layer("validation", 3), layer("sync", 3), Map.entry(ROOT, 4.0), layer("health", 5),
			layer("autoconfigure", 6), layer("autoconfigure.health", 7), layer("autoconfigure.metrics", 7),
			layer("autoconfigure.notification", 7), layer("autoconfigure.validation", 7), layer("testcontainers", 7));

	private static final Pattern TABLE_ROW = Pattern.compile("\\| ([\\d.]+) \\| (.*?) \\| .*");

	private static final Pattern PACKAGE = Pattern.compile("`([a-z.]+)`");

	@ArchTest
	static final ArchRule packagesKnowLowerLayersOnly = classes().should(knowLowerLayersOnly());

	@ArchTest
	static final ArchRule packagesFormNoCircle = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule classesOfAPackageFormNoCircle = slices().assignedFrom(new OutermostClasses(ROOT + ".query"))
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule classesOfTheLimitsFormNoCircle = slices().assignedFrom(new OutermostClasses(ROOT + ".limit"))
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule internalPackagesBelongToOnePackage = classes().that()
		.resideInAPackage("..internal..")
		.should(belongToThePackageAbove());

	@ArchTest
	static final ArchRule theClientKnowsNoSpringBoot = noClasses()
		.that(describe("belong to the client",
				(type) -> layerOf(type) != null && layerOf(type) < LAYERS.get(ROOT + ".health")))
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.boot..");

	@ArchTest
	static final ArchRule namesSayWhatAClassIs = noClasses().should()
		.haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Misc)(\\$.*)?");

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().should(resideInANullMarkedPackage());

	@ArchTest
	static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule nothingBlocks = noClasses().should()
		.callMethodWhere(describe("it blocks a thread", ArchitectureTests::blocks));

	@ArchTest
	static final ArchRule publicTypesHaveNoMutablePublicFields = fields().that()
		.areDeclaredInClassesThat()
		.arePublic()
		.and(describe("are public", (field) -> field.getModifiers().contains(PUBLIC)))
		.should()
		.beFinal()
		.andShould(not(new ArchCondition<>("be arrays") {

			@Override
			public void check(JavaField field, ConditionEvents events) {
				events.add(new SimpleConditionEvent(field, field.getRawType().isArray(), field.getDescription()));
			}

		}));

	@ArchTest
	static void contributingNamesEveryPackage(JavaClasses classes) throws IOException {
		Map<String, Double> named = new HashMap<>();
		for (String line : Files.readAllLines(Path.of("../CONTRIBUTING.md"))) {
			Matcher row = TABLE_ROW.matcher(line);
			if (row.matches()) {
				double number = Double.parseDouble(row.group(1));
				named.put(ROOT, row.group(2).equals("the root") ? Double.valueOf(number) : named.get(ROOT));
				PACKAGE.matcher(row.group(2))
					.results()
					.forEach((name) -> named.put(ROOT + "." + name.group(1), number));
			}
		}
		Map<String, Double> layers = new HashMap<>();
		classes.forEach((type) -> layers.put(type.getPackageName(), layerOf(type)));
		assertThat(named).containsAllEntriesOf(layers);
	}

	private static Map.Entry<String, Double> layer(String name, double number) {
		return Map.entry(ROOT + "." + name, number);
	}

	private static @Nullable Double layerOf(JavaClass type) {
		return LAYERS.get(type.getPackageName());
	}

	private static boolean blocks(JavaMethodCall call) {
		String owner = call.getTargetOwner().getName();
		String method = call.getTarget().getName();
		return owner.startsWith("reactor.core.publisher.") && method.matches("block.*|to(Iterable|Stream)")
				|| owner.equals(Thread.class.getName()) && method.equals("sleep");
	}

	private static ArchCondition<JavaClass> knowLowerLayersOnly() {
		return new ArchCondition<>("know packages of lower layers only") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				Double layer = layerOf(type);
				if (layer == null) {
					events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has no layer"));
					return;
				}
				for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
					JavaClass target = dependency.getTargetClass().getBaseComponentType();
					Double targetLayer = layerOf(target);
					if (targetLayer != null && targetLayer >= layer
							&& !target.getPackageName().equals(type.getPackageName())) {
						events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
					}
				}
			}

		};
	}

	private static ArchCondition<JavaClass> belongToThePackageAbove() {
		return new ArchCondition<>("be known only in the package that their internal one belongs to") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String name = type.getPackageName();
				String above = name.substring(0, (name + ".").indexOf(".internal."));
				for (Dependency dependency : type.getDirectDependenciesToSelf()) {
					String origin = dependency.getOriginClass().getPackageName();
					if (!origin.equals(above) && !origin.startsWith(above + ".")) {
						events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
					}
				}
			}

		};
	}

	private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
		return new ArchCondition<>("reside in a package that is @NullMarked") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				events.add(new SimpleConditionEvent(type, type.getPackage().isAnnotatedWith(NullMarked.class),
						type.getPackageName() + " of " + type.getSimpleName()));
			}

		};
	}

	/**
	 * Each class of a package, or of one below it, with those that are nested in it.
	 */
	private record OutermostClasses(String packageName) implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			JavaClass component = type.getBaseComponentType();
			String name = component.getName();
			int nested = name.indexOf('$');
			return (component.getPackageName() + ".").startsWith(this.packageName + ".")
					? SliceIdentifier.of((nested > 0) ? name.substring(0, nested) : name) : SliceIdentifier.ignore();
		}

		@Override
		public String getDescription() {
			return "the classes of " + this.packageName;
		}

	}

}
