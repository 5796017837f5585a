-- How far a trainee is in a case: JSON, as `case::Course` writes it.
CREATE TABLE course (
  ix INTEGER PRIMARY KEY,
  trainee INTEGER NOT NULL REFERENCES trainee ON DELETE CASCADE,
  of_case TEXT NOT NULL,
  state TEXT NOT NULL,
  changed INTEGER NOT NULL
) STRICT;
CREATE INDEX course_of ON course (trainee, of_case);

-- How everybody stood as a visit of a case began: JSON, as `case::Passport` writes it.
CREATE TABLE arrival (
  attempt INTEGER PRIMARY KEY REFERENCES attempt ON DELETE CASCADE,
  course INTEGER REFERENCES course ON DELETE SET NULL,
  passport TEXT NOT NULL
) STRICT;
