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
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules that hold for the client and for its auto-configuration alike.
 */
public final class ArchitectureRules {

	static final String ROOT = "io.github.biginspring";

	private static final String SHARED_INTERNALS = ROOT + ".internal";

	private static final int MAX_COMPONENTS = 5;

	/**
	 * Records that get no further component, as options would: a page as the service
	 * takes and describes it, and a cursor as stores keep it, which build it themselves.
	 */
	private static final Set<String> COMPLETE_RECORDS = Set.of(ROOT + ".query.PageSpec", ROOT + ".query.PageInfo",
			ROOT + ".change.CursorStore$StoredCursor");

	private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");

	@ArchTest
	static final ArchRule packagesFormNoCircle = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule classesOfQueryFormNoCircle = classesFormNoCircle("query");

	@ArchTest
	static final ArchRule classesOfWriteFormNoCircle = classesFormNoCircle("write");

	@ArchTest
	static final ArchRule classesOfChangeFormNoCircle = classesFormNoCircle("change");

	@ArchTest
	static final ArchRule classesOfLimitFormNoCircle = classesFormNoCircle("limit");

	@ArchTest
	static final ArchRule thePublicPackagesKnowNoInternalsOfOthers = classes()
		.that(describe("belong to a package that users name",
				(type) -> !isInternal(type.getPackageName()) && !isPutTogether(type.getPackageName())))
		.should(knowSharedInternalsAndTheirOwnOnly());

	@ArchTest
	static final ArchRule noSignatureNamesAnInternalType = classes()
		.that(describe("users can name", ArchitectureRules::isNamedByUsers))
		.should(nameNoInternalTypeInASignature());

	@ArchTest
	static final ArchRule namesSayWhatAClassIs = noClasses().should()
		.haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common|Misc)(\\$.*)?");

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().should(resideInANullMarkedPackage());

	@ArchTest
	static final ArchRule publicRecordsAreSmall = classes().that()
		.areRecords()
		.and()
		.arePublic()
		.and(describe("belong to a package that users name", (type) -> !isInternal(type.getPackageName())))
		.should(haveFewComponents())
		.allowEmptyShould(true)
		.because("a record cannot get another component without breaking those who build it");

	@ArchTest
	static final ArchRule publicRecordsHaveNoCopies = classes().that()
		.areRecords()
		.and()
		.arePublic()
		.and(describe("belong to a package that users name", (type) -> !isInternal(type.getPackageName())))
		.and(describe("could get another component", (type) -> !COMPLETE_RECORDS.contains(type.getName())))
		.should(returnNoCopy())
		.allowEmptyShould(true)
		.because("what is changed step by step gets further parts, and another component of a record breaks"
				+ " those who build it");

	@ArchTest
	static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule nothingBlocks = noClasses().should()
		.callMethodWhere(describe("it blocks a thread", ArchitectureRules::blocks));

	@ArchTest
	static final ArchRule nobodyWaitsButTheBlockingClient = noClasses()
		.that(describe("are not where threads that may wait come", (type) -> !isWhereThreadsMayWait(type)))
		.should()
		.accessTargetWhere(describe("a thread waits for it", ArchitectureRules::waits))
		.because("an event loop that waits stops every call");

	@ArchTest
	static final ArchRule nobodyReadsTheSystemsClock = noClasses()
		.that(describe("are not where the clock is chosen", (type) -> !isWhereTheClockIsChosen(type)))
		.should()
		.accessTargetWhere(describe("it is the system's clock", ArchitectureRules::readsTheSystemsClock))
		.because("the clock is the one that the template was given");

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

	private ArchitectureRules() {
	}

	@ArchTest
	static void contributingNamesEveryPackage(JavaClasses classes) throws IOException {
		String table = Files.readString(Path.of("../CONTRIBUTING.md"));
		Set<String> named = PACKAGE.matcher(table)
			.results()
			.map((MatchResult row) -> row.group(1).equals("biginspring") ? ROOT : ROOT + "." + row.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> existing = classes.stream()
			.map(JavaClass::getPackageName)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(named).containsAll(existing);
	}

	private static ArchRule classesFormNoCircle(String name) {
		return slices().assignedFrom(new OutermostClasses(ROOT + "." + name)).should().beFreeOfCycles();
	}

	private static boolean isInternal(String packageName) {
		return (packageName + ".").contains(".internal.");
	}

	private static boolean isNamedByUsers(JavaClass type) {
		return !isInternal(type.getPackageName()) && isOpen(type.getModifiers())
				&& type.getEnclosingClass().map(ArchitectureRules::isNamedByUsers).orElse(true);
	}

	private static boolean isOpen(Set<JavaModifier> modifiers) {
		return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
	}

	// the root puts the parts together, and the auto-configuration makes beans of them
	private static boolean isPutTogether(String packageName) {
		return packageName.equals(ROOT) || (packageName + ".").startsWith(ROOT + ".autoconfigure.");
	}

	private static boolean isWhereTheClockIsChosen(JavaClass type) {
		return type.getName().equals(ROOT + ".BiginTemplateBuilder")
				|| (type.getPackageName() + ".").startsWith(ROOT + ".autoconfigure.");
	}

	private static boolean blocks(JavaMethodCall call) {
		String owner = call.getTargetOwner().getName();
		String method = call.getTarget().getName();
		return owner.startsWith("reactor.core.publisher.") && method.matches("block.*|to(Iterable|Stream)")
				|| owner.equals(Thread.class.getName()) && method.equals("sleep");
	}

	/**
	 * The client for threads that wait, the parsing of a bulk read's file, which has a
	 * thread of the elastic scheduler for it, and the check at the start of an
	 * application, which its main thread makes.
	 */
	private static boolean isWhereThreadsMayWait(JavaClass type) {
		return type.getPackageName().equals(ROOT + ".blocking")
				|| type.getName().startsWith(ROOT + ".query.internal.bulk.BodyInputStream")
				|| type.getName().equals(ROOT + ".autoconfigure.validation.MappingValidationRunner");
	}

	// references to methods included
	private static boolean waits(JavaAccess<?> access) {
		String member = access.getTarget().getName();
		JavaClass owner = access.getTargetOwner();
		return owner.isAssignableTo(Future.class) && member.matches("get|join")
				|| owner.isAssignableTo(BlockingQueue.class) && member.matches("take|put|poll|offer")
				|| owner.isAssignableTo(LockSupport.class) && member.startsWith("park")
				|| owner.isAssignableTo(Thread.class) && member.equals("join")
				|| !(access instanceof JavaFieldAccess) && member.equals("wait")
				|| owner.getPackageName().startsWith("java.util.concurrent") && member.matches("await.*|acquire.*");
	}

	// references to methods included
	private static boolean readsTheSystemsClock(JavaAccess<?> access) {
		String owner = access.getTargetOwner().getName();
		String member = access.getTarget().getName();
		return owner.startsWith("java.time.") && member.matches("now|(system|tick).*")
				|| owner.equals(System.class.getName()) && member.equals("currentTimeMillis")
				|| owner.equals(Date.class.getName()) && member.equals("<init>");
	}

	private static ArchCondition<JavaClass> knowSharedInternalsAndTheirOwnOnly() {
		return new ArchCondition<>("know no internal package but the shared ones and their own") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
					String target = dependency.getTargetClass().getBaseComponentType().getPackageName() + ".";
					if (target.startsWith(ROOT) && isInternal(target) && !target.startsWith(SHARED_INTERNALS + ".")
							&& !target.startsWith(type.getPackageName() + ".internal.")) {
						events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
					}
				}
			}

		};
	}

	private static ArchCondition<JavaClass> haveFewComponents() {
		return new ArchCondition<>("have at most " + MAX_COMPONENTS + " components") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				long components = type.getFields()
					.stream()
					.filter((field) -> !field.getModifiers().contains(STATIC))
					.count();
				events.add(new SimpleConditionEvent(type, components <= MAX_COMPONENTS,
						type.getName() + " has " + components + " components"));
			}

		};
	}

	private static ArchCondition<JavaClass> returnNoCopy() {
		return new ArchCondition<>("have no public method of an instance that returns their own type") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				for (JavaMethod method : type.getMethods()) {
					Set<JavaModifier> modifiers = method.getModifiers();
					boolean copies = modifiers.contains(PUBLIC) && !modifiers.contains(STATIC)
							&& method.getRawReturnType().equals(type);
					events.add(new SimpleConditionEvent(method, !copies,
							method.getFullName() + " returns its own type"));
				}
			}

		};
	}

	private static ArchCondition<JavaClass> nameNoInternalTypeInASignature() {
		return new ArchCondition<>("name no type of an internal package in a signature") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				Stream<JavaType> declaration = Stream.concat(
						Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream()),
						type.getTypeParameters().stream());
				check(type, type.getDescription(), declaration, events);
				type.getFields()
					.stream()
					.filter((field) -> isOpen(field.getModifiers()))
					.forEach((field) -> check(type, field.getDescription(), Stream.of(field.getType()), events));
				type.getCodeUnits()
					.stream()
					.filter((member) -> isOpen(member.getModifiers()))
					.forEach((member) -> check(type, member.getDescription(), signature(member), events));
			}

			private void check(JavaClass type, String place, Stream<JavaType> named, ConditionEvents events) {
				named.flatMap((signature) -> signature.getAllInvolvedRawTypes().stream())
					.map(JavaClass::getBaseComponentType)
					.filter((involved) -> involved.getPackageName().startsWith(ROOT)
							&& isInternal(involved.getPackageName()))
					.forEach((involved) -> events
						.add(SimpleConditionEvent.violated(type, place + " names " + involved.getName())));
			}

		};
	}

	private static Stream<JavaType> signature(JavaCodeUnit member) {
		Stream<JavaType> thrown = member.getThrowsClause().getTypes().stream().map(JavaType.class::cast);
		return Stream
			.of(Stream.of(member.getReturnType()), member.getParameterTypes().stream(),
					member.getTypeParameters().stream(), thrown)
			.flatMap((types) -> types);
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
