-- Of which case a visit is; none where that was not written down.
ALTER TABLE arrival ADD COLUMN of_case TEXT;
UPDATE arrival SET of_case = (SELECT of_case FROM course WHERE course.ix = arrival.course);
