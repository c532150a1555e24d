// A circuit does not prolong the session cookie: while someone works, ask for it every ten minutes. When the session has
// ended, go to the sign-in page, which leads back here. A closed tab or an idle one asks for nothing.
(() => {
  const period = 10 * 60 * 1000;
  let last = performance.now();
  let pending = false;

  const signIn = () => {
    const here = location.pathname + location.search;
    location.assign(`/compte/connexion?expiree=1&retour=${encodeURIComponent(here)}`);
  };

  const prolong = async () => {
    if (pending || performance.now() - last < period || location.pathname.startsWith("/compte")) return;
    pending = true;
    try {
      const answer = await fetch("/compte/prolonger", { method: "POST", credentials: "same-origin" });
      if (answer.status === 401) signIn();
      else if (answer.ok) last = performance.now();
    } catch {
      // Network down: the reconnection banner says it, the next key asks again.
    } finally {
      pending = false;
    }
  };

  for (const kind of ["keydown", "pointerdown", "visibilitychange"]) {
    document.addEventListener(kind, prolong, { passive: true, capture: true });
  }
})();
