// Runs in every browser, also in one that is too old for the app, and when the app's own files did not come. It shows the words
// that wait in the app's place, and puts the guide there as a plain page. The server's own page is told by its mark: a portal's
// is never put in.

function wordsInPlaceOfTheApp() {
  return document.getElementById("plain");
}

function showPlain() {
  var words = wordsInPlaceOfTheApp();
  if (!words) return;
  words.className = "plain plain-shown";
  var request = new XMLHttpRequest();
  request.onload = putPlainPage;
  request.open("GET", "/plain");
  request.send();
}

function putPlainPage() {
  var words = wordsInPlaceOfTheApp();
  var page = this.responseText;
  var from = page.indexOf('<main id="plain-page"');
  var to = page.indexOf("</main>");
  if (words && this.status === 200 && from >= 0 && to > from)
    words.innerHTML = page.slice(page.indexOf(">", from) + 1, to);
}

window.addEventListener("load", showPlain);
