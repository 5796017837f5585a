-- The question of the day after on a conversation: when it was answered, and whether the line that was picked served.
CREATE TABLE recall (
  attempt INTEGER PRIMARY KEY REFERENCES attempt ON DELETE CASCADE,
  at INTEGER NOT NULL,
  found INTEGER NOT NULL
) STRICT;

-- The one sentence that the trainee takes along from a conversation to the next shift.
CREATE TABLE resolution (
  attempt INTEGER PRIMARY KEY REFERENCES attempt ON DELETE CASCADE,
  sentence TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- Calls on shift that the trainee marked as hard, and which dimension was (E, L, B, U), where they could say.
CREATE TABLE hard_call (
  ix INTEGER PRIMARY KEY,
  trainee INTEGER NOT NULL REFERENCES trainee ON DELETE CASCADE,
  at INTEGER NOT NULL,
  dimension TEXT
) STRICT;
CREATE INDEX hard_call_of ON hard_call (trainee, at);
