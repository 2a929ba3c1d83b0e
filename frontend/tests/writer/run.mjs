// Runs the writer on plain Node: `node tests/writer/run.mjs http://127.0.0.1:8000 < story.json`.
// Vite loads the TypeScript as it stands; nothing is built and nothing is left behind.
import { runnerImport } from "vite";

const { module } = await runnerImport(new URL("./write.ts", import.meta.url).pathname, { configFile: false });
await module.main(process.argv[2], process.stdin, process.stdout);
// The phone's timers would keep the process alive
process.exit(0);
