// SamenBeter: a page that was on the screen for a while is counted as read. No cookie, nobody's data.
const readAt = document.querySelector("[data-sb-read]")?.dataset.sbRead;
if (readAt && !navigator.globalPrivacyControl && navigator.doNotTrack !== "1") {
  let seconds = 0;
  const timer = setInterval(() => {
    if (document.visibilityState !== "visible" || (seconds += 1) < 10) return;
    clearInterval(timer);
    fetch(readAt, { method: "POST", credentials: "omit", keepalive: true }).catch(() => {});
  }, 1000);
}
