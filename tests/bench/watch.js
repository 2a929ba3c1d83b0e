// Runs in the measured page before anything else: notes when each wanted thing was on the screen, and how long a key took
// until the screen showed it. All times are milliseconds of performance.now(), which starts with the navigation.
(wanted) => {
  const seen = {};
  const keys = [];
  let clickedAt = null;
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(null);
    });
  const isThere = ({ selector, text }) =>
    [...document.querySelectorAll(selector)].some(
      (element) => new RegExp(text).test(element.textContent) && element.closest("[hidden]") === null,
    );
  const look = () => {
    for (const [name, what] of Object.entries(wanted)) {
      if (name in seen || !isThere(what)) continue;
      seen[name] = null;
      afterPaint((at) => {
        seen[name] = at;
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener("click", (event) => (clickedAt = event.timeStamp), true);
  addEventListener("keydown", (event) => afterPaint((at) => keys.push(at - event.timeStamp)), true);
  window.measured = () => ({ seen, clickedAt, keys });
  window.forget = (name) => delete seen[name];
};
