// The application's only module: focus, dialogs, keyboard shortcuts, appearance, lost connection, cookie prolongation.
// The components call window.cdgmarches; everything else is delegated from document, so it survives every render.

const DIX_MINUTES = 10 * 60 * 1000;
const CONTROLES = "a[href],button,input,select,textarea,summary,[tabindex]";

function lire(cle) {
  try {
    return localStorage.getItem(`cdgmarches.${cle}`);
  } catch {
    return null;
  }
}

function garder(cle, valeur) {
  try {
    if (valeur === null) localStorage.removeItem(`cdgmarches.${cle}`);
    else localStorage.setItem(`cdgmarches.${cle}`, valeur);
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
}

function focaliser(cible) {
  if (!cible) return false;
  if (!cible.matches(CONTROLES)) cible.tabIndex = -1;
  cible.closest("details:not([open])")?.setAttribute("open", "");
  cible.scrollIntoView({ block: "center" });
  cible.focus({ preventScroll: true });
  return true;
}

/** On a narrow screen the navigation lies above the page: it folds again after each choice. */
const etroit = () => matchMedia("(max-width: 48rem)").matches;

const ouvrir = (dialogue) => dialogue && !dialogue.open && dialogue.showModal();
const fermer = (dialogue) => dialogue?.open && dialogue.close();

window.cdgmarches = {
  focaliser: (id) => focaliser(document.getElementById(id)),
  /** After a change of page: the focus goes to its title, unless somebody already types in the new page (slow network). */
  focaliserLeTitre() {
    if (document.activeElement?.closest("main")?.contains(document.activeElement) && document.activeElement.matches("input,select,textarea")) return;
    focaliser(document.querySelector("h1"));
  },
  ouvrirDialogue: ouvrir,
  fermerDialogue: fermer,
  /** Folds or unfolds the navigation; answers whether it is unfolded. */
  navigation(basculer) {
    const racine = document.documentElement;
    if (basculer) {
      if (racine.dataset.navigation === "repliee") delete racine.dataset.navigation;
      else racine.dataset.navigation = "repliee";
      if (!etroit()) garder("navigation", racine.dataset.navigation ?? null);
    }
    return racine.dataset.navigation !== "repliee";
  },
  recents: () => recents(),
};

// ---- A file chosen while the page was still being wired (slow network): Blazor has not heard of it. It is announced
// again as soon as the field carries the mark Blazor leaves on the fields it listens to ----------------------------------
const estEcoute = (champ) => champ._blazorInputFileNextFileId !== undefined;
const PAS_DE_L_ATTENTE = 50;

function annoncerDesQueEcoute(champ) {
  if (!champ.isConnected) return;
  if (estEcoute(champ)) champ.dispatchEvent(new Event("change", { bubbles: true }));
  else setTimeout(annoncerDesQueEcoute, PAS_DE_L_ATTENTE, champ);
}

document.addEventListener("change", (e) => {
  if (e.target.matches?.("input[type=file]") && !estEcoute(e.target)) annoncerDesQueEcoute(e.target);
});

// ---- The answer of an action, when its place is out of sight: a refusal is brought into view and takes the focus, a
// success is shown over the page for a while, so that a long page does not jump at each save --------------------------
const DIX_SECONDES = 10 * 1000;

function montrerLaReponse(message) {
  const place = message.getBoundingClientRect();
  if (place.bottom > 0 && place.top < innerHeight) return;
  if (message.matches(".ton-alerte")) {
    focaliser(message);
    return;
  }
  message.classList.add("flottant");
  setTimeout(() => message.classList.remove("flottant"), DIX_SECONDES);
}

new MutationObserver((changements) => {
  for (const { addedNodes } of changements) {
    for (const ajout of addedNodes) {
      if (ajout.nodeType !== Node.ELEMENT_NODE) continue;
      const message = ajout.matches(".retour > .message") ? ajout : ajout.querySelector(".retour > .message");
      if (message) requestAnimationFrame(() => montrerLaReponse(message));
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });

// ---- Recently opened sheets, per account, on this machine only -------------------------------------------------
const cleDesRecents = () => `recents.${document.querySelector("[data-compte]")?.dataset.compte ?? "personne"}`;

function recents() {
  try {
    const lus = JSON.parse(lire(cleDesRecents()) ?? "[]");
    return Array.isArray(lus) ? lus.filter((r) => typeof r.adresse === "string" && r.adresse.startsWith("/")).slice(0, 10) : [];
  } catch {
    return [];
  }
}

function retenir() {
  const adresse = location.pathname;
  const libelle = document.querySelector("main h1")?.textContent?.trim();
  if (!libelle || !document.querySelector("[data-compte]")) return;
  if (!/\/[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(adresse)) return;
  garder(cleDesRecents(), JSON.stringify([{ libelle, adresse }, ...recents().filter((r) => r.adresse !== adresse)].slice(0, 10)));
}

new MutationObserver(() => setTimeout(retenir, 500)).observe(document.head, { subtree: true, childList: true, characterData: true });

// ---- A group of boxes of which one at least must be ticked: said by the browser before the form leaves, as for any field ----
function verifierUneAuMoins(formulaire) {
  for (const groupe of formulaire?.querySelectorAll("[data-une-au-moins]") ?? []) {
    const cases = [...groupe.querySelectorAll("input[type=checkbox]")];
    cases[0]?.setCustomValidity(cases.some((c) => c.checked) ? "" : groupe.dataset.uneAuMoins);
  }
}

document.addEventListener("change", (e) => {
  if (e.target.closest?.("[data-une-au-moins]")) verifierUneAuMoins(e.target.form);
});

// ---- Clicks ----------------------------------------------------------------------------------------------------
document.addEventListener(
  "click",
  (e) => {
    const cible = e.target instanceof Element ? e.target : null;
    if (!cible) return;
    if (cible.closest(".evitement")) {
      // <base href> turns "#contenu" into another address: move the focus without navigating.
      e.preventDefault();
      focaliser(document.getElementById("contenu"));
    }
    verifierUneAuMoins(cible.closest("button[type=submit]")?.form);
    const apparence = cible.closest("[data-apparence]");
    if (apparence) changerApparence(apparence.dataset.apparence);
    const dialogue = cible.closest("[data-ouvrir]");
    if (dialogue) ouvrir(document.getElementById(dialogue.dataset.ouvrir));
    if (cible.closest(".navigation a") && etroit()) document.documentElement.dataset.navigation = "repliee";
    if (cible.closest("[data-fermer]")) fermer(cible.closest("dialog"));
    if (cible.closest("[data-imprimer]")) window.print();
    if (cible.closest("[data-recharger]")) location.reload();
    if (cible.closest("[data-reconnecter]")) reconnecter();
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(cible) || cible.closest(".menu-contenu a, [data-ouvrir]")) menu.open = false;
    }
  },
  true,
);

function changerApparence(choix) {
  const racine = document.documentElement;
  if (choix === "auto") delete racine.dataset.theme;
  else racine.dataset.theme = choix;
  garder("apparence", choix === "auto" ? null : choix);
  montrerApparence();
}

function montrerApparence() {
  const choix = document.documentElement.dataset.theme ?? "auto";
  for (const bouton of document.querySelectorAll("[data-apparence]")) {
    bouton.setAttribute("aria-pressed", String(bouton.dataset.apparence === choix));
  }
}

document.addEventListener("toggle", (e) => e.target.matches?.("details.menu[open]") && montrerApparence(), true);

// ---- Keyboard --------------------------------------------------------------------------------------------------
document.addEventListener("keydown", (e) => {
  if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === "k") {
    const recherche = document.getElementById("recherche-globale");
    if (recherche) {
      e.preventDefault();
      recherche.focus();
      recherche.select();
    }
    return;
  }
  if (e.key === "Escape") {
    const menu = document.activeElement?.closest("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
    return;
  }
  const enSaisie = document.activeElement?.matches("input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]");
  if (e.key === "?" && !e.ctrlKey && !e.metaKey && !e.altKey && !enSaisie) {
    ouvrir(document.getElementById("raccourcis"));
  }
});

// ---- A circuit does not prolong the cookie: a request does, while somebody works ---------------------------------
let actif = true;
for (const geste of ["pointerdown", "keydown"]) document.addEventListener(geste, () => (actif = true), { passive: true });
setInterval(async () => {
  if (!actif || !document.querySelector("[data-compte]")) return;
  actif = false;
  try {
    const reponse = await fetch("/compte/prolonger", { method: "POST", redirect: "manual", cache: "no-store" });
    if (reponse.type === "opaqueredirect" || reponse.status === 401) montrerExpiration();
  } catch {
    actif = true; // offline: the reconnection dialog already says so
  }
}, DIX_MINUTES);

function montrerExpiration() {
  const lien = document.getElementById("reprendre-session");
  if (!lien) return;
  lien.href = `/compte/connexion?retour=${encodeURIComponent(location.pathname + location.search)}`;
  document.getElementById("session-expiree").hidden = false;
}

// ---- Lost connection -------------------------------------------------------------------------------------------
const reconnexion = document.getElementById("components-reconnect-modal");
if (reconnexion) {
  new MutationObserver(() => {
    const etats = reconnexion.classList;
    const visible = ["show", "failed", "rejected"].some((etat) => etats.contains(`components-reconnect-${etat}`));
    // The entry grid keeps what is typed while cut off and sends it afterwards: a banner, no modal, no focus taken.
    // Elsewhere a change typed now would never reach the server, so the page is held.
    if (!visible) fermer(reconnexion);
    else if (document.querySelector(".grille-de-saisie")) reconnexion.open = true;
    else ouvrir(reconnexion);
    // The circuit is gone: nothing to lose on this page, so take it up again at once.
    if (etats.contains("components-reconnect-rejected") && !document.querySelector("form[data-modifie]")) location.reload();
  }).observe(reconnexion, { attributeFilter: ["class"] });
}

async function reconnecter() {
  try {
    if (!(await Blazor.reconnect())) location.reload();
  } catch {
    // Still unreachable: the dialog stays, with its button.
  }
}
