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

package io.github.biginspring.contract;

import java.sql.SQLException;

import org.h2.tools.Server;

/**
 * Two instances that share a database.
 */
class JdbcTakeOverTests extends AbstractTakeOverTests {

	private Server database;

	@Override
	String startShared() throws SQLException {
		this.database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
		String url = "jdbc:h2:tcp://localhost:" + this.database.getPort() + "/mem:copy;DB_CLOSE_DELAY=-1";
		new JdbcSharedCopy(url).createTables();
		return url;
	}

	@Override
	void stopShared() {
		this.database.stop();
	}

}
