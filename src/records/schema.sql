-- Who practices on this machine.
CREATE TABLE trainee (
  ix INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  officer TEXT NOT NULL DEFAULT '',
  pin_salt BLOB,
  pin_hash BLOB,
  keeps_practice INTEGER NOT NULL DEFAULT 1,
  made INTEGER NOT NULL,
  here INTEGER NOT NULL
) STRICT;

-- A scenario as it stood when it was played.
CREATE TABLE scenario (
  ix INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  hash TEXT NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (id, hash)
) STRICT;

CREATE TABLE model (
  ix INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE
) STRICT;

-- What an instructor asked for.
CREATE TABLE form (
  ix INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

-- One conversation: what was done, and, once it is over, what was concluded. Times in milliseconds since 1970, UTC.
CREATE TABLE attempt (
  ix INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  trainee INTEGER NOT NULL REFERENCES trainee ON DELETE CASCADE,
  scenario INTEGER NOT NULL REFERENCES scenario,
  model INTEGER NOT NULL REFERENCES model,
  seed INTEGER NOT NULL,
  mode INTEGER NOT NULL,
  form INTEGER REFERENCES form,
  again INTEGER NOT NULL,
  began INTEGER NOT NULL,
  zone INTEGER NOT NULL,
  ended INTEGER,
  how INTEGER NOT NULL DEFAULT 0,
  ending TEXT,
  empathy REAL,
  listening REAL,
  boundaries REAL,
  regard REAL,
  conclusion TEXT
) STRICT;
CREATE INDEX attempt_of ON attempt (trainee, began);
CREATE INDEX attempt_open ON attempt (trainee, ix) WHERE how = 0;
CREATE INDEX attempt_at ON attempt (scenario, began);

-- One line that was said. States in tenths, before and after, of the person it was said to.
CREATE TABLE turn (
  attempt INTEGER NOT NULL REFERENCES attempt ON DELETE CASCADE,
  number INTEGER NOT NULL,
  node INTEGER NOT NULL,
  choice INTEGER NOT NULL,
  cue INTEGER,
  shown INTEGER NOT NULL,
  took INTEGER,
  arousal_before INTEGER NOT NULL,
  arousal_after INTEGER NOT NULL,
  trust_before INTEGER NOT NULL,
  trust_after INTEGER NOT NULL,
  context INTEGER NOT NULL,
  terms BLOB NOT NULL,
  PRIMARY KEY (attempt, number)
) STRICT, WITHOUT ROWID;

-- The chain of sealed assessments: each link covers the one before.
CREATE TABLE seal (
  number INTEGER PRIMARY KEY,
  attempt BLOB NOT NULL,
  record BLOB NOT NULL,
  chain BLOB NOT NULL,
  sealed INTEGER NOT NULL,
  removed INTEGER
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
