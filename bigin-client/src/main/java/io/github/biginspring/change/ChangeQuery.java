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

package io.github.biginspring.change;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A query for the changes of the records of a module, read by polling. Immutable: every
 * step returns a copy.
 * <p>
 * These guarantees hold wherever a read starts, and however often it is continued with
 * the {@linkplain Change#cursor() cursor} of a change that has been handled:
 * <ul>
 * <li>No record is missed: the last state of every record comes, and so does every
 * deletion that was not undone before it was seen. Intermediate states are skipped if a
 * record was changed again before it was read, and a record that changes continuously is
 * emitted once it has not changed for the {@linkplain #watermarkDelay(Duration) watermark
 * delay}.</li>
 * <li>A read makes progress even if writes never pause. A record that is deleted during
 * the first run may be emitted as a {@link Change.Deleted} without having been emitted
 * before: deleting an unknown id must do no harm.</li>
 * <li>At least once: after a crash, the changes handled since the cursor was stored are
 * emitted again. Within one read nothing is emitted twice.</li>
 * <li>In the order of the service's timestamps, so the changes of one record come in the
 * order in which they were made.</li>
 * </ul>
 * This rests on the service: that the time of a change is not later than the moment it
 * can be read by more than the watermark delay, that a list keeps the order of records
 * that share a second while none of them changes, and that to restore a record counts as
 * a change of it. None of these is documented. No clock but the service's decides what is
 * read.
 * <p>
 * A run that finds nothing new costs two calls, made with background priority. The list
 * of deleted records is read to its end once, and from then on only as far as needed
 * where it turns out to begin with the latest ones.
 *
 * <pre class="code">
 * Flux&lt;Change&lt;Contact&gt;&gt; changes = bigin.changes(Contact.class)
 *     .fromText(cursor)
 *     .pollEvery(Duration.ofMinutes(1))
 *     .read();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface ChangeQuery<T> {

	/**
	 * Begin at a time: only what was created, changed or deleted since then. Without it,
	 * and without a cursor, all records come first, in the order of their last change.
	 * @param time the time, as the service counts it; a fraction of a second is dropped
	 * @return a copy
	 */
	ChangeQuery<T> since(Instant time);

	/**
	 * Begin after a change.
	 * @param cursor the cursor of the change
	 * @return a copy
	 */
	ChangeQuery<T> from(Cursor cursor);

	/**
	 * Begin after a change whose cursor was stored as text. From a text that is no cursor
	 * all records are read again, which {@link Change.Reset} tells.
	 * @param text the text of the change's cursor; with {@code null} it begins as without
	 * a cursor
	 * @return a copy
	 */
	ChangeQuery<T> fromText(@Nullable String text);

	/**
	 * Name the fields that are wanted. {@code Created_Time} and {@code Modified_Time}
	 * always come, and count.
	 * @param names the API names, at most 50 with those two
	 * @return a copy
	 * @throws IllegalArgumentException if there are more or one is not an API name
	 */
	ChangeQuery<T> fields(String... names);

	/**
	 * Set how old a cursor may be. From an older one all records are read again, which
	 * {@link Change.Reset} tells: Bigin keeps deleted records for a time only, 60 days by
	 * default.
	 * @param maxAge the age, by this machine's clock
	 * @return a copy
	 */
	ChangeQuery<T> maxAge(Duration maxAge);

	/**
	 * Set how long after its second a change is read, 5 seconds by default. The service
	 * counts whole seconds, and a change may become visible later than the time it bears:
	 * what is younger is left for the next reading, which follows as soon as it can.
	 * @param watermarkDelay the time, from zero
	 * @return a copy
	 */
	ChangeQuery<T> watermarkDelay(Duration watermarkDelay);

	/**
	 * Look for changes again and again, and end only when the template stops.
	 * @param pollInterval how long to wait after each time
	 * @return a copy
	 */
	ChangeQuery<T> pollEvery(Duration pollInterval);

	/**
	 * Look for changes whenever there is a sign of one, such as a notification of the
	 * service. Signs may get lost: it also looks at {@linkplain #pollEvery(Duration)
	 * intervals}, of 5 minutes where nothing else was said, and ends only when the
	 * template stops. An error of the signs is an error of the reading; their end is not.
	 * @param signs gives a sign of any kind; subscribed to as often as the changes are
	 * @return a copy
	 */
	ChangeQuery<T> triggeredBy(Publisher<?> signs);

	/**
	 * Keep the cursor under a name, and begin where it was left.
	 * @param name the name, up to 50 characters; one for each consumer and each
	 * connection
	 * @return what can be done with the changes
	 * @throws IllegalStateException if there is no {@link CursorStore}
	 */
	StoredChanges<T> checkpointName(String name);

	/**
	 * Read the changes: those up to now, or all to come if the query keeps polling. A
	 * reading up to now may wait for the last change to settle.
	 * <p>
	 * Each subscription begins anew where this query begins. One that is to be repeated
	 * after an error is better {@linkplain #checkpointName(String) stored}.
	 * @return the changes, with back-pressure
	 */
	Flux<Change<T>> read();

}
