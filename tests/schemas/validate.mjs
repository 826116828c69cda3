// Checks the XML of standard input against a schema: node validate.mjs atom.rng. A process of its own, since
// libxml2-wasm is an ES module that waits while it loads. Prints the problems; exit code 1 where there are any.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const file = path.join(import.meta.dirname, process.argv[2]);

xmlRegisterFsInputProviders();
const schema = XmlDocument.fromBuffer(readFileSync(file), { url: file });
const validator = (file.endsWith('.rng') ? RelaxNGValidator : XsdValidator).fromDoc(schema);
try {
  validator.validate(XmlDocument.fromString(readFileSync(0, 'utf8')));
} catch (error) {
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
