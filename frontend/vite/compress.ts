// Writes .br and .gz siblings beside every text file of the build, so that the server compresses nothing while it
// answers. The .gz is made by zopfli: slow, but only once, and every phone that fetches gzip loads 4 % less.
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { gzipAsync } from "@gfx/zopfli";
import type { Plugin } from "vite";
import { builtFiles } from "./builtFiles.ts";

const SMALLEST_WORTH_IT = 128;

export function compressedSiblings(): Plugin {
  let outDir = "";
  return {
    name: "compressed-siblings",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: "post",
      async handler() {
        const texts = (await builtFiles(outDir)).filter((file) => /\.(js|css|html|svg|json)$/.test(file));
        for (const file of texts) await compress(join(outDir, file));
      },
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < SMALLEST_WORTH_IT) return;
  await writeFile(`${file}.br`, brotliCompressSync(bytes));
  await writeFile(`${file}.gz`, await gzipAsync(bytes, { numiterations: 15 }));
}
