// Keeps the bare page's files and answers from them first.
addEventListener("install", (event) => {
  event.waitUntil(caches.open("bare").then((cache) => cache.addAll(["/", "/bare.js"])));
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request)));
});
