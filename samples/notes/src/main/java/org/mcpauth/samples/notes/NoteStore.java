// SPDX-License-Identifier: Apache-2.0
package org.mcpauth.samples.notes;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/** The notes, in an embedded in-memory database: they are gone when the application stops. */
@ApplicationScoped
public class NoteStore {

  private static final String URL = "jdbc:h2:mem:mcp-auth-samples-notes;DB_CLOSE_DELAY=-1";
  private static final String TABLE =
      """
      create table if not exists note (
        id bigint generated always as identity primary key,
        text varchar(2000) not null,
        author varchar(1000) not null,
        created_at timestamp(3) with time zone not null)
      """;

  /** Connects when it is first used. */
  private final JdbcConnectionPool pool = JdbcConnectionPool.create(URL, "sa", "");

  @PostConstruct
  void open() {
    execute(TABLE);
  }

  @PreDestroy
  void close() {
    execute("shutdown");
    pool.dispose();
  }

  Note add(String text, String author) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into note (text, author, created_at) values (?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, text);
      insert.setString(2, author);
      insert.setObject(3, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return new Note(keys.getLong("id"), text, author, now);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  List<Note> all() {
    try (Connection connection = pool.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select id, text, author, created_at from note order by id");
        ResultSet rows = select.executeQuery()) {
      List<Note> notes = new ArrayList<>();
      while (rows.next()) {
        notes.add(
            new Note(
                rows.getLong("id"),
                rows.getString("text"),
                rows.getString("author"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant()));
      }
      return notes;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  int deleteAll() {
    return execute("delete from note");
  }

  private int execute(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the notes are not available", e);
  }
}
