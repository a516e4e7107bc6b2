// What ECMA-262 says of each pattern and text: a list of booleans a pattern, or null for one that it refuses.
const { readFileSync } = require("node:fs");
const [patterns, texts] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const verdicts = patterns.map((pattern) => {
  try {
    const expression = new RegExp(pattern, "u");
    return texts.map((text) => expression.test(text));
  } catch {
    return null;
  }
});
process.stdout.write(JSON.stringify(verdicts));
