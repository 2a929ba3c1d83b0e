// Whether the disk has space for the database to be reopened, found out by writing a file beside it: a browser's figure
// for its quota ignores a disk that photos filled. Reopening may rewrite everything not yet in order, hence the size.

const BYTES = 5_000_000;
const FILE = "free-space";

/** Also true where the browser does not let the app find out. */
export async function hasFreeSpace(): Promise<boolean> {
  try {
    const folder = await navigator.storage.getDirectory();
    try {
      const file = await folder.getFileHandle(FILE, { create: true });
      const stream = await file.createWritable();
      await stream.write(new Uint8Array(BYTES));
      await stream.close();
    } finally {
      await folder.removeEntry(FILE).catch(() => {});
    }
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === "QuotaExceededError");
  }
}
