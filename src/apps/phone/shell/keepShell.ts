/** Keeps the app itself on the phone, so that it opens without a signal. Where workers are not allowed (no certificate) it needs one. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  navigator.serviceWorker.register('/tech-sw.js', { scope: '/tech' }).catch(() => {
    // Storage full or forbidden: nothing is lost but opening the app without a signal.
  });
}
