// Builds src/sw/serviceWorker.ts to dist/sw.js and inserts the list of everything else that was built: what must be on
// the phone before the app may call itself ready for offline, each file with the hash of its bytes. Files with a hash
// in their name need no revision.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build, type Plugin } from "vite";
import { builtFiles } from "./builtFiles.ts";
import { smallest } from "./smallest.ts";

// Pictures for the phone's own home screen, which it fetches and keeps itself; no screen of ours shows them. Except the
// smallest: browsers request it at every opening, and without it every opening with no signal would fail.
const forTheSystem = /^icons\/(?!icon-192\.).*\.png$/;
// Reads another phone's code from the camera in browsers that cannot. Joining needs the server anyway.
const onlyWithSignal = /^assets\/decode-[^/]+\.js$/;

type Precached = { url: string; revision: string | null; integrity: string };

export function serviceWorker(): Plugin {
  let root = "";
  let outDir = "";
  return {
    name: "service-worker",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      async handler() {
        await buildWorker(root, outDir, await precacheList(root, outDir));
      },
    },
  };
}

async function precacheList(root: string, outDir: string): Promise<Precached[]> {
  const served = (await builtFiles(outDir)).filter(
    (file) => !/(\.map|\.br|\.gz|^sw\.js)$/.test(file) && !forTheSystem.test(file) && !onlyWithSignal.test(file),
  );
  const built = await Promise.all(served.map((file) => precached(file, join(outDir, file))));
  // The manifest is at the root of the project, outside the build; the server serves it beside the build.
  return [...built, await precached("manifest.json", join(root, "..", "manifest.json"))];
}

async function precached(file: string, path: string): Promise<Precached> {
  const url = file === "index.html" ? "/" : `/${file}`;
  const hash = createHash("sha256")
    .update(await readFile(path))
    .digest();
  const revision = file.startsWith("assets/") ? null : hash.toString("hex").slice(0, 16);
  return { url, revision, integrity: `sha256-${hash.toString("base64")}` };
}

async function buildWorker(root: string, outDir: string, list: Precached[]): Promise<void> {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    define: { __BUILT_FILES__: JSON.stringify(list), "process.env.NODE_ENV": '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      minify: "terser",
      terserOptions: smallest,
      rolldownOptions: {
        input: join(root, "src/sw/serviceWorker.ts"),
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
}
