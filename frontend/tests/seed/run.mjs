// Runs a writer on plain Node: `node tests/seed/run.mjs /tests/seed/write.ts http://127.0.0.1:8000 < story.json`.
// Vite loads the TypeScript as it stands, also what the phone loads only when it needs it; nothing is built, nothing is left behind.
import { createServer } from "vite";

const vite = await createServer({
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { main } = await vite.ssrLoadModule(process.argv[2]);
await main(process.argv[3], process.stdin, process.stdout);
// The phone's timers would keep the process alive
process.exit(0);
