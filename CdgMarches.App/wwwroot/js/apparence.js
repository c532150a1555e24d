// Runs before the first paint: the theme and the folded navigation must not flash.
(() => {
  try {
    const racine = document.documentElement;
    const theme = localStorage.getItem("cdgmarches.apparence");
    if (theme === "clair" || theme === "sombre") racine.dataset.theme = theme;
    const etroit = matchMedia("(max-width: 48rem)").matches;
    if (etroit || localStorage.getItem("cdgmarches.navigation") === "repliee") racine.dataset.navigation = "repliee";
  } catch {
    // Storage refused by the browser: the defaults apply.
  }
})();
