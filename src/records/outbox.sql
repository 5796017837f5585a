-- When each line was said. Times in milliseconds since 1970, UTC.
CREATE TABLE said (
  attempt INTEGER NOT NULL REFERENCES attempt ON DELETE CASCADE,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (attempt, number)
) STRICT, WITHOUT ROWID;

-- Attempts that a store of statements is told about, from their beginning on.
CREATE TABLE told (
  attempt INTEGER PRIMARY KEY REFERENCES attempt ON DELETE CASCADE
) STRICT;

-- Statements on their way to the store, in their order. Who sends one holds it until a moment; a refused one has the store's
-- words.
CREATE TABLE outbox (
  ix INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  registration BLOB NOT NULL,
  statement TEXT NOT NULL,
  sender BLOB,
  until INTEGER NOT NULL DEFAULT 0,
  refused TEXT
) STRICT;
CREATE INDEX outbox_of ON outbox (registration, until);

-- What is deleted for good is not sent later.
CREATE TRIGGER outbox_gone AFTER DELETE ON attempt BEGIN
  DELETE FROM outbox WHERE registration = OLD.id;
END;
