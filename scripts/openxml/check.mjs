// check: says, a line for each fault, which of the office files named on the
// command line break the schema of Office Open XML. Says nothing of the others.
import { readFile } from "node:fs/promises";
import validate, { getFileFormatFromName } from "@ooxml-tools/validate";

for (const file of process.argv.slice(2)) {
  const faults = await validate(new Uint8Array(await readFile(file)), getFileFormatFromName(file), "Office2010");
  for (const f of faults) console.log(`${file}: ${f.path.partUri}${f.path.xpath}: ${f.description}`);
}
process.exit(0);
