-- The first line that was said in each try of the first lesson, and whether it showed the skill.
CREATE TABLE lesson_try (
  ix INTEGER PRIMARY KEY,
  trainee INTEGER NOT NULL REFERENCES trainee ON DELETE CASCADE,
  drill TEXT NOT NULL,
  found INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX lesson_try_of ON lesson_try (trainee, ix);
