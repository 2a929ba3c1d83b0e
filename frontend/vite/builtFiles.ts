// The files of a finished build, as paths relative to the output folder with forward slashes.
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

export async function builtFiles(outDir: string): Promise<string[]> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(outDir, file).split(sep).join("/")).sort();
}
