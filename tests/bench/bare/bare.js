// The least that could do the job: a heading, a worker that keeps two files, plain rows from IndexedDB, a text field.
// `/?fill` writes the rows. What the app adds to these times is what the app costs.
const counts = [1000, 2000];
const title = document.createElement("h1");
const list = document.createElement("ul");
const said = document.createElement("p");
const button = document.createElement("button");
const field = document.createElement("textarea");
title.textContent = "Bare";
button.textContent = "Open";
document.body.append(title, said, button, field, list);

navigator.serviceWorker
  ?.register("/worker.js")
  .then(() => navigator.serviceWorker.ready)
  .then(() => {
    said.textContent = "Ready for offline";
  });

function database() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("bare", 1);
    request.onupgradeneeded = () => {
      for (const count of counts) request.result.createObjectStore(`rows-${count}`, { keyPath: "n" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function fill(open, count) {
  return new Promise((resolve) => {
    const transaction = open.transaction(`rows-${count}`, "readwrite");
    const rows = transaction.objectStore(`rows-${count}`);
    for (let n = 1; n <= count; n += 1)
      rows.put({ n, text: `${n}. ${"The knee swelled again after the walk. ".repeat(2)}` });
    transaction.oncomplete = resolve;
  });
}

function show(open, count) {
  return new Promise((resolve) => {
    const request = open.transaction(`rows-${count}`).objectStore(`rows-${count}`).getAll();
    request.onsuccess = () => {
      const newest = request.result.sort((a, b) => b.n - a.n).slice(0, 50);
      list.replaceChildren(
        ...newest.map(({ text }) => Object.assign(document.createElement("li"), { textContent: text })),
      );
      resolve();
    };
  });
}

database().then(async (open) => {
  if (location.search === "?fill") for (const count of counts) await fill(open, count);
  await show(open, 1000);
  button.onclick = () => show(open, 2000);
});
