// Looks at statements with @learninglocker/xapi-validation, which knows nothing of us: node validate.js FILE...
// Each file is a JSON array or has one statement a line. Ends with 1 where there is a fault, or nothing to look at.
const { readFileSync } = require('fs');
const check = require('@learninglocker/xapi-validation').default;

const read = (file) => {
  const text = readFileSync(file, 'utf8').trim();
  return text.startsWith('[') ? JSON.parse(text) : text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
};

const statements = process.argv.slice(2).flatMap(read);
const faults = statements.flatMap((statement) =>
  check(statement).map((fault) => `${statement.id}: ${fault.constructor.name} at ${(fault.path || []).join('.')}`));
faults.forEach((fault) => console.log(fault));
console.log(`${statements.length} statements, ${faults.length} faults`);
process.exitCode = faults.length || !statements.length ? 1 : 0;
