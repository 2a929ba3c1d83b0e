// Whether the disk has room for the database to be opened again, found out by writing a file beside it: what a browser says of
// its quota knows nothing of a disk that photos filled. Opening may write all that was not yet in order anew, hence the size.

const BYTES = 5_000_000;
const FILE = "free-space";

/** True also where the browser does not let the app find out. */
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
